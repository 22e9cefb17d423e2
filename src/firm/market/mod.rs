//! The market: how many customers come on a day, from piecewise-linear curves of price, season, awareness, quality and rivals
//! that are authored as data, and a draw of chance.
//!
//! A [`Market`] is read from RON and checked as a whole; every curve in it is a teaching parameter. [`Market::outlook`] works
//! out once a month what a usual day brings; a day then costs two products. Who sells what to those who come is not decided
//! here but in [`month`](super::month).

mod curve;
#[cfg(not(target_family = "wasm"))]
mod load;
mod outlook;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use curve::Curve;
#[cfg(not(target_family = "wasm"))]
pub use load::MarketProblem;
pub use outlook::{Conditions, Outlook};

use crate::money::Money;

/// Steps in which luck is drawn: a byte of chance a day.
const LUCK_STEPS: usize = 256;

/// A market and its customers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Market {
    id: String,
    title: String,
    en: String,
    note: String,
    base_customers: i64,
    reference_price: i64,
    price: Curve,
    season: Curve,
    weekdays: [i64; 7],
    awareness: Curve,
    quality: Curve,
    rivals: Curve,
    /// The factor for each step of luck, from the curve of its quantiles.
    luck: Vec<i64>,
    advertising: Curve,
    word_of_mouth: Curve,
    forgetting: i64,
    rival_arrives: i64,
    rival_leaves: i64,
    rivals_max: u8,
}

/// There is no such market.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("there is no market `{0}`")]
pub struct UnknownMarket(pub String);

/// The markets this build carries, by name and text.
#[cfg(not(target_family = "wasm"))]
const BUILT_IN: &[(&str, &str)] = &[
    ("assets/market/lemonade.ron", include_str!("../../../assets/market/lemonade.ron")),
    ("assets/market/coffee.ron", include_str!("../../../assets/market/coffee.ron")),
];

impl Market {
    /// Reads and checks a market from its RON text; `file` is named in problems.
    #[cfg(not(target_family = "wasm"))]
    pub fn load(file: &str, text: &str) -> Result<Market, Vec<MarketProblem>> {
        load::load(file, text)
    }

    /// The markets this build carries.
    ///
    /// # Panics
    /// Never in a build whose tests passed: the files are part of the program and a test loads them.
    #[cfg(not(target_family = "wasm"))]
    pub fn built_in() -> Vec<Market> {
        let load = |(file, text): &(&str, &str)| match Market::load(file, text) {
            Ok(market) => market,
            Err(problems) => unreachable!("the built-in markets are sound: {problems:?}"),
        };
        BUILT_IN.iter().map(load).collect()
    }

    /// The markets this build carries, as the build has read and packed them: a browser neither reads nor checks text.
    ///
    /// # Panics
    /// Never in a module that xtask has built: it packs them with the very code that reads them here.
    #[cfg(target_family = "wasm")]
    pub fn built_in() -> Vec<Market> {
        match postcard::from_bytes(include_bytes!(env!("METAVERSE_MARKETS"))) {
            Ok(markets) => markets,
            Err(error) => unreachable!("the packed markets are this build's: {error}"),
        }
    }

    /// A market of this build by its id.
    pub fn named(id: &str) -> Result<Market, UnknownMarket> {
        Market::built_in().into_iter().find(|market| market.id == id).ok_or_else(|| UnknownMarket(id.to_owned()))
    }

    /// Its stable name, which keys its streams of chance.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// In Chinese.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// In English.
    pub fn en(&self) -> &str {
        &self.en
    }

    /// One line in Chinese: what it shows.
    pub fn note(&self) -> &str {
        &self.note
    }

    /// The price, tax included, at which the base number of customers comes.
    pub fn reference_price(&self) -> Money {
        Money::try_from_fen(self.reference_price).unwrap_or(Money::ZERO)
    }

    /// The most rivals there are.
    pub fn rivals_max(&self) -> u8 {
        self.rivals_max
    }
}
