//! Effects: what an answer or an event brings about. Each reaches the company only through the core's own operations.

use serde::{Deserialize, Serialize};

use super::term::Term;
use crate::firm::registry::ApplicationField;
use crate::policy::Trigger;

/// One thing that happens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Effect {
    /// Sets a variable of the scene.
    Set(String, Term),
    /// Pays an amount, booked as a voucher (before founding: an outlay of the founders).
    Pay {
        /// The purpose, as the voucher's summary says it.
        what: Term,
        /// How much.
        amount: Term,
        /// The account that takes it, by its code; 管理费用—办公费 where left out.
        #[serde(default)]
        account: Option<u32>,
    },
    /// Days go by; duties fall due and letters arrive.
    Take(u16),
    /// Writes a field of the application for registration.
    Fill(ApplicationField, Vec<Term>),
    /// Reserves the declared name.
    ReserveName,
    /// Submits the application: the core examines it, and founds the company or sends it back.
    Register,
    /// Pays in capital.
    PayInCapital(Term),
    /// A licence or filing is granted.
    License(String),
    /// Raises a duty of the policy's list.
    Owe(String),
    /// Something happens that makes duties owed, as opening a bank account does.
    Trigger(Trigger),
    /// Does a duty.
    Fulfil(String),
    /// Does every duty that is still owed, in time or late.
    FulfilAll,
    /// Puts a duty off: what comes of its being late is this answer's doing.
    PutOff(String),
    /// Fines by a rule.
    Fine {
        /// The rule's id.
        rule: String,
        /// How much.
        amount: Term,
    },
    /// An event of the scene comes in so many days.
    Schedule(String, u16),
    /// Closes the scene.
    Finish,
}
