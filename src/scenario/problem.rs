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

/// How sure the checker is. A finding that is not certain is a measure or a rule of thumb: the author knows better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Confidence {
    /// It is so.
    Certain,
    /// It is so unless the author meant it; the checker cannot see every moment of play.
    Likely,
    /// A rule of thumb or an estimate.
    Rough,
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
    /// Where it begins.
    pub place: Place,
    /// The place after its last character.
    pub end: Place,
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

/// The one list of codes, in the order of their numbers: variant, number and confidence. Everything else is said of a
/// code elsewhere by its number: its message in `assets/text`, its cause, cure and examples in `assets/diagnostics`.
macro_rules! codes {
    ($($name:ident $id:ident $confidence:ident,)+) => {
        /// Every kind of problem.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        #[expect(missing_docs, reason = "each code's meaning is its message in assets/text, where both languages stand")]
        pub enum Code {
            $($name,)+
        }

        impl Code {
            /// Every code, in the order of their numbers.
            pub const ALL: &'static [Code] = &[$(Code::$name,)+];

            /// The stable code that tools and documents print.
            pub fn id(self) -> &'static str {
                match self {
                    $(Self::$name => stringify!($id),)+
                }
            }

            /// How sure the checker is of it.
            pub fn confidence(self) -> Confidence {
                match self {
                    $(Self::$name => Confidence::$confidence,)+
                }
            }
        }
    };
}

codes! {
    TooLarge E0101 Certain,
    ForbiddenCharacter E0102 Certain,
    FullWidth E0103 Certain,
    Unclosed E0104 Certain,
    Unopened E0105 Certain,
    TooDeep E0106 Certain,
    TooManyNodes E0107 Certain,
    UnclosedString E0108 Certain,
    NotUtf8 E0109 Certain,
    Syntax E0110 Certain,
    UnknownField E0111 Certain,
    UnknownVariant E0112 Certain,
    MissingField E0113 Certain,
    RepeatedField E0114 Certain,
    MissingComma E0115 Likely,
    WrongType E0116 Certain,
    NumberWithUnit E0117 Certain,
    BadDate E0118 Certain,
    BadAmount E0119 Certain,
    Tab W0120 Certain,
    ByteOrderMark E0121 Certain,
    IdeographicSpace E0122 Certain,
    UnclosedComment E0123 Certain,
    RepeatedName E0124 Certain,
    TrailingText E0125 Certain,
    UnknownAccount E0130 Certain,
    UnknownFigure E0131 Certain,
    RowWidth E0132 Certain,
    LopsidedVoucher E0133 Certain,
    EmptyDemand E0134 Certain,
    EmptyDial E0135 Certain,
    NoTrade E0136 Certain,
    RoundsReturned E0137 Certain,
    TalkTooLong E0138 Certain,
    UnreadContract E0139 Certain,
    UnreadableValue E0140 Certain,
    NoReceipts E0141 Certain,
    DaysInEvent E0142 Certain,
    TooManyDays E0143 Certain,
    NeedOfScene E0144 Certain,
    TooEarly E0145 Certain,
    OtherFormat E0201 Certain,
    BadId E0202 Certain,
    DuplicateId E0203 Certain,
    UnknownStep E0204 Certain,
    UnknownPerson E0205 Certain,
    UnknownVenue E0206 Certain,
    UnknownReference E0207 Certain,
    UnknownRule E0208 Certain,
    UnknownMisconception E0209 Certain,
    UnknownEvent E0210 Certain,
    UnknownOption E0211 Certain,
    UnknownItem E0212 Certain,
    UnknownEnding E0213 Certain,
    UnknownDuty E0214 Certain,
    UnknownEvidence E0215 Certain,
    Brace E0216 Certain,
    TooLong E0217 Certain,
    TooMany E0218 Certain,
    EmptyRange E0219 Certain,
    UnknownDrawn E0220 Certain,
    Uncovered E0221 Certain,
    OneValue W0222 Likely,
    UnknownLicence E0223 Certain,
    UnknownProgramme E0224 Certain,
    UnreachableStep E0301 Certain,
    UnreachedEnding W0302 Certain,
    NeverOffered W0303 Certain,
    AlwaysTrue W0304 Certain,
    NeverTrue W0305 Certain,
    NoExit E0306 Certain,
    UnreadVariable W0307 Certain,
    ReadBeforeSet W0308 Likely,
    NoEnding W0309 Likely,
    HiddenEnding W0310 Certain,
    UnscheduledEvent W0311 Certain,
    SilentPerson W0312 Certain,
    UnusedMisconception W0313 Certain,
    NoSteps E0314 Certain,
    CoreRefuses W0315 Certain,
    NoBest E0401 Certain,
    Weights E0402 Certain,
    OutcomeTooHeavy E0403 Certain,
    NoExpertTest E0404 Certain,
    TestFails E0405 Certain,
    UnmarkedCriterion E0406 Certain,
    NoMisconception W0411 Certain,
    NoReasonGiven W0412 Certain,
    NoRule W0413 Certain,
    ExpiredRule W0414 Certain,
    UnverifiedRule W0415 Certain,
    LawNewer W0416 Certain,
    Under100 W0417 Certain,
    OneMistakeFails W0418 Likely,
    FewDecisions W0421 Rough,
    FewActivities W0422 Rough,
    FewEndings W0423 Rough,
    Minutes W0424 Rough,
    NoNoviceTest W0425 Certain,
    FreeEvidence W0426 Certain,
    BestUnreasoned W0427 Certain,
    NoObjectives W0428 Certain,
    AllowUnknown W0501 Certain,
    AllowError W0502 Certain,
    AllowUnreasoned W0503 Certain,
    AllowUnused W0504 Certain,
    NoMistakeNamed W0530 Likely,
    NotPositive E0601 Certain,
    AsGoodAsBest W0602 Likely,
    ExpertStuck E0603 Certain,
}

impl Code {
    /// The code that is printed as `id`.
    pub fn of_id(id: &str) -> Option<Code> {
        Self::ALL.iter().copied().find(|code| code.id() == id)
    }

    /// Whether it can be found only by playing the scene's tests.
    pub fn needs_play(self) -> bool {
        matches!(
            self,
            Self::TestFails
                | Self::UnreachedEnding
                | Self::CoreRefuses
                | Self::Under100
                | Self::OneMistakeFails
                | Self::ExpertStuck
        )
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
