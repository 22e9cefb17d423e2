//! Obligations: what the company owes an authority by a day, and how each stands.

use serde::{Deserialize, Serialize};

use crate::calendar::Date;

/// A duty that the company owes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Obligation {
    /// The duty's id in the policy.
    pub duty: String,
    /// When it arose.
    pub raised: Date,
    /// The last day to do it in time.
    pub due: Date,
    /// How it stands.
    pub state: Standing,
    /// The decision that answers for it: the one that raised it, or the one that put it off.
    pub cause: Option<u32>,
}

/// How an obligation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Standing {
    /// To be done.
    Open,
    /// Done by its day.
    Done(Date),
    /// Its day has passed; where it was ordered to be set right, by the second day.
    Missed {
        /// The first day after the due day.
        on: Date,
        /// The last day to comply with the order, until it too has passed.
        comply_by: Option<Date>,
    },
    /// Done after its day.
    DoneLate(Date),
}

impl Obligation {
    /// Whether it is still to be done, in time or late.
    pub fn is_owed(&self) -> bool {
        matches!(self.state, Standing::Open | Standing::Missed { .. })
    }

    /// Whether a day is beyond its due day, or beyond the last day of an order, so that something follows.
    pub(super) fn is_called_in(&self, day: Date) -> bool {
        match self.state {
            Standing::Open => day > self.due,
            Standing::Missed { comply_by, .. } => comply_by.is_some_and(|last| day > last),
            Standing::Done(_) | Standing::DoneLate(_) => false,
        }
    }

    /// Whether its day passed without its being done.
    pub fn is_missed(&self) -> bool {
        matches!(self.state, Standing::Missed { .. } | Standing::DoneLate(_))
    }

    /// Whether it was done by its day.
    pub fn is_done_in_time(&self) -> bool {
        matches!(self.state, Standing::Done(_))
    }
}
