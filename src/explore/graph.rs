//! The scene as a picture's bones: a box for each step and ending, a line for each way between them.

use crate::scenario::activity::Activity;
use crate::scenario::condition::Condition;
use crate::scenario::effect::Effect;
use crate::scenario::format::{Scenario, Step, Wrong};

/// Where a line ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum End {
    /// At the step at this place.
    Step(usize),
    /// At the end of the scene.
    Close,
}

/// A box for a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// The step's id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The kind of its activity.
    pub kind: &'static str,
    /// Whether it may be passed over.
    pub conditional: bool,
    /// Attempts in all, where a wrong answer is sent back.
    pub tries: Option<u8>,
}

/// A line from a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// The place of the step.
    pub from: usize,
    /// Where it leads.
    pub to: End,
    /// The options that lead there; none where every answer does.
    pub options: Vec<String>,
}

/// The scene as boxes and lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Graph {
    /// The scene's title.
    pub title: String,
    /// Steps in the file's order.
    pub nodes: Vec<Node>,
    /// Ways in the order of their steps.
    pub ways: Vec<Way>,
    /// Endings: id and title.
    pub endings: Vec<(String, String)>,
}

impl Graph {
    /// The graph of a scene.
    pub fn of(scenario: &Scenario) -> Self {
        let node = |step: &Step| Node {
            id: step.id.clone(),
            title: step.title.clone(),
            kind: step.activity.kind(),
            conditional: step.when != Condition::Always,
            tries: match &step.wrong {
                Wrong::Return { tries, .. } => Some(*tries),
                Wrong::GoOn => None,
            },
        };
        let places = 0..scenario.steps.len();
        Self {
            title: scenario.title.clone(),
            nodes: scenario.steps.iter().map(node).collect(),
            ways: places.flat_map(|place| ways(scenario, place)).collect(),
            endings: scenario.endings.iter().map(|ending| (ending.id.clone(), ending.title.clone())).collect(),
        }
    }
}

fn ways(scenario: &Scenario, from: usize) -> Vec<Way> {
    let Some(step) = scenario.steps.get(from) else { return Vec::new() };
    let place = |place: usize| if place < scenario.steps.len() { End::Step(place) } else { End::Close };
    let following = place(from.saturating_add(1));
    let named = |id: &str| scenario.steps.iter().position(|step| step.id == id).map_or(End::Close, End::Step);
    let closes = |effects: &[Effect]| effects.contains(&Effect::Finish).then_some(End::Close);
    let default = closes(&step.effects).unwrap_or(step.next.as_deref().map_or(following, named));
    let mut ways: Vec<Way> = Vec::new();
    match &step.activity {
        Activity::Choose(choose) => {
            for option in &choose.options {
                let to = closes(&option.effects).unwrap_or(option.next.as_deref().map_or(default, named));
                match ways.iter_mut().find(|way| way.to == to) {
                    Some(way) => way.options.push(option.id.clone()),
                    None => ways.push(Way { from, to, options: vec![option.id.clone()] }),
                }
            }
            // Where every option leads to the same place, there is nothing to tell apart.
            if let [only] = ways.as_mut_slice() {
                only.options.clear();
            }
        }
        _ => ways.push(Way { from, to: default, options: Vec::new() }),
    }
    ways
}
