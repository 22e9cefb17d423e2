//! From text to types: what the parser objects to, as a code with its place and the name that was most likely meant.
//! The parser stops at its first objection. Where it is plain what was meant, the text is read on as if that stood there, so
//! that one run tells of every slip; nothing so mended is ever played.

use ron::error::{Error, Position, SpannedError};
use ron::extensions::Extensions;

use super::format::Scenario;
use super::nearest;
use super::problem::{Code, Place};
use super::scan::{DEPTH_MAX, Literal};
use super::source::{Source, Span, byte_of};

/// A file with more slips than this is another kind of file.
const SLIPS_MAX: usize = 24;

/// An objection of the parser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) code: Code,
    pub(super) span: Span,
    pub(super) args: Vec<(&'static str, String)>,
}

/// What came of reading: the scene where it could be read to its end, and every objection on the way.
#[derive(Debug)]
pub(super) struct Read {
    pub(super) scenario: Option<Scenario>,
    pub(super) faults: Vec<Fault>,
}

/// A change of the text that lets the parser go on.
struct Mend {
    from: usize,
    to: usize,
    put: String,
    /// Whether the rest can be checked as if the author had written so: a name's spelling, a comma.
    harmless: bool,
}

/// Reads a file's text.
pub(super) fn read(source: &Source<'_>) -> Read {
    let mut text = source.text().to_owned();
    let mut moves: Vec<(Place, i64)> = Vec::new();
    let mut faults: Vec<Fault> = Vec::new();
    let mut harmless = true;
    loop {
        let error = match parse(&text) {
            Ok(scenario) => return Read { scenario: harmless.then_some(scenario), faults },
            Err(error) => error,
        };
        let (mut fault, mend) = objection(&error, &text, source, &moves);
        fault.span = (unmoved(fault.span.0, &moves), unmoved(fault.span.1, &moves));
        let again = faults.iter().any(|known| known.span.0 == fault.span.0);
        if !again {
            faults.push(fault);
        }
        let Some(mend) = mend.filter(|_| !again && faults.len() < SLIPS_MAX) else {
            return Read { scenario: None, faults };
        };
        harmless = harmless && mend.harmless;
        moves.push((place_of(&text, mend.from), moved_by(&text, &mend)));
        text.replace_range(mend.from..mend.to, &mend.put);
    }
}

fn parse(text: &str) -> Result<Scenario, SpannedError> {
    let extensions = Extensions::IMPLICIT_SOME | Extensions::UNWRAP_NEWTYPES | Extensions::UNWRAP_VARIANT_NEWTYPES;
    let options = ron::Options::default().with_default_extension(extensions).with_recursion_limit(DEPTH_MAX * 2);
    options.from_str(text)
}

/// An error as a fault, with its span in the text as mended so far, and what would mend it.
fn objection(error: &SpannedError, text: &str, source: &Source<'_>, moves: &[(Place, i64)]) -> (Fault, Option<Mend>) {
    let span = (place(error.span.start), place(error.span.end));
    let fault = |code, args| Fault { code, span, args };
    match &error.code {
        Error::NoSuchStructField { expected, found, .. } => named(Code::UnknownField, found, expected, span, text),
        Error::NoSuchEnumVariant { expected, found, .. } => named(Code::UnknownVariant, found, expected, span, text),
        Error::MissingStructField { field, .. } => {
            (fault(Code::MissingField, vec![("name", (*field).to_owned())]), None)
        }
        Error::DuplicateStructField { field, .. } => {
            (fault(Code::RepeatedField, vec![("name", (*field).to_owned())]), None)
        }
        Error::ExpectedComma | Error::ExpectedStructLikeEnd | Error::ExpectedArrayEnd | Error::ExpectedMapEnd => {
            comma(span, text)
        }
        Error::Message(cause) => value(cause, span, text, source, moves),
        Error::TrailingCharacters => (fault(Code::TrailingText, Vec::new()), None),
        Error::Eof => (fault(Code::Syntax, vec![("what", error.code.to_string())]), None),
        Error::ExpectedInteger
        | Error::ExpectedBoolean
        | Error::ExpectedString
        | Error::ExpectedArray
        | Error::ExpectedMap
        | Error::ExpectedStructLike
        | Error::ExpectedNamedStructLike(_)
        | Error::ExpectedIdentifier
        | Error::ExpectedOption
        | Error::ExpectedUnit
        | Error::IntegerOutOfBounds
        | Error::InvalidIntegerDigit { .. }
        | Error::UnderscoreAtBeginning
        | Error::InvalidValueForType { .. }
        | Error::ExpectedDifferentLength { .. } => {
            (fault(Code::WrongType, vec![("what", wanted(&error.code)), ("parser", error.code.to_string())]), None)
        }
        other => (fault(Code::Syntax, vec![("what", other.to_string())]), None),
    }
}

