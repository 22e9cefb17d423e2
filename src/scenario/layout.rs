//! The canonical layout of a scene's file: four blanks a level, one blank after `,` and `:`, a comma after the last item of
//! a list over several lines, one empty line at most. Where lines break, and every comment, stays the author's.
//! Signs that a Chinese keyboard puts outside strings become those of the language.

/// A piece of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    Open(char),
    Close(char),
    Comma,
    Colon,
    /// A name, a number or a string, as written.
    Plain(String),
    BlockComment(String),
    LineComment(String),
    /// So many ends of line.
    Lines(usize),
    Blank,
}

/// The file's text laid out; nothing where brackets, strings or comments do not pair.
pub fn laid_out(text: &str) -> Option<String> {
    let tokens = tokens(text.trim_start_matches('\u{FEFF}'))?;
    let mut page = Page::default();
    for (place, token) in tokens.iter().enumerate() {
        page.put(token, tokens.get(place.saturating_add(1)..).unwrap_or_default())?;
    }
    page.end();
    page.open.is_empty().then(|| format!("{}\n", page.out.trim_end()))
}

/// What has been written so far.
#[derive(Default)]
struct Page {
    out: String,
    line: String,
    /// Levels of the lines on which the open brackets stand.
    open: Vec<(char, usize)>,
    level: usize,
    /// Whether the last thing written was an item, which a comma may follow.
    item: bool,
    /// Whether a blank is due before the next thing on this line.
    blank: bool,
}

impl Page {
    fn put(&mut self, token: &Token, rest: &[Token]) -> Option<()> {
        match token {
            Token::Blank => self.blank = true,
            Token::Lines(count) => self.lines(*count, rest),
            Token::Open(bracket) => {
                self.begin(rest, None);
                self.space();
                self.line.push(*bracket);
                self.open.push((*bracket, self.level));
                (self.item, self.blank) = (false, false);
            }
            Token::Close(bracket) => self.close(*bracket, rest)?,
            Token::Comma | Token::Colon => {
                self.begin(rest, None);
                self.line.push(if *token == Token::Comma { ',' } else { ':' });
                (self.item, self.blank) = (false, true);
            }
            Token::Plain(text) => {
                self.begin(rest, None);
                self.space();
                self.line.push_str(text);
                self.item = true;
            }
            Token::BlockComment(text) => {
                self.begin(rest, None);
                self.space();
                self.line.push_str(text);
            }
            Token::LineComment(text) => {
                self.begin(rest, None);
                if !self.line.trim().is_empty() {
                    self.line.truncate(self.line.trim_end().len());
                    self.line.push(' ');
                }
                self.blank = false;
                self.line.push_str(text.trim_end());
            }
        }
        Some(())
    }

    /// Ends the line. An item before a closing bracket gets its comma; so many ends of line leave one empty line at most,
    /// and none beside a bracket.
    fn lines(&mut self, count: usize, rest: &[Token]) {
        let next = rest.iter().find(|token| {
            !matches!(token, Token::Blank | Token::Lines(_) | Token::LineComment(_) | Token::BlockComment(_))
        });
        if self.item && !self.open.is_empty() && matches!(next, Some(Token::Close(_))) {
            self.comma();
        }
        let opened = self.line.ends_with(['(', '[', '{']);
        let closes =
            rest.iter().find(|token| !matches!(token, Token::Blank)).is_none_or(|next| matches!(next, Token::Close(_)));
        self.end();
        if count > 1 && !opened && !closes && !self.out.is_empty() {
            self.out.push('\n');
        }
    }

    /// Puts a comma after the last item, before a comment that follows it on the line.
    fn comma(&mut self) {
        match comment_at(&self.line) {
            Some(at) => {
                let comment = self.line.split_off(at);
                let item = self.line.trim_end().to_owned();
                self.line = format!("{item}, {comment}");
            }
            None => self.line.push(','),
        }
        self.item = false;
    }

    fn end(&mut self) {
        self.out.push_str(self.line.trim_end());
        if !self.line.trim().is_empty() {
            self.out.push('\n');
        }
        self.line.clear();
        self.blank = false;
    }

    fn close(&mut self, bracket: char, rest: &[Token]) -> Option<()> {
        let partner = match bracket {
            ')' => '(',
            ']' => '[',
            _ => '{',
        };
        if self.open.last().map(|(open, _)| *open) != Some(partner) {
            return None;
        }
        self.begin(rest, Some(bracket));
        self.open.pop();
        if self.line.trim_end().ends_with(',') {
            let kept = self.line.trim_end().len();
            self.line.truncate(kept);
        }
        self.line.push(bracket);
        (self.item, self.blank) = (true, false);
        Some(())
    }

    /// At a line's first piece: its level, and the blanks before it. A line that begins with closing brackets stands at the
    /// level of the line that opened the last of them.
    fn begin(&mut self, rest: &[Token], closing: Option<char>) {
        if !self.line.is_empty() {
            return;
        }
        let more = rest.iter().take_while(|token| matches!(token, Token::Close(_))).count();
        let closed = if closing.is_some() { more.saturating_add(1) } else { 0 };
        self.level = match self.open.len().checked_sub(closed.max(1)).and_then(|place| self.open.get(place)) {
            Some((_, level)) if closing.is_some() => *level,
            Some((_, level)) => level.saturating_add(1),
            None => 0,
        };
        self.line = "    ".repeat(self.level);
        self.blank = false;
    }

