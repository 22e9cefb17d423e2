//! A first look at a file's characters, before it is parsed: what must never be in it, and where its strings stand.
//! A file is hostile until this has passed.

use super::problem::{Code, Place};

/// The largest file, in bytes.
pub const BYTES_MAX: usize = 1 << 20;
/// The most opening brackets and strings a file may have: what the parser builds grows with them.
pub const NODES_MAX: usize = 200_000;
/// The most problems that are told of one file's characters: who has mended so many checks again.
pub const PROBLEMS_MAX: usize = 500;
/// The deepest nesting of brackets.
pub const DEPTH_MAX: usize = 60;

/// A string in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Literal {
    /// Its text as the parser reads it.
    pub text: String,
    /// Where it begins.
    pub place: Place,
    /// The place after its closing quote.
    pub end: Place,
    /// The field name before it, as in `id: "…"`; empty where there is none.
    pub field: String,
}

/// A comment to the end of its line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// What stands after the slashes.
    pub text: String,
    /// Where its first slash is.
    pub place: Place,
    /// The place after its last character.
    pub end: Place,
}

/// A name or a number outside strings: a field, a variant, a digit sequence. Its text is the file's at its bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// Where it begins.
    pub place: Place,
    /// The byte at which it begins.
    pub byte: u32,
    /// How many bytes it has, which are as many characters.
    pub length: u32,
    /// Brackets open around it.
    pub depth: u8,
    /// Whether a colon follows: then it names a field.
    pub field: bool,
}

/// A problem found by the scan: the code, where, and what it names.
pub type Found = (Code, Place, String);

/// What the scan found.
#[derive(Clone, Debug, Default)]
pub struct Scan {
    /// Strings in the order of the file.
    pub literals: Vec<Literal>,
    /// Names and numbers outside strings, in the order of the file.
    pub words: Vec<Word>,
    /// The first tab outside strings and comments.
    pub tab: Option<Place>,
    /// Comments in the order of the file, but for those over several lines.
    pub comments: Vec<Comment>,
    /// Problems in the order of the file.
    pub problems: Vec<Found>,
}

/// Scans a file's text.
pub fn scan(text: &str) -> Scan {
    if text.len() > BYTES_MAX {
        let found = (Code::TooLarge, Place { line: 1, column: 1 }, text.len().to_string());
        return Scan { problems: vec![found], ..Scan::default() };
    }
    let mut scanner = Scanner::new(text);
    scanner.run();
    scanner.out
}

struct Scanner<'a> {
    rest: std::str::Chars<'a>,
    place: Place,
    open: Vec<(char, Place)>,
    byte: usize,
    word: String,
    begun: Option<(Place, usize)>,
    ended: bool,
    field: String,
    nodes: usize,
    out: Scan,
}

