//! Recognitions a company can apply for, as criteria over what is measured of it (facts §6.5, §6.6). Whether a company
//! meets them is for the firm floor to examine.

use serde::{Deserialize, Serialize};

use super::mark::Mark;
use crate::calendar::Date;

/// A recognition: high-tech enterprise, technology SME, specialised SME.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Standard {
    /// Stable name, as `hnte`.
    pub id: String,
    /// In Chinese.
    pub name: String,
    /// In English.
    pub en: String,
    /// The first day on which it is given by these criteria.
    pub from: Date,
    /// The last day, if one is known.
    #[serde(default)]
    pub until: Option<Date>,
    /// The first day of this year's round of applications, if there are rounds.
    #[serde(default)]
    pub apply_from: Option<Date>,
    /// The last day of this year's round of applications.
    #[serde(default)]
    pub apply_until: Option<Date>,
    /// The id of the rule it comes from.
    pub rule: String,
    /// How well it is known.
    pub mark: Mark,
    /// What must be met, all of it.
    pub criteria: Vec<Criterion>,
}

impl Standard {
    /// Whether applications are taken on the day.
    pub fn is_open(&self, day: Date) -> bool {
        let held = day >= self.from && self.until.is_none_or(|last| day <= last);
        let round = self.apply_from.is_none_or(|first| day >= first) && self.apply_until.is_none_or(|last| day <= last);
        held && round
    }
}

/// One criterion of a recognition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// Stable name within the standard, as `rd-share`.
    pub id: String,
    /// What it asks, in Chinese.
    pub text: String,
    /// What it asks, in English.
    pub en: String,
    /// How it is tested.
    pub test: Test,
}

/// How a criterion is tested. Figures are named by their ids, so that a changed threshold is a changed figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Test {
    /// The measure reaches the figure.
    AtLeast(Measure, String),
    /// The measure does not go beyond the figure.
    AtMost(Measure, String),
    /// The measure is more than the figure.
    Above(Measure, String),
    /// The measure, a share of then in now, shows that yearly growth over two years reaches the figure, compounded.
    GrowsTwoYears(Measure, String),
    /// The quality is there.
    Holds(Quality),
    /// Each of these.
    All(Vec<Test>),
    /// One of these.
    Any(Vec<Test>),
    /// Another test by the size of a measure.
    Bands {
        /// The measure.
        by: Measure,
        /// The bands, lowest first.
        bands: Vec<Band>,
        /// The test above the last band.
        above: Box<Test>,
    },
}

/// A band of sizes with its own test.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Band {
    /// The figure with the largest size that belongs to the band, included.
    pub up_to: String,
    /// The band's test.
    pub test: Test,
}

/// What is measured of a company.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Measure {
    /// Days since the founding.
    DaysFounded,
    /// People employed.
    Staff,
    /// Technical staff of all staff.
    TechStaffShare,
    /// Points for technical staff in the technology SME's score.
    TechStaffPoints,
    /// Last year's revenue.
    Revenue,
    /// Total assets.
    Assets,
    /// Debts of assets.
    DebtRatio,
    /// R&D of revenue, three years together.
    RdShareThreeYears,
    /// R&D within the country of all R&D.
    RdDomesticShare,
    /// The lesser R&D of the last two years.
    RdLeastYear,
    /// The lesser share of R&D in revenue of the last two years.
    RdLeastShare,
    /// R&D of the last two years together.
    RdTwoYears,
    /// High-tech products and services of revenue.
    HighTechRevenueShare,
    /// The main business of revenue.
    MainShare,
    /// Main revenue last year against two years before.
    GrowthTwoYears,
    /// The market's share.
    MarketShare,
    /// Whole years in the niche.
    NicheYears,
    /// New institutional equity of two years.
    NewEquityTwoYears,
    /// Class I intellectual property.
    ClassOneIp,
    /// Points of the full marks.
    Score,
}

/// What is or is not the case with a company.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Quality {
    /// It owns the core intellectual property.
    OwnIp,
    /// It works in one of the eight fields.
    HighTechField,
    /// No grave accident of safety or quality and no grave environmental breach in the year before.
    NoGraveBreach,
    /// It enters the technology SMEs without points.
    DirectEntry,
    /// It is recognised as a technology and innovation SME.
    InnovativeSme,
    /// It is excused from class I intellectual property.
    IpExcused,
    /// It has a market position or substitutes imports.
    MarketPosition,
    /// The provincial recognition as specialised SME holds.
    ProvincialZjtx,
    /// Among the first three of a national science prize in three years.
    NationalPrize,
    /// Its main product is among the first three of the market.
    TopThree,
    /// It works in a basic field or on a key link of the chain.
    KeyLink,
}

impl Test {
    /// The figures a test refers to.
    pub(super) fn figures(&self) -> Vec<&str> {
        match self {
            Test::AtLeast(_, figure)
            | Test::AtMost(_, figure)
            | Test::Above(_, figure)
            | Test::GrowsTwoYears(_, figure) => vec![figure],
            Test::Holds(_) => Vec::new(),
            Test::All(tests) | Test::Any(tests) => tests.iter().flat_map(Test::figures).collect(),
            Test::Bands { by: _, bands, above } => {
                let banded = bands.iter().flat_map(|band| {
                    let mut figures = band.test.figures();
                    figures.push(&band.up_to);
                    figures
                });
                banded.chain(above.figures()).collect()
            }
        }
    }
}
