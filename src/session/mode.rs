//! How a scene is played: for practice, or to be assessed with a trainer's ticket. What differs is said here and nowhere else.

use serde::{Deserialize, Serialize};

/// Shares of the points that a first, second and third answer can earn in practice, in percent.
const PRACTICE_PERCENT: [u16; 3] = [100, 60, 30];

/// Said before what a seed is drawn from, so that no other use of the hash gives the same.
const PURPOSE: &str = "startup-metaverse assessed seed 1";

/// Who plays, and with which ticket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seat {
    /// The trainer's ticket, as the line that was given out.
    pub ticket: String,
    /// The learner's id: the trainer knows whose it is, nobody else need.
    pub learner: String,
}

impl Seat {
    /// A seat. Blanks around the ticket and the id are not part of them.
    pub fn new(ticket: &str, learner: &str) -> Self {
        Self { ticket: ticket.trim().to_owned(), learner: learner.trim().to_owned() }
    }

    /// The seed that this learner plays with this ticket; nobody chooses it.
    pub fn seed(&self) -> u64 {
        let mut hasher = blake3::Hasher::new_derive_key(PURPOSE);
        // The length keeps apart where the ticket ends and the id begins.
        hasher.update(&u64::try_from(self.ticket.len()).unwrap_or(u64::MAX).to_le_bytes());
        hasher.update(self.ticket.as_bytes());
        hasher.update(self.learner.as_bytes());
        let mut first = [0; 8];
        hasher.finalize_xof().fill(&mut first);
        u64::from_le_bytes(first)
    }
}

/// How a scene is played.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// Help may be asked for, an answer taken back, and a later attempt counts for less.
    #[default]
    Practice,
    /// No help, nothing taken back, and only the first attempt counts.
    Assessed(Seat),
}

impl Mode {
    /// Whether the play is assessed.
    pub fn is_assessed(&self) -> bool {
        matches!(self, Self::Assessed(_))
    }

    /// The seat, where the play is assessed.
    pub fn seat(&self) -> Option<&Seat> {
        match self {
            Self::Practice => None,
            Self::Assessed(seat) => Some(seat),
        }
    }

    /// The share of the points that an attempt can earn, in percent; attempts are counted from 1.
    pub fn attempt_percent(&self, attempt: u8) -> u16 {
        match self {
            Self::Practice => {
                let earlier = attempt.checked_sub(1).map(usize::from);
                earlier.and_then(|earlier| PRACTICE_PERCENT.get(earlier)).copied().unwrap_or(0)
            }
            Self::Assessed(_) if attempt == 1 => 100,
            Self::Assessed(_) => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Mode, Seat};

    #[test]
    fn a_seed_follows_from_ticket_and_learner() {
        let seed = |ticket: &str, learner: &str| Seat::new(ticket, learner).seed();
        assert_eq!(seed("t", "17"), seed(" t\n", " 17 "));
        assert_ne!(seed("t", "17"), seed("t", "18"));
        assert_ne!(seed("t1", "7"), seed("t", "17"), "where one ends and the other begins matters");
    }

    #[test]
    fn only_a_first_answer_counts_when_assessed() {
        let assessed = Mode::Assessed(Seat::new("t", "17"));
        let percents = |mode: &Mode| (0..5).map(|attempt| mode.attempt_percent(attempt)).collect::<Vec<_>>();
        assert_eq!(percents(&Mode::Practice), [0, 100, 60, 30, 0]);
        assert_eq!(percents(&assessed), [0, 100, 0, 0, 0]);
    }
}
