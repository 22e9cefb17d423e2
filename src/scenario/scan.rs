//! A first look at a file's characters, before it is parsed: what must never be in it, and where its strings stand.
//! A file is hostile until this has passed.

use super::problem::{Code, Place};

/// The largest file, in bytes.
pub const BYTES_MAX: usize = 1 << 20;
/// The most opening brackets and strings a file may have: what the parser builds grows with them.
pub const NODES_MAX: usize = 200_000;
/// The deepest nesting of brackets.
pub const DEPTH_MAX: usize = 60;

/// A string in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Literal {
    /// Its text between the quotes, escapes as written.
    pub text: String,
    /// Where it begins.
    pub place: Place,
    /// The field name before it, as in `id: "…"`; empty where there is none.
    pub field: String,
}

/// A problem found by the scan: the code, where, and what it names.
pub type Found = (Code, Place, String);

/// What the scan found.
#[derive(Clone, Debug, Default)]
pub struct Scan {
    /// Strings in the order of the file.
    pub literals: Vec<Literal>,
    /// Problems in the order of the file.
    pub problems: Vec<Found>,
}

/// Scans a file's text.
pub fn scan(text: &str) -> Scan {
    if text.len() > BYTES_MAX {
        let found = (Code::TooLarge, Place { line: 1, column: 1 }, text.len().to_string());
        return Scan { literals: Vec::new(), problems: vec![found] };
    }
    let mut scanner = Scanner::new(text);
    scanner.run();
    scanner.out
}

struct Scanner<'a> {
    rest: std::iter::Peekable<std::str::Chars<'a>>,
    place: Place,
    open: Vec<(char, Place)>,
    word: String,
    field: String,
    nodes: usize,
    out: Scan,
}

impl<'a> Scanner<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            rest: text.chars().peekable(),
            place: Place { line: 1, column: 1 },
            open: Vec::new(),
            word: String::new(),
            field: String::new(),
            nodes: 0,
            out: Scan::default(),
        }
    }

    fn run(&mut self) {
        while let Some((place, next)) = self.next() {
            match next {
                '"' => self.string(place, 0),
                'r' if self.word.is_empty() && matches!(self.rest.peek(), Some('"' | '#')) => self.raw(place),
                '/' if self.rest.peek() == Some(&'/') => self.line_comment(),
                '/' if self.rest.peek() == Some(&'*') => self.block_comment(),
                '(' | '[' | '{' => self.opens(next, place),
                ')' | ']' | '}' => self.closes(next, place),
                ':' => self.field = std::mem::take(&mut self.word),
                ',' => {
                    self.word.clear();
                    self.field.clear();
                }
                _ if next.is_ascii_alphanumeric() || next == '_' => self.word.push(next),
                '，' | '：' | '；' | '（' | '）' | '【' | '】' | '“' | '”' | '‘' | '’' | '。' | '、' | '\u{3000}' =>
                {
                    self.problem(Code::FullWidth, place, next.to_string());
                }
                _ => {}
            }
            if self.nodes > NODES_MAX {
                self.problem(Code::TooManyNodes, place, NODES_MAX.to_string());
                return;
            }
        }
        for (bracket, place) in std::mem::take(&mut self.open) {
            self.problem(Code::Unclosed, place, bracket.to_string());
        }
    }

    fn next(&mut self) -> Option<(Place, char)> {
        let next = self.rest.next()?;
        let place = self.place;
        if next == '\n' {
            self.place = Place { line: place.line.saturating_add(1), column: 1 };
        } else {
            self.place.column = place.column.saturating_add(1);
        }
        if forbidden(next) {
            self.problem(Code::ForbiddenCharacter, place, format!("U+{:04X}", u32::from(next)));
        }
        Some((place, next))
    }

    fn problem(&mut self, code: Code, place: Place, what: String) {
        self.out.problems.push((code, place, what));
    }

    fn opens(&mut self, bracket: char, place: Place) {
        self.nodes = self.nodes.saturating_add(1);
        self.open.push((bracket, place));
        self.word.clear();
        self.field.clear();
        if self.open.len() == DEPTH_MAX.saturating_add(1) {
            self.problem(Code::TooDeep, place, DEPTH_MAX.to_string());
        }
    }

    fn closes(&mut self, bracket: char, place: Place) {
        self.word.clear();
        let partner = match bracket {
            ')' => '(',
            ']' => '[',
            _ => '{',
        };
        match self.open.pop() {
            Some((opened, _)) if opened == partner => {}
            Some((opened, at)) => self.problem(Code::Unclosed, at, opened.to_string()),
            None => self.problem(Code::Unopened, place, bracket.to_string()),
        }
    }

    fn string(&mut self, place: Place, hashes: usize) {
        self.nodes = self.nodes.saturating_add(1);
        let mut text = String::new();
        let mut escaped = false;
        while let Some((_, next)) = self.next() {
            match next {
                _ if escaped => escaped = false,
                '\\' if hashes == 0 => escaped = true,
                '"' if self.closing_hashes(hashes) => {
                    let field = std::mem::take(&mut self.field);
                    self.out.literals.push(Literal { text, place, field });
                    self.word.clear();
                    return;
                }
                _ => {}
            }
            text.push(next);
        }
        self.problem(Code::UnclosedString, place, String::new());
    }

    fn closing_hashes(&mut self, hashes: usize) -> bool {
        let mut ahead = self.rest.clone();
        if (0..hashes).any(|_| ahead.next() != Some('#')) {
            return false;
        }
        for _ in 0..hashes {
            self.next();
        }
        true
    }

    fn raw(&mut self, place: Place) {
        let mut hashes: usize = 0;
        while self.rest.peek() == Some(&'#') {
            self.next();
            hashes = hashes.saturating_add(1);
        }
        if self.rest.peek() == Some(&'"') {
            self.next();
            self.string(place, hashes);
        }
    }

    fn line_comment(&mut self) {
        while self.rest.peek().is_some_and(|next| *next != '\n') {
            self.next();
        }
    }

    fn block_comment(&mut self) {
        self.next();
        let mut before = ' ';
        while let Some((_, next)) = self.next() {
            if before == '*' && next == '/' {
                return;
            }
            before = next;
        }
    }
}

