//! A file's text with what its scan found, to say where a problem stands: at a string, a field, a word, a reference.

use std::cell::Cell;

use super::problem::{Code, Diagnostic, Place};
use super::scan::{Literal, PROBLEMS_MAX, Scan, Word};

/// The longest excerpt of a line, in characters.
const EXCERPT_MAX: usize = 120;

/// Problems of one file that are told with their places.
pub const TOLD_MAX: usize = PROBLEMS_MAX;

/// From a place up to another, which is not part of it.
pub type Span = (Place, Place);

/// The file's text with its strings and words.
pub struct Source<'a> {
    text: &'a str,
    scan: &'a Scan,
    /// The byte at which each line begins.
    lines: Vec<usize>,
    told: Cell<usize>,
}

impl<'a> Source<'a> {
    /// A file's text with what its scan found.
    pub fn new(text: &'a str, scan: &'a Scan) -> Self {
        let after = |(byte, _): (usize, &str)| byte.saturating_add(1);
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(after)).collect();
        Self { text, scan, lines, told: Cell::new(0) }
    }

    /// The line at a place, and the byte at which it begins.
    fn line(&self, place: Place) -> (usize, &'a str) {
        let index = usize::try_from(place.line.saturating_sub(1)).unwrap_or(usize::MAX);
        let from = self.lines.get(index).copied().unwrap_or(self.text.len());
        (from, self.text.get(from..).and_then(|rest| rest.lines().next()).unwrap_or(""))
    }

    /// The byte at which a place stands.
    fn byte(&self, place: Place) -> usize {
        let (before, line) = self.line(place);
        before.saturating_add(into_line(line, place))
    }

    /// The file's text.
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// What its scan found.
    pub fn scan(&self) -> &'a Scan {
        self.scan
    }

    /// Whether so much has been told that nobody reads on: then problems are no longer sought in the file, nor hints for them.
    pub fn is_weary(&self) -> bool {
        self.told.get() >= TOLD_MAX
    }

    /// A problem with the one character at a place.
    pub fn at(&self, code: Code, place: Place, args: &[(&str, &str)]) -> Diagnostic {
        self.span(code, (place, after(place)), args)
    }

    /// A problem at a span. What ends where it begins has one character.
    pub fn span(&self, code: Code, (place, end): Span, args: &[(&str, &str)]) -> Diagnostic {
        self.told.set(self.told.get().saturating_add(1));
        let excerpt = self.line(place).1.chars().take(EXCERPT_MAX).collect();
        let args = args.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Diagnostic { code, place, end: end.max(after(place)), args, excerpt }
    }

    /// A problem at the last of these strings, each sought after the one before it: step, option, text. The first is sought
    /// among ids before any other string. Without any, or where none is found, it is the whole scene's: its id.
    pub fn near(&self, code: Code, path: &[&str], args: &[(&str, &str)]) -> Diagnostic {
        let span = self.follow(path).map_or_else(|| self.heading(), |(_, literal)| (literal.place, literal.end));
        self.span(code, span, args)
    }

    /// A problem at the second `id: "…"` of this text after the path.
    pub fn second(&self, code: Code, path: &[&str], id: &str) -> Diagnostic {
        let from = self.follow(path).map_or(0, |(index, _)| index);
        let same = self.scan.literals.iter().skip(from).filter(|literal| literal.field == "id" && literal.text == id);
        let span = same.take(2).last().map_or_else(|| self.heading(), |literal| (literal.place, literal.end));
        self.span(code, span, &[("name", id)])
    }

    /// A problem with a reference `{name}` inside a text, which the path leads to.
    pub fn reference(&self, code: Code, path: &[&str], name: &str, args: &[(&str, &str)]) -> Diagnostic {
        let Some((_, literal)) = self.follow(path) else { return self.near(code, path, args) };
        let braced = ["{", name, "}"].concat();
        let within = self.text.get(self.byte(literal.place)..self.byte(literal.end)).unwrap_or("");
        let span = match within.split_once(&braced) {
            Some((before, _)) => (moved(literal.place, before), moved(moved(literal.place, before), &braced)),
            None => (literal.place, literal.end),
        };
        self.span(code, span, args)
    }

    /// A problem with a field of the scene itself, such as `minutes`.
    pub fn field(&self, code: Code, field: &str, args: &[(&str, &str)]) -> Diagnostic {
        let found = self.scan.words.iter().find(|word| word.field && word.depth == 1 && self.is(word, field));
        self.span(code, found.map_or_else(|| self.heading(), span_of), args)
    }

    /// A problem with a word inside a field of the scene, such as a criterion in `rubric`; with the field where there is none.
    pub fn word(&self, code: Code, field: &str, name: &str, args: &[(&str, &str)]) -> Diagnostic {
        let mut inside = self.scan.words.iter().skip_while(|word| !(word.depth == 1 && self.is(word, field)));
        let head = inside.next();
        let found = inside.take_while(|word| word.depth > 1).find(|word| self.is(word, name));
        match found.or(head) {
            Some(word) => self.span(code, span_of(word), args),
            None => self.near(code, &[], args),
        }
    }

    /// A problem with a field of the part that the path leads to, such as `when` of an option; else with the part's name.
    pub fn part(&self, code: Code, path: &[&str], field: &str, args: &[(&str, &str)]) -> Diagnostic {
        let Some((_, literal)) = self.follow(path) else { return self.near(code, path, args) };
        let home = self.scan.words.iter().rfind(|word| word.place < literal.place).map_or(0, |word| word.depth);
        let rest = self.scan.words.iter().skip_while(|word| word.place < literal.end);
        let found = rest.take_while(|word| word.depth >= home).find(|word| word.depth == home && self.is(word, field));
        self.span(code, found.map_or((literal.place, literal.end), span_of), args)
    }

    fn is(&self, word: &Word, name: &str) -> bool {
        let from = usize::try_from(word.byte).unwrap_or(usize::MAX);
        let to = from.saturating_add(usize::try_from(word.length).unwrap_or(0));
        self.text.get(from..to) == Some(name)
    }

    /// The last string of a path that is found, with its index.
    fn follow(&self, path: &[&str]) -> Option<(usize, &Literal)> {
        let mut last = None;
        if self.is_weary() {
            return last;
        }
        for (depth, wanted) in path.iter().enumerate() {
            let from = last.map_or(0, |(index, _): (usize, &Literal)| index.saturating_add(1));
            let named = |literal: &Literal| depth > 0 || literal.field == "id";
            let same = |literal: &Literal| literal.text == **wanted;
            let rest = || self.scan.literals.iter().enumerate().skip(from);
            let found = rest().find(|(_, literal)| same(literal) && named(literal));
            last = found.or_else(|| rest().find(|(_, literal)| same(literal))).or(last);
        }
        last
    }

    /// Where the scene says its own name; the first character where it does not.
    fn heading(&self) -> Span {
        let start = Place { line: 1, column: 1 };
        let named = self.scan.literals.iter().find(|literal| literal.field == "id");
        named.map_or((start, after(start)), |literal| (literal.place, literal.end))
    }
}

