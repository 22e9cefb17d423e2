//! Leaving the register: how far a company has come on the simplified or the ordinary way. Data and refusals; which way is open
//! and by when each step is done is [`crate::firm::law::deregistration`]'s to say.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::law::LawError;
use super::law::deregistration::Obstacle;
use crate::calendar::Date;

/// Where a company that leaves stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Leaving {
    /// The simplified way: published on this day.
    Simplified {
        /// The day of publication.
        published: Date,
    },
    /// The ordinary way: a liquidation group is at work.
    Ordinary(Liquidation),
    /// It is struck off since this day.
    Gone(Date),
}

/// What a liquidation group has done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Liquidation {
    /// When it was formed.
    pub formed: Date,
    /// When its members were published.
    pub published: Option<Date>,
    /// When creditors were notified.
    pub notified: Option<Date>,
    /// When it was announced.
    pub announced: Option<Date>,
    /// When taxes were cleared.
    pub cleared: Option<Date>,
    /// When what was left was distributed.
    pub finished: Option<Date>,
}

/// A step of a liquidation that needs no money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LiquidationStep {
    /// 公示清算组名单.
    PublishGroup,
    /// 通知债权人.
    NotifyCreditors,
    /// 公告.
    Announce,
    /// 清税: all taxes, wages and contributions are paid, nobody is employed any more.
    ClearTaxes,
}

/// What is reported of leaving.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LeavingStep {
    /// 简易注销公示.
    Published,
    /// 清算组成立.
    GroupFormed,
    /// 清算组名单公示.
    GroupPublished,
    /// 债权人通知.
    CreditorsNotified,
    /// 债权人公告.
    Announced,
    /// 清税.
    TaxesCleared,
    /// 剩余财产分配.
    Distributed,
    /// 注销登记.
    StruckOff,
}

impl LeavingStep {
    /// The key of its message in the interface's texts.
    pub fn key(self) -> &'static str {
        match self {
            Self::Published => "event-leaving-published",
            Self::GroupFormed => "event-group-formed",
            Self::GroupPublished => "event-group-published",
            Self::CreditorsNotified => "event-creditors-notified",
            Self::Announced => "event-liquidation-announced",
            Self::TaxesCleared => "event-taxes-cleared",
            Self::Distributed => "event-rest-distributed",
            Self::StruckOff => "event-struck-off",
        }
    }
}

/// Why a step of leaving is refused.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum LeavingError {
    /// The simplified way is closed.
    #[error("the simplified way is closed for {} reasons", .0.len())]
    Closed(Vec<Obstacle>),
    /// It is on its way out already, or on the other way.
    #[error("the company is leaving already")]
    Already,
    /// No such way was begun.
    #[error("this way was not begun")]
    NotBegun,
    /// Publicity is not over.
    #[error("not before {from}")]
    Publicity {
        /// The first day to apply.
        from: Date,
    },
    /// The time to apply is over; an extension must be asked for.
    #[error("the last day to apply was {last}")]
    NeedsExtension {
        /// The last day without it.
        last: Date,
    },
    /// The time to apply is over, extension and all: it must be published anew.
    #[error("the time to apply is over; it must be published anew")]
    StartAgain,
    /// A step that comes before is missing.
    #[error("a step that comes before is missing")]
    OutOfOrder,
    /// Creditors may still declare their claims.
    #[error("creditors may declare claims until {until}")]
    ClaimsOpen {
        /// The last day.
        until: Date,
    },
    /// Taxes, wages, contributions are unpaid, or somebody is still employed.
    #[error("taxes, wages or contributions are open")]
    NotCleared,
    /// Debts are unpaid.
    #[error("debts come before the shareholders")]
    DebtsFirst,
    /// The company is struck off and does nothing any more.
    #[error("the company was struck off on {since}")]
    Gone {
        /// Since when.
        since: Date,
    },
    /// The law has no answer.
    #[error(transparent)]
    Law(#[from] LawError),
}

impl LeavingError {
    /// The id of the rule that bars it.
    pub fn rule(&self) -> Option<&'static str> {
        match self {
            Self::Closed(_) => Some("registration-rules-48"),
            Self::Publicity { .. } => Some("company-law-240"),
            Self::NeedsExtension { .. } | Self::StartAgain => Some("registration-rules-49"),
            Self::ClaimsOpen { .. } => Some("company-law-235"),
            Self::DebtsFirst => Some("company-law-236"),
            Self::NotCleared | Self::OutOfOrder => Some("registration-regulation-32"),
            Self::Already | Self::NotBegun | Self::Gone { .. } | Self::Law(_) => None,
        }
    }
}
