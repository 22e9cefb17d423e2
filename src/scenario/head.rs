//! A scene's head: what a directory shows of a scene that it has not read.

use serde::{Deserialize, Serialize};

use super::format::Scenario;

/// What is known of a scene before it is opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Minutes of reading and deciding.
    pub minutes: u16,
    /// What it is about.
    pub about: String,
    /// What one can do after it.
    pub objectives: Vec<String>,
    /// Whether it can go on with the company of a finished scene.
    pub continues: bool,
}

impl Head {
    /// The head of a scene.
    pub fn of(scenario: &Scenario) -> Self {
        Self {
            id: scenario.id.clone(),
            title: scenario.title.clone(),
            minutes: scenario.minutes,
            about: scenario.about.clone(),
            objectives: scenario.objectives.clone(),
            continues: scenario.start.needs().is_some(),
        }
    }
}