/// What the parser wanted to see, as one would type it.
fn wanted(error: &Error) -> String {
    let shown = match error {
        Error::ExpectedInteger | Error::InvalidIntegerDigit { .. } | Error::UnderscoreAtBeginning => "123",
        Error::IntegerOutOfBounds => "0 … 65535",
        Error::ExpectedBoolean => "true / false",
        Error::ExpectedString => "\"…\"",
        Error::ExpectedArray => "[ … ]",
        Error::ExpectedMap => "{ \"…\": … }",
        Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) => "( … )",
        Error::InvalidValueForType { expected, .. } | Error::ExpectedDifferentLength { expected, .. } => expected,
        _ => "…",
    };
    shown.to_owned()
}

/// A name that is not there, with the nearest that is.
fn named(code: Code, found: &str, known: &[&str], span: Span, text: &str) -> (Fault, Option<Mend>) {
    let near = nearest::to(found, known.iter().copied());
    let mut args = vec![("name", found.to_owned()), ("known", known.join(" "))];
    args.extend(near.map(|near| ("near", near.to_owned())));
    // The parser's span may end after the name or begin before it: the name is sought where it points.
    let at = byte_of(text, span.0).min(byte_of(text, span.1));
    let exact = last_before(text, at.max(byte_of(text, span.1)), found);
    let fault_span =
        exact.map_or(span, |from| (place_of(text, from), place_of(text, from.saturating_add(found.len()))));
    let mend = exact.zip(near).map(|(from, near)| Mend {
        from,
        to: from.saturating_add(found.len()),
        put: near.to_owned(),
        harmless: true,
    });
    (Fault { code, span: fault_span, args }, mend)
}

/// The last whole `name` that begins before a byte, with nothing but a little text after it.
fn last_before(text: &str, byte: usize, name: &str) -> Option<usize> {
    let until = text.get(..byte.saturating_add(1)).or_else(|| text.get(..byte))?;
    let from = until.rfind(name)?;
    let letter = |character: char| character.is_alphanumeric() || character == '_';
    let clear = !until.get(..from)?.chars().next_back().is_some_and(letter);
    clear.then_some(from)
}

/// A comma that is missing after what stands before the place.
fn comma(span: Span, text: &str) -> (Fault, Option<Mend>) {
    let before = text.get(..byte_of(text, span.0)).unwrap_or("");
    let from = before.trim_end().len();
    let last = before.trim_end().chars().next_back().map_or(0, char::len_utf8);
    let span = (place_of(text, from.saturating_sub(last)), place_of(text, from));
    let next = text.get(from..).unwrap_or("").trim_start().chars().next();
    // What goes on with a name, a string or a bracket lacks a comma; anything else is another matter.
    let plain = next.is_some_and(|next| next.is_ascii_alphanumeric() || matches!(next, '"' | '(' | '[' | '{'));
    let mend = plain.then(|| Mend { from, to: from, put: ",".to_owned(), harmless: true });
    (Fault { code: Code::MissingComma, span, args: Vec::new() }, mend)
}

