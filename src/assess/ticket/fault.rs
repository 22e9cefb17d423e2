//! Why a ticket does not admit a play; each with the key of its message.

/// Why a ticket does not admit a play.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TicketFault {
    /// The line is no ticket of this format.
    NoTicket,
    /// It was mistyped, or a part is missing.
    Damaged,
    /// It is of another scene.
    OtherScene {
        /// The scene's id.
        scene: String,
    },
    /// The scene's file is not the one it was given out for.
    SceneChanged {
        /// The scene's id.
        scene: String,
    },
    /// It was good until an earlier day.
    Late {
        /// The last day, ISO.
        until: String,
        /// The day of the play, ISO, as the file or who received it says.
        day: String,
    },
    /// The signature is not that of the key it names: somebody made or changed it without the key.
    Forged,
    /// It is soundly signed, by somebody else.
    OtherTrainer {
        /// The first digits of that key.
        fingerprint: String,
    },
    /// The seed is not the one that this learner has with this ticket.
    OtherSeed,
    /// The class's name is too long for a ticket.
    ClassTooLong {
        /// The most bytes that it may have.
        most: usize,
    },
    /// This build checks no signatures.
    Unchecked,
}

impl TicketFault {
    /// The key of its message in the interface's texts.
    pub fn key(&self) -> &'static str {
        match self {
            Self::NoTicket => "ticket-none",
            Self::Damaged => "ticket-damaged",
            Self::OtherScene { .. } => "ticket-other-scene",
            Self::SceneChanged { .. } => "ticket-scene-changed",
            Self::Late { .. } => "ticket-late",
            Self::Forged => "ticket-forged",
            Self::OtherTrainer { .. } => "ticket-other-trainer",
            Self::OtherSeed => "ticket-other-seed",
            Self::ClassTooLong { .. } => "ticket-class-too-long",
            Self::Unchecked => "ticket-unchecked",
        }
    }

    /// Named values of its message.
    pub fn args(&self) -> Vec<(String, String)> {
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        match self {
            Self::OtherScene { scene } | Self::SceneChanged { scene } => vec![pair("scene", scene)],
            Self::Late { until, day } => vec![pair("until", until), pair("day", day)],
            Self::OtherTrainer { fingerprint } => vec![pair("fingerprint", fingerprint)],
            Self::ClassTooLong { most } => vec![pair("most", &most.to_string())],
            Self::NoTicket | Self::Damaged | Self::Forged | Self::OtherSeed | Self::Unchecked => Vec::new(),
        }
    }
}