impl<'a> Scanner<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            rest: text.chars(),
            place: Place { line: 1, column: 1 },
            open: Vec::new(),
            byte: 0,
            word: String::new(),
            begun: None,
            ended: false,
            field: String::new(),
            nodes: 0,
            out: Scan::default(),
        }
    }

    fn run(&mut self) {
        while let Some((place, next)) = self.next() {
            self.look(place, next);
            if self.nodes > NODES_MAX {
                self.out.problems.truncate(PROBLEMS_MAX.saturating_sub(1));
                self.problem(Code::TooManyNodes, place, NODES_MAX.to_string());
                return;
            }
        }
        self.flush(false);
        for (bracket, place) in std::mem::take(&mut self.open) {
            self.problem(Code::Unclosed, place, bracket.to_string());
        }
    }

    fn look(&mut self, place: Place, next: char) {
        match next {
            '"' => self.string(place, 0),
            'r' if self.word.is_empty() && matches!(self.peek(), Some('"' | '#')) => self.raw(place),
            '/' if self.peek() == Some('/') => self.line_comment(place),
            '/' if self.peek() == Some('*') => self.block_comment(place),
            '(' | '[' | '{' => self.opens(next, place),
            ')' | ']' | '}' => self.closes(next, place),
            ':' => {
                self.field.clone_from(&self.word);
                self.flush(true);
            }
            ',' => {
                self.flush(false);
                self.field.clear();
            }
            _ if in_word(next) => self.letter(place, next),
            '\u{3000}' => self.problem(Code::IdeographicSpace, place, String::new()),
            '，' | '：' | '；' | '（' | '）' | '【' | '】' | '“' | '”' | '‘' | '’' | '。' | '、' => {
                self.problem(Code::FullWidth, place, next.to_string());
            }
            '%' | '％' | '万' | '亿' | '千' | '元' | '¥' | '￥' => {
                let what = [self.word.as_str(), next.encode_utf8(&mut [0; 4])].concat();
                self.problem(Code::NumberWithUnit, place, what);
            }
            '\t' => self.out.tab = self.out.tab.or(Some(place)),
            ' ' => {
                self.ended = true;
                self.run_of(|next| next == ' ');
            }
            _ => self.ended = true,
        }
    }

    fn letter(&mut self, place: Place, next: char) {
        if self.ended {
            self.flush(false);
        }
        if self.word.is_empty() {
            self.begun = Some((place, self.byte.saturating_sub(1)));
        }
        self.word.push(next);
        let rest = self.run_of(in_word);
        self.word.push_str(rest);
    }

    /// Ends the word before this place and notes it; `field` where a colon follows it.
    fn flush(&mut self, field: bool) {
        self.ended = false;
        if let Some((place, byte)) = self.begun.take() {
            self.out.words.push(Word {
                place,
                byte: u32::try_from(byte).unwrap_or(u32::MAX),
                length: u32::try_from(self.word.len()).unwrap_or(u32::MAX),
                depth: u8::try_from(self.open.len()).unwrap_or(u8::MAX),
                field,
            });
        }
        self.word.clear();
    }

    fn peek(&self) -> Option<char> {
        self.rest.clone().next()
    }

    fn next(&mut self) -> Option<(Place, char)> {
        let next = self.rest.next()?;
        let place = self.place;
        self.byte = self.byte.saturating_add(next.len_utf8());
        if next == '\n' {
            self.place = Place { line: place.line.saturating_add(1), column: 1 };
        } else {
            self.place.column = place.column.saturating_add(1);
        }
        if next == '\u{FEFF}' && self.byte == next.len_utf8() {
            self.problem(Code::ByteOrderMark, place, String::new());
        } else if forbidden(next) {
            self.problem(Code::ForbiddenCharacter, place, format!("U+{:04X}", u32::from(next)));
        }
        Some((place, next))
    }

    /// Takes the characters from here on that are `plain` and need no look of their own, and gives them.
    fn run_of(&mut self, plain: impl Fn(char) -> bool) -> &'a str {
        let ahead = self.rest.as_str();
        let mut columns: u32 = 0;
        let mut end = ahead.len();
        for (byte, character) in ahead.char_indices() {
            if !ordinary(character) || !plain(character) {
                end = byte;
                break;
            }
            columns = columns.saturating_add(1);
        }
        let (run, rest) = ahead.split_at_checked(end).unwrap_or((ahead, ""));
        self.rest = rest.chars();
        self.byte = self.byte.saturating_add(run.len());
        self.place.column = self.place.column.saturating_add(columns);
        run
    }

    fn problem(&mut self, code: Code, place: Place, what: String) {
        if self.out.problems.len() < PROBLEMS_MAX {
            self.out.problems.push((code, place, what));
        }
    }

    fn opens(&mut self, bracket: char, place: Place) {
        self.nodes = self.nodes.saturating_add(1);
        self.flush(false);
        self.open.push((bracket, place));
        self.field.clear();
        if self.open.len() == DEPTH_MAX.saturating_add(1) {
            self.problem(Code::TooDeep, place, DEPTH_MAX.to_string());
        }
    }

    fn closes(&mut self, bracket: char, place: Place) {
        self.flush(false);
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
        loop {
            if !escaped {
                text.push_str(self.run_of(|next| next != '"' && next != '\\'));
            }
            let Some((_, next)) = self.next() else { break };
            match next {
                _ if escaped => {
                    escaped = false;
                    text.pop();
                    text.push(meant(next));
                    continue;
                }
                '\\' if hashes == 0 => escaped = true,
                '"' if self.closing_hashes(hashes) => {
                    let field = std::mem::take(&mut self.field);
                    self.flush(false);
                    self.out.literals.push(Literal { text, place, end: self.place, field });
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
        while self.peek() == Some('#') {
            self.next();
            hashes = hashes.saturating_add(1);
        }
        if self.peek() == Some('"') {
            self.next();
            self.string(place, hashes);
        }
    }

    fn line_comment(&mut self, place: Place) {
        self.next();
        let mut text = String::new();
        while self.peek().is_some_and(|next| next != '\n') {
            text.push_str(self.run_of(|_| true));
            if self.peek() != Some('\n') {
                text.extend(self.next().map(|(_, next)| next));
            }
        }
        self.out.comments.push(Comment { text, place, end: self.place });
    }

    fn block_comment(&mut self, place: Place) {
        self.next();
        let mut before = ' ';
        while let Some((_, next)) = self.next() {
            if before == '*' && next == '/' {
                return;
            }
            before = next;
        }
        self.problem(Code::UnclosedComment, place, String::new());
    }
}

/// The character that an escape stands for.
fn meant(escaped: char) -> char {
    match escaped {
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        '0' => '\0',
        other => other,
    }
}

/// Whether a character can be part of a name or a number.
fn in_word(character: char) -> bool {
    character.is_ascii_alphanumeric() || character == '_'
}

/// Whether a character has nothing to it but one column: neither a line break nor one that might be forbidden.
fn ordinary(character: char) -> bool {
    matches!(character, ' '..='~' | '\u{3000}'..='\u{FEFE}' | '\u{FF00}'..='\u{FFEF}')
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
        assert_eq!(codes("\u{FEFF}()"), [("E0121", 1, 1)]);
        assert_eq!(codes("(a\u{3000}: 1)"), [("E0122", 1, 3)]);
        assert_eq!(codes("(a: 1) /* never"), [("E0123", 1, 8)]);
        assert_eq!(codes("(a: 5万, b: 6%)"), [("E0117", 1, 6), ("E0117", 1, 13)]);
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

    #[test]
    fn words_know_their_place_and_whether_they_name_a_field() {
        let text = "(id : \"\u{9752}\", do: Choose(best: All))";
        let told = scan(text).words.into_iter().map(|word| {
            let from = usize::try_from(word.byte).unwrap();
            let length = usize::try_from(word.length).unwrap();
            (text.get(from..from + length).unwrap(), word.place.column, word.depth, word.field)
        });
        let wanted = [
            ("id", 2, 1, true),
            ("do", 12, 1, true),
            ("Choose", 16, 1, false),
            ("best", 23, 2, true),
            ("All", 29, 2, false),
        ];
        assert_eq!(told.collect::<Vec<_>>(), wanted);
    }

    #[test]
    fn escapes_are_read_as_the_parser_does() {
        assert_eq!(scan(r#"("a\n\"b")"#).literals.first().map(|one| one.text.as_str()), Some("a\n\"b"));
    }
}