/// Control characters and those that turn the direction of writing; a text may hold line breaks and tabs.
fn forbidden(character: char) -> bool {
    match character {
        '\n' | '\r' | '\t' => false,
        '\u{FEFF}' | '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => true,
        other => other.is_control(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(text: &str) -> Vec<(&'static str, u32, u32)> {
        scan(text).problems.iter().map(|(code, place, _)| (code.id(), place.line, place.column)).collect()
    }

    #[test]
    fn full_width_marks_are_found_outside_strings_only() {
        assert_eq!(codes("(id： \"x：y\", // 注释：可以\n)"), [("E0103", 1, 4)]);
        assert_eq!(codes("(id: \"青岛，你好\")"), []);
    }

    #[test]
    fn an_unclosed_bracket_is_named_where_it_opened() {
        assert_eq!(codes("(\n  steps: [\n    (id: \"a\"),\n"), [("E0104", 1, 1), ("E0104", 2, 10)]);
        assert_eq!(codes("(a: [1)"), [("E0104", 1, 5), ("E0104", 1, 1)]);
        assert_eq!(codes(")"), [("E0105", 1, 1)]);
    }

    #[test]
    fn characters_that_hide_or_turn_text_are_found_inside_strings_too() {
        assert_eq!(codes("(\"a\u{202E}b\")"), [("E0102", 1, 4)]);
        assert_eq!(codes("\u{FEFF}()"), [("E0102", 1, 1)]);
        assert_eq!(codes("(\"a\0\")"), [("E0102", 1, 4)]);
    }

    #[test]
    fn limits_stop_the_scan() {
        let deep = "(".repeat(DEPTH_MAX + 1) + &")".repeat(DEPTH_MAX + 1);
        assert_eq!(codes(&deep).len(), 1);
        assert_eq!(codes(&"(),".repeat(NODES_MAX + 1)).last().map(|found| found.0), Some("E0107"));
        assert_eq!(codes(&" ".repeat(BYTES_MAX + 1)), [("E0101", 1, 1)]);
        assert_eq!(codes("(a: \"unclosed"), [("E0108", 1, 5), ("E0104", 1, 1)]);
    }

    #[test]
    fn strings_know_the_field_before_them() {
        let literals = scan("(id: \"a\", r#\"b\"c\"#, say: [(\"clerk\", \"x\")])").literals;
        let told: Vec<(&str, &str)> = literals.iter().map(|one| (one.field.as_str(), one.text.as_str())).collect();
        assert_eq!(told, [("id", "a"), ("", "b\"c"), ("", "clerk"), ("", "x")]);
    }
}
