//! Problems in a scene's file: each with a stable code, a place, and what it names. The words are the interface's.

use serde::{Deserialize, Serialize};

/// How serious a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Severity {
    /// The scene cannot be played.
    Error,
    /// It can be played, and teaches worse than it could.
    Warning,
}

/// A place in a file; lines and columns from 1, columns in characters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    /// The line.
    pub line: u32,
    /// The column.
    pub column: u32,
}

/// A problem in a scene's file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// What is wrong.
    pub code: Code,
    /// Where.
    pub place: Place,
    /// Named values of its message.
    pub args: Vec<(String, String)>,
    /// The line of the file, for showing; cut where it is long.
    pub excerpt: String,
}

impl Diagnostic {
    /// How serious it is.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}

/// Every kind of problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[expect(missing_docs, reason = "each code's meaning is its message in assets/text, where both languages stand")]
pub enum Code {
    TooLarge,
    ForbiddenCharacter,
    FullWidth,
    Unclosed,
    Unopened,
    TooDeep,
    TooManyNodes,
    UnclosedString,
    Syntax,
    OtherFormat,
    BadId,
    DuplicateId,
    UnknownStep,
    UnknownPerson,
    UnknownVenue,
    UnknownReference,
    UnknownRule,
    UnknownMisconception,
    UnknownEvent,
    UnknownOption,
    UnknownItem,
    UnknownEnding,
    UnknownDuty,
    UnknownEvidence,
    Brace,
    TooLong,
    TooMany,
    UnreachableStep,
    UnreachedEnding,
    NoBest,
    Weights,
    OutcomeTooHeavy,
    NoExpertTest,
    TestFails,
    NoMisconception,
    NoReasonGiven,
    NoRule,
    ExpiredRule,
    UnverifiedRule,
    LawNewer,
    FewDecisions,
    FewActivities,
    FewEndings,
    Minutes,
    UnmarkedCriterion,
}

impl Code {
    /// Every code, in the order of their numbers.
    pub const ALL: [Code; 45] = [
        Code::TooLarge,
        Code::ForbiddenCharacter,
        Code::FullWidth,
        Code::Unclosed,
        Code::Unopened,
        Code::TooDeep,
        Code::TooManyNodes,
        Code::UnclosedString,
        Code::Syntax,
        Code::OtherFormat,
        Code::BadId,
        Code::DuplicateId,
        Code::UnknownStep,
        Code::UnknownPerson,
        Code::UnknownVenue,
        Code::UnknownReference,
        Code::UnknownRule,
        Code::UnknownMisconception,
        Code::UnknownEvent,
        Code::UnknownOption,
        Code::UnknownItem,
        Code::UnknownEnding,
        Code::UnknownDuty,
        Code::UnknownEvidence,
        Code::Brace,
        Code::TooLong,
        Code::TooMany,
        Code::UnreachableStep,
        Code::UnreachedEnding,
        Code::NoBest,
        Code::Weights,
        Code::OutcomeTooHeavy,
        Code::NoExpertTest,
        Code::TestFails,
        Code::NoMisconception,
        Code::NoReasonGiven,
        Code::NoRule,
        Code::ExpiredRule,
        Code::UnverifiedRule,
        Code::LawNewer,
        Code::FewDecisions,
        Code::FewActivities,
        Code::FewEndings,
        Code::Minutes,
        Code::UnmarkedCriterion,
    ];

    /// The stable code that tools and documents print.
    pub fn id(self) -> &'static str {
        match self {
            Self::TooLarge => "E0101",
            Self::ForbiddenCharacter => "E0102",
            Self::FullWidth => "E0103",
            Self::Unclosed => "E0104",
            Self::Unopened => "E0105",
            Self::TooDeep => "E0106",
            Self::TooManyNodes => "E0107",
            Self::UnclosedString => "E0108",
            Self::Syntax => "E0110",
            Self::OtherFormat => "E0201",
            Self::BadId => "E0202",
            Self::DuplicateId => "E0203",
            Self::UnknownStep => "E0204",
            Self::UnknownPerson => "E0205",
            Self::UnknownVenue => "E0206",
            Self::UnknownReference => "E0207",
            Self::UnknownRule => "E0208",
            Self::UnknownMisconception => "E0209",
            Self::UnknownEvent => "E0210",
            Self::UnknownOption => "E0211",
            Self::UnknownItem => "E0212",
            Self::UnknownEnding => "E0213",
            Self::UnknownDuty => "E0214",
            Self::UnknownEvidence => "E0215",
            Self::Brace => "E0216",
            Self::TooLong => "E0217",
            Self::TooMany => "E0218",
            Self::UnreachableStep => "E0301",
            Self::UnreachedEnding => "W0302",
            Self::NoBest => "E0401",
            Self::Weights => "E0402",
            Self::OutcomeTooHeavy => "E0403",
            Self::NoExpertTest => "E0404",
            Self::TestFails => "E0405",
            Self::NoMisconception => "W0411",
            Self::NoReasonGiven => "W0412",
            Self::NoRule => "W0413",
            Self::ExpiredRule => "W0414",
            Self::UnverifiedRule => "W0415",
            Self::LawNewer => "W0416",
            Self::FewDecisions => "W0421",
            Self::FewActivities => "W0422",
            Self::FewEndings => "W0423",
            Self::Minutes => "W0424",
            Self::UnmarkedCriterion => "E0406",
        }
    }

    /// How serious it is.
    pub fn severity(self) -> Severity {
        if self.id().starts_with('E') { Severity::Error } else { Severity::Warning }
    }

    /// The key of its message in the interface's texts.
    pub fn key(self) -> String {
        format!("diagnostic-{}", self.id())
    }
}
