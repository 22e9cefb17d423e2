//! How a result is written: a sealed RON text, one decision a line.

use serde::{Deserialize, Serialize};

use crate::assess::score;
use crate::session::{Save, Scribe, Session};

/// The version of result files that this build writes and reads.
pub(super) const FORMAT: u16 = 1;

/// The engine that writes results here.
pub(super) const ENGINE: &str = env!("CARGO_PKG_VERSION");

/// What a result says beside the play-through. Nobody can prove it, so nothing is decided by it but what is said of each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Claims {
    /// The learner's id, as the trainer gave it out; in assessed play the seat's.
    pub learner: String,
    /// The day on which it was written, ISO, by the clock of the learner's machine; empty where it has none.
    pub day: String,
    /// Seconds that each decision took, in their order.
    pub seconds: Vec<u32>,
}

/// A result as it is written.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename = "Result", deny_unknown_fields)]
pub struct ResultFile {
    /// The version of the format.
    pub format: u16,
    /// The version of the engine that wrote it.
    pub engine: String,
    /// The learner's id.
    pub learner: String,
    /// The day on which it was written, ISO.
    pub day: String,
    /// The score it claims, in hundredths of a point.
    pub centipoints: u32,
    /// Seconds that each decision took.
    pub seconds: Vec<u32>,
    /// The play-through.
    pub play: Save,
}

/// A play-through as a result, finished or not.
///
/// ```
/// # use std::sync::Arc;
/// # use startup_metaverse::{assess::result, policy::Policy, scenario, session::{self, Known, Session}};
/// # let policy = Arc::new(Policy::qingdao_2026());
/// # let text = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/registration.ron"));
/// # let scene = Arc::new(scenario::load::load(text, &policy).expect("the scene is sound").scenario);
/// let played = session::autoplay::expert(Session::start(Arc::clone(&scene), Arc::clone(&policy), 7));
/// let claims = result::Claims { learner: "2026-017".to_owned(), day: "2026-03-02".to_owned(), seconds: Vec::new() };
/// let text = result::write(&played, &claims);
///
/// let examiner = result::Examiner::new(Known::new(&[scene], &policy));
/// assert_eq!(examiner.check(&text).0.verdict, result::Verdict::Valid);
/// ```
pub fn write(session: &Session, claims: &Claims) -> String {
    let learner = session.mode().seat().map_or(&claims.learner, |seat| &seat.learner);
    let mut seconds = claims.seconds.clone();
    seconds.resize(session.decisions().len(), 0);
    let file = ResultFile {
        format: FORMAT,
        engine: ENGINE.to_owned(),
        learner: learner.clone(),
        day: claims.day.clone(),
        centipoints: score(session).centipoints,
        seconds,
        play: Scribe::of(session).save(session),
    };
    super::sealed(&file.text())
}

impl ResultFile {
    /// The text that is sealed.
    pub fn text(&self) -> String {
        let pretty = ron::ser::PrettyConfig::new().depth_limit(3).compact_arrays(false).struct_names(true);
        let text = ron::ser::to_string_pretty(self, pretty).unwrap_or_default();
        // The seconds stand on one line; the decisions, one a line.
        let (before, after) = text.split_once("seconds: [").unwrap_or((&text, ""));
        let Some((seconds, after)) = after.split_once(']') else { return text };
        let seconds: Vec<&str> = seconds.split(',').map(str::trim).filter(|second| !second.is_empty()).collect();
        format!("{before}seconds: [{}]{after}", seconds.join(","))
    }
}
