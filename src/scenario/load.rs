//! Loading a scene: limits first, then the text's characters, then the types, then the checks that make it playable.

use super::check;
use super::format::{FORMAT, Scenario};
use super::problem::{Code, Diagnostic, Place, Severity};
use super::scan::{DEPTH_MAX, Scan, scan};
use crate::policy::Policy;

/// The longest excerpt of a line, in characters.
const EXCERPT_MAX: usize = 120;

/// A scene that can be played, and what could be better in it.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The scene.
    pub scenario: Scenario,
    /// Warnings.
    pub warnings: Vec<Diagnostic>,
}

/// Reads a scene's text. All problems are told, not the first.
pub fn load(text: &str, policy: &Policy) -> Result<Loaded, Vec<Diagnostic>> {
    let scanned = scan(text);
    let source = Source::new(text, &scanned);
    if !scanned.problems.is_empty() {
        let told = scanned.problems.iter();
        return Err(told.map(|(code, place, what)| source.at(*code, *place, &[("what", what)])).collect());
    }
    let scenario = parse(text).map_err(|(place, cause)| vec![source.at(Code::Syntax, place, &[("what", &cause)])])?;
    if scenario.format != FORMAT {
        let what = scenario.format.to_string();
        return Err(vec![source.near(Code::OtherFormat, &[], &[("what", &what)])]);
    }
    let mut found = check::all(&scenario, policy, &source);
    found.sort_by_key(|problem| (problem.place, problem.code));
    if found.iter().any(|problem| problem.severity() == Severity::Error) {
        return Err(found);
    }
    Ok(Loaded { scenario, warnings: found })
}

fn parse(text: &str) -> Result<Scenario, (Place, String)> {
    use ron::extensions::Extensions;
    let extensions = Extensions::IMPLICIT_SOME | Extensions::UNWRAP_NEWTYPES | Extensions::UNWRAP_VARIANT_NEWTYPES;
    let options = ron::Options::default().with_default_extension(extensions).with_recursion_limit(DEPTH_MAX * 2);
    options.from_str(text).map_err(|error| {
        let at = error.span.start;
        let number = |value: usize| u32::try_from(value).unwrap_or(u32::MAX);
        (Place { line: number(at.line), column: number(at.col) }, error.code.to_string())
    })
}

/// The file's text with its strings, to find where a problem stands.
pub struct Source<'a> {
    text: &'a str,
    scan: &'a Scan,
}

impl<'a> Source<'a> {
    /// A file's text with what its scan found.
    pub fn new(text: &'a str, scan: &'a Scan) -> Self {
        Self { text, scan }
    }

    /// A problem at a place.
    pub fn at(&self, code: Code, place: Place, args: &[(&str, &str)]) -> Diagnostic {
        let line = usize::try_from(place.line.saturating_sub(1)).unwrap_or(0);
        let excerpt = self.text.lines().nth(line).unwrap_or("").chars().take(EXCERPT_MAX).collect();
        let args = args.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Diagnostic { code, place, args, excerpt }
    }

    /// A problem at the last of these strings, each sought after the one before it: step, option, text.
    pub fn near(&self, code: Code, path: &[&str], args: &[(&str, &str)]) -> Diagnostic {
        let mut from = 0;
        let mut place = Place { line: 1, column: 1 };
        for (depth, wanted) in path.iter().enumerate() {
            let named = |literal: &&super::scan::Literal| depth > 0 || literal.field == "id";
            let rest = self.scan.literals.iter().enumerate().skip(from);
            let found = rest.clone().find(|(_, literal)| literal.text == **wanted && named(literal));
            let found = found.or_else(|| rest.clone().find(|(_, literal)| literal.text == **wanted));
            if let Some((index, literal)) = found {
                from = index.saturating_add(1);
                place = literal.place;
            }
        }
        self.at(code, place, args)
    }
}
