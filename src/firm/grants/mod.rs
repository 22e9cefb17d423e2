//! Grants and subsidies: whether a case meets a programme's criteria, which it fails, and what it gets (facts §5.4). The
//! programmes themselves are the policy's.

pub mod booking;
mod examine;
mod vouchers;

pub use examine::{FailedCheck, GrantCase, GrantError, Ruling, Shortfall, examine};
pub use vouchers::{VoucherError, VoucherWallet};