fn span_of(word: &Word) -> Span {
    let end = Place { column: word.place.column.saturating_add(word.length), ..word.place };
    (word.place, end)
}

fn after(place: Place) -> Place {
    Place { column: place.column.saturating_add(1), ..place }
}

/// A place moved over a text.
fn moved(place: Place, over: &str) -> Place {
    let count = |characters: usize| u32::try_from(characters).unwrap_or(u32::MAX);
    match over.rsplit_once('\n') {
        Some((before, last)) => Place {
            line: place.line.saturating_add(count(before.matches('\n').count())).saturating_add(1),
            column: count(last.chars().count()).saturating_add(1),
        },
        None => Place { column: place.column.saturating_add(count(over.chars().count())), ..place },
    }
}

/// The byte at which a place stands in a text.
pub fn byte_of(text: &str, place: Place) -> usize {
    let lines = usize::try_from(place.line.saturating_sub(1)).unwrap_or(0);
    let before: usize = text.split_inclusive('\n').take(lines).map(str::len).sum();
    let line = text.get(before..).and_then(|rest| rest.lines().next()).unwrap_or("");
    before.saturating_add(into_line(line, place))
}

/// The byte at which a place's column stands in its line.
fn into_line(line: &str, place: Place) -> usize {
    let columns = usize::try_from(place.column.saturating_sub(1)).unwrap_or(0);
    line.chars().take(columns).map(char::len_utf8).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::scan::scan;

    const TEXT: &str = "(\n  id: \"a\", minutes: 5,\n  steps: [(id: \"b\", say: [\"x\\n {who}\"], when: Always)],\n  rubric: [Finance],\n)";

    fn stands(problem: &Diagnostic) -> (u32, u32, u32) {
        (problem.place.line, problem.place.column, problem.end.column)
    }

    #[test]
    fn a_problem_stands_where_its_words_stand() {
        let scanned = scan(TEXT);
        let source = Source::new(TEXT, &scanned);
        let code = Code::Minutes;
        assert_eq!(stands(&source.field(code, "minutes", &[])), (2, 12, 19));
        assert_eq!(stands(&source.word(code, "rubric", "Finance", &[])), (4, 12, 19));
        assert_eq!(stands(&source.part(code, &["b"], "when", &[])), (3, 41, 45));
        assert_eq!(stands(&source.reference(code, &["b", "x\n {who}"], "who", &[])), (3, 32, 37));
        assert_eq!(stands(&source.near(code, &["b"], &[])), (3, 16, 19));
        assert_eq!(stands(&source.near(code, &[], &[])), (2, 7, 10), "the scene's own name");
    }
}
