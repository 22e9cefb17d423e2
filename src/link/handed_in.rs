//! What crosses between the page and the module that checks results and makes papers: plain data, in postcard bytes.

use serde::{Deserialize, Serialize};

/// A file that was handed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandedIn {
    /// Its name.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// What was found of one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// The file's name.
    pub name: String,
    /// Whether it counts as it is.
    pub holds: bool,
    /// The verdict, as the key of its message with the values that it names.
    pub verdict: (String, Vec<(String, String)>),
    /// The scene's id; empty where the file could not be read.
    pub scene: String,
    /// The learner's id.
    pub learner: String,
    /// Whether it was assessed.
    pub assessed: bool,
    /// Whether the scene was finished.
    pub closed: bool,
    /// How many decisions hold.
    pub decisions: u32,
    /// The score worked out again; nothing where nothing holds.
    pub score: Option<String>,
    /// The certificate's code; empty where nothing holds.
    pub code: String,
    /// The name of an earlier file that it is like, the share of decisions in common in percent, and whether it is the same play.
    pub alike: Option<(String, u32, bool)>,
}

/// A file to take home.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperFile {
    /// Its name.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}
