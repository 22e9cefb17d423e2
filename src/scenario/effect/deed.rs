//! What an effect of a department does: its words are read at the moment, then the company does it.

use super::Kind;
use crate::firm::accounts::AccountCode;
use crate::firm::{Firm, FirmEvent, Refusal};
use crate::policy::Policy;
use crate::scenario::moment::Moment;
use crate::scenario::reckon::ReckonError;
use crate::scenario::term::Term;

/// What the company is to do, its words read.
pub type Act = Box<dyn FnOnce(&mut Firm, &Policy) -> Result<Vec<FirmEvent>, Refusal>>;

/// An effect that one operation of the company brings about.
pub trait Deed {
    /// Reads its words at this moment.
    fn read(&self, moment: &Moment<'_>) -> Result<Act, ReckonError>;

    /// Calls `visit` on every term in it, with what its value must be.
    fn terms<'a>(&'a self, visit: &mut dyn FnMut(&'a Term, Kind));

    /// The account that it books to besides money, by its number.
    fn account(&self) -> Option<u32> {
        None
    }
}

/// An account by its number.
pub(super) fn account(number: u32) -> Result<AccountCode, ReckonError> {
    AccountCode::new(number).ok_or(ReckonError::Account(number))
}

/// A whole number, nought or more.
pub(super) fn count(term: &Term, moment: &Moment<'_>) -> Result<u32, ReckonError> {
    let text = term.exact(moment)?;
    text.parse().map_err(|_| ReckonError::NotACount(text))
}

/// The place of a loan, counted from 1 by who writes and from nought by the company; a loan before the first is none.
pub(super) fn place(number: u8) -> usize {
    usize::from(number).checked_sub(1).unwrap_or(usize::MAX)
}