    fn space(&mut self) {
        if self.blank && !self.line.is_empty() && !self.line.ends_with([' ', '(', '[', '{']) {
            self.line.push(' ');
        }
        self.blank = false;
    }
}

/// Where a line comment begins in a line that has been written, outside strings.
fn comment_at(line: &str) -> Option<usize> {
    let mut inside = false;
    let mut before = ' ';
    for (at, character) in line.char_indices() {
        match character {
            '"' if before != '\\' => inside = !inside,
            '/' if before == '/' && !inside => return at.checked_sub(1),
            _ => {}
        }
        before = if before == '\\' { ' ' } else { character };
    }
    None
}

fn tokens(text: &str) -> Option<Vec<Token>> {
    let mut out = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (token, length) = next(first, rest)?;
        rest = rest.get(length..)?;
        out.push(token);
    }
    Some(out)
}

/// The first piece of a text and its length in bytes.
fn next(first: char, rest: &str) -> Option<(Token, usize)> {
    let one = first.len_utf8();
    Some(match first {
        '(' | '[' | '{' => (Token::Open(first), one),
        ')' | ']' | '}' => (Token::Close(first), one),
        '（' => (Token::Open('('), one),
        '）' => (Token::Close(')'), one),
        '【' => (Token::Open('['), one),
        '】' => (Token::Close(']'), one),
        ',' | '，' => (Token::Comma, one),
        ':' | '：' => (Token::Colon, one),
        '\n' => {
            let run = run(rest, |character| character.is_whitespace() || character == '\u{3000}');
            let blank = rest.get(..run)?;
            let length = blank.rfind('\n')?.saturating_add(1);
            (Token::Lines(blank.matches('\n').count()), length)
        }
        _ if first.is_whitespace() || first == '\u{3000}' => (
            Token::Blank,
            run(rest, |character| character != '\n' && (character.is_whitespace() || character == '\u{3000}')),
        ),
        '/' if rest.starts_with("//") => {
            let length = run(rest, |character| character != '\n');
            (Token::LineComment(rest.get(..length)?.to_owned()), length)
        }
        '/' if rest.starts_with("/*") => {
            let length = rest.find("*/")?.saturating_add(2);
            (Token::BlockComment(rest.get(..length)?.to_owned()), length)
        }
        '"' => plain(rest, string(rest)?)?,
        'r' if rest.starts_with("r\"") || rest.starts_with("r#") => plain(rest, raw(rest)?)?,
        _ => {
            let stop =
                |character: char| character.is_whitespace() || "()[]{},:\"/\u{3000}（）【】，：".contains(character);
            plain(rest, run(rest, |character| !stop(character)).max(one))?
        }
    })
}

fn plain(rest: &str, length: usize) -> Option<(Token, usize)> {
    Some((Token::Plain(rest.get(..length)?.to_owned()), length))
}

/// How many bytes at the beginning are of this kind.
fn run(text: &str, of: impl Fn(char) -> bool) -> usize {
    text.find(|character| !of(character)).unwrap_or(text.len())
}

/// A string's length with both quotes.
fn string(text: &str) -> Option<usize> {
    let mut escaped = false;
    for (at, character) in text.char_indices().skip(1) {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at.checked_add(1),
            _ => {}
        }
    }
    None
}

/// A raw string's length with its marks.
fn raw(text: &str) -> Option<usize> {
    let hashes = run(text.get(1..)?, |character| character == '#');
    let end = format!("\"{}", "#".repeat(hashes));
    let from = hashes.checked_add(2)?;
    let inside = text.get(from..)?.find(&end)?;
    from.checked_add(inside)?.checked_add(end.len())
}

#[cfg(test)]
mod tests {
    use super::laid_out;

    #[track_caller]
    fn check(text: &str, wanted: &str) {
        let laid = laid_out(text).expect("it pairs");
        assert_eq!(laid, wanted);
        assert_eq!(laid_out(&laid).as_deref(), Some(wanted), "laying out twice changes nothing");
    }

    #[test]
    fn levels_follow_brackets_that_open_on_different_lines() {
        check(
            "(\nid:\"a\",\n  when: Any([\nX,Y\n]),\n  b : 1 ,\n)",
            "(\n    id: \"a\",\n    when: Any([\n        X, Y,\n    ]),\n    b: 1,\n)\n",
        );
    }

    #[test]
    fn comments_stay_where_they_are() {
        check(
            "( // head\n  a: 1 // one\n  /* two */\n  // three\n)",
            "( // head\n    a: 1, // one\n    /* two */\n    // three\n)\n",
        );
    }

    #[test]
    fn signs_of_a_chinese_keyboard_become_those_of_the_language() {
        check("\u{FEFF}（id： \"中，文：\"，\u{3000}b：\t2）", "(id: \"中，文：\", b: 2)\n");
    }

    #[test]
    fn empty_lines_are_one_at_most_and_none_beside_a_bracket() {
        check("(\n\n  a: 1,\n\n\n\n  b: 2,\n\n)\n\n\n", "(\n    a: 1,\n\n    b: 2,\n)\n");
    }

    #[test]
    fn strings_are_never_touched() {
        check("(a: \"x ,  y\n  z\", b: r#\"q\"  ,\"#)", "(a: \"x ,  y\n  z\", b: r#\"q\"  ,\"#)\n");
    }

    #[test]
    fn what_does_not_pair_is_left_alone() {
        for text in ["(a: 1", "(a: 1])", "(a: \"x)", "(a: 1) /* x", ")"] {
            assert_eq!(laid_out(text), None, "{text}");
        }
    }
}
