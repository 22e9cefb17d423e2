//! What happens to a company's shares, to be reported.

use serde::{Deserialize, Serialize};

use super::Board;
use crate::calendar::Date;
use crate::money::Money;

/// Something that happened to the shares.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum EquityNews {
    /// Shares were set aside for options.
    PoolReserved {
        /// How many were added.
        shares: u64,
    },
    /// Somebody was promised shares of the pool.
    OptionsGranted {
        /// Who.
        holder: String,
        /// How many.
        shares: u64,
    },
    /// Shares of the pool were taken and paid for.
    OptionsExercised {
        /// By whom.
        holder: String,
        /// How many.
        shares: u64,
        /// For how much.
        paid: Money,
    },
    /// Somebody left, and what was not earned goes back to the pool.
    OptionsLapsed {
        /// Who.
        holder: String,
        /// How many.
        shares: u64,
    },
    /// Money came in that becomes shares later.
    ConvertibleSigned {
        /// From whom.
        holder: String,
        /// How much.
        amount: Money,
    },
    /// Such money became shares.
    Converted {
        /// Whose.
        holder: String,
        /// How much.
        amount: Money,
        /// How many.
        shares: u64,
    },
    /// A cheaper round gave an earlier investor more shares.
    Protected {
        /// Whom.
        holder: String,
        /// How many more.
        shares: u64,
    },
    /// The other shareholders were told of a transfer.
    TransferNoticed {
        /// Who sells.
        from: String,
        /// Who buys.
        to: String,
        /// The last day to answer.
        answer_by: Date,
    },
    /// Shares changed hands.
    Transferred {
        /// From whom.
        from: String,
        /// To whom.
        to: String,
        /// How many.
        shares: u64,
        /// The seller's tax.
        tax: Money,
    },
    /// The board was seated.
    BoardSeated(Board),
    /// The whole company was sold.
    CompanySold {
        /// To whom.
        buyer: String,
        /// For how much.
        price: Money,
    },
    /// Somebody's part of the proceeds.
    Proceeds {
        /// Whose.
        holder: String,
        /// How much, before tax.
        amount: Money,
        /// The tax on it.
        tax: Money,
    },
    /// The founders made good what targets were missed by.
    Compensated {
        /// Whom.
        holder: String,
        /// How much.
        amount: Money,
    },
}

impl EquityNews {
    /// The key of its message in the interface's texts.
    pub fn key(&self) -> &'static str {
        match self {
            Self::PoolReserved { .. } => "event-pool-reserved",
            Self::OptionsGranted { .. } => "event-options-granted",
            Self::OptionsExercised { .. } => "event-options-exercised",
            Self::OptionsLapsed { .. } => "event-options-lapsed",
            Self::ConvertibleSigned { .. } => "event-convertible-signed",
            Self::Converted { .. } => "event-converted",
            Self::Protected { .. } => "event-protected",
            Self::TransferNoticed { .. } => "event-transfer-noticed",
            Self::Transferred { .. } => "event-shares-transferred",
            Self::BoardSeated(_) => "event-board-seated",
            Self::CompanySold { .. } => "event-company-sold",
            Self::Proceeds { .. } => "event-proceeds",
            Self::Compensated { .. } => "event-compensated",
        }
    }

    /// Named values of its message.
    pub fn args(&self) -> Vec<(String, String)> {
        let pair = |name: &str, value: &dyn std::fmt::Display| (name.to_owned(), value.to_string());
        match self {
            Self::PoolReserved { shares } => vec![pair("shares", shares)],
            Self::OptionsGranted { holder, shares }
            | Self::OptionsLapsed { holder, shares }
            | Self::Protected { holder, shares } => vec![pair("holder", holder), pair("shares", shares)],
            Self::OptionsExercised { holder, shares, paid: amount } | Self::Converted { holder, amount, shares } => {
                vec![pair("holder", holder), pair("shares", shares), pair("amount", amount)]
            }
            Self::ConvertibleSigned { holder, amount } | Self::Compensated { holder, amount } => {
                vec![pair("holder", holder), pair("amount", amount)]
            }
            Self::TransferNoticed { from, to, answer_by } => {
                vec![pair("from", from), pair("to", to), pair("until", answer_by)]
            }
            Self::Transferred { from, to, shares, tax } => {
                vec![pair("from", from), pair("to", to), pair("shares", shares), pair("tax", tax)]
            }
            Self::BoardSeated(board) => vec![
                pair("founders", &board.founders),
                pair("investors", &board.investors),
                pair("independent", &board.independent),
            ],
            Self::CompanySold { buyer, price } => vec![pair("buyer", buyer), pair("amount", price)],
            Self::Proceeds { holder, amount, tax } => {
                vec![pair("holder", holder), pair("amount", amount), pair("tax", tax)]
            }
        }
    }
}