/// A value of the right kind that says nothing: a day that is none, an amount that is none, a name used twice.
fn value(cause: &str, span: Span, text: &str, source: &Source<'_>, moves: &[(Place, i64)]) -> (Fault, Option<Mend>) {
    if let Some(name) = cause.strip_prefix("duplicate name `") {
        let args = vec![("name", name.trim_end_matches('`').to_owned())];
        return (Fault { code: Code::RepeatedName, span, args }, None);
    }
    let literal = literal_at(source, (unmoved(span.0, moves), unmoved(span.1, moves)));
    let Some(literal) = literal else {
        return (Fault { code: Code::Syntax, span, args: vec![("what", cause.to_owned())] }, None);
    };
    let dated = literal.text.chars().filter(|character| *character == '-').count() >= 2
        || literal.text.contains(['年', '月', '/'])
        || cause.contains("date")
        || cause.contains("day");
    let (code, put) = if dated { (Code::BadDate, "2026-11-24") } else { (Code::BadAmount, "1.00") };
    let shift = |place: Place| moves.iter().fold(place, |place, (at, by)| shifted(place, *at, *by));
    let span = (shift(literal.place), shift(literal.end));
    let mend =
        Mend { from: byte_of(text, span.0), to: byte_of(text, span.1), put: format!("\"{put}\""), harmless: false };
    let args = vec![("name", literal.text.clone()), ("what", cause.to_owned())];
    (Fault { code, span, args }, Some(mend))
}

/// The string that a span lies in, or that ends where the span begins.
fn literal_at<'a>(source: &'a Source<'_>, span: Span) -> Option<&'a Literal> {
    let literals = &source.scan().literals;
    literals.iter().rfind(|literal| literal.place <= span.1).filter(|literal| literal.end >= span.0)
}

fn place(at: Position) -> Place {
    let number = |value: usize| u32::try_from(value).unwrap_or(u32::MAX);
    Place { line: number(at.line), column: number(at.col) }
}

fn place_of(text: &str, byte: usize) -> Place {
    let before = text.get(..byte).unwrap_or("");
    let number = |value: usize| u32::try_from(value).unwrap_or(u32::MAX).saturating_add(1);
    let last = before.rsplit('\n').next().unwrap_or("");
    Place { line: number(before.matches('\n').count()), column: number(last.chars().count()) }
}

fn moved_by(text: &str, mend: &Mend) -> i64 {
    let length = |text: &str| i64::try_from(text.chars().count()).unwrap_or(0);
    length(&mend.put).saturating_sub(length(text.get(mend.from..mend.to).unwrap_or("")))
}

fn shifted(place: Place, at: Place, by: i64) -> Place {
    if place.line == at.line && place.column > at.column {
        let column = i64::from(place.column).saturating_add(by).max(i64::from(at.column));
        return Place { column: u32::try_from(column).unwrap_or(place.column), ..place };
    }
    place
}

/// Where a place of the mended text was in the author's.
fn unmoved(place: Place, moves: &[(Place, i64)]) -> Place {
    moves.iter().rev().fold(place, |place, (at, by)| shifted(place, *at, by.saturating_neg()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::scan::scan;

    fn told(text: &str) -> Vec<(&'static str, u32, u32, u32)> {
        let scanned = scan(text);
        assert_eq!(scanned.problems, []);
        let read = read(&Source::new(text, &scanned));
        let told = |fault: &Fault| (fault.code.id(), fault.span.0.line, fault.span.0.column, fault.span.1.column);
        read.faults.iter().map(told).collect()
    }

    #[test]
    fn each_slip_is_told_at_its_own_place_in_one_run() {
        let text = "(\n format: 1, tilte: \"x\",\n minuets: 5,\n law_as_of: \"2026-13-01\",\n rubric: [(criterion: Complience, weight: 5)]\n about: \"y\",\n)";
        let told = told(text);
        assert_eq!(
            told.iter().take(5).copied().collect::<Vec<_>>(),
            [
                ("E0111", 2, 13, 18),
                ("E0111", 3, 2, 9),
                ("E0118", 4, 13, 25),
                ("E0112", 5, 23, 33),
                ("E0115", 5, 45, 46),
            ],
            "{told:?}"
        );
    }

    #[test]
    fn what_is_of_another_kind_is_told_with_what_is_wanted() {
        assert_eq!(told("(format: 1, id: 7)").first().map(|one| one.0), Some("E0116"));
        assert_eq!(told("(format: 1, id: \"a\") x").first().map(|one| one.0), Some("E0113"));
    }
}
