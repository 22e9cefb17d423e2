//! Findings as SARIF 2.1.0, which editors and code hosts read: one run, the rules it knows, a result for each finding.

use std::fmt::Write as _;

use serde::Serialize;
use serde_json::{Value, json};

use super::check::Told;
use super::codes::Entry;
use crate::scenario::problem::{Code, Severity};
use crate::text::Lang;

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// What is printed: the log of one run. `unread` are files that could not be read, in words.
pub(super) fn log(told: &[Told], unread: &[String], entries: &[Entry], compared: bool, lang: Lang) -> Value {
    let notes: Vec<Value> = unread.iter().map(|cause| json!({"level": "error", "message": {"text": cause}})).collect();
    json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "metaverse",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": entries.iter().map(|entry| rule(entry, lang)).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "language": lang.tag(),
            "invocations": [{"executionSuccessful": unread.is_empty(), "toolExecutionNotifications": notes}],
            "results": told.iter().map(|one| result(one, compared)).collect::<Vec<_>>(),
        }],
    })
}

fn rule(entry: &Entry, lang: Lang) -> Value {
    let words = entry.words(lang);
    let severity = Code::of_id(entry.id()).map_or(Severity::Error, Code::severity);
    json!({
        "id": entry.id(),
        "shortDescription": {"text": words.name},
        "fullDescription": {"text": words.cause},
        "help": {"text": words.cure},
        "defaultConfiguration": {"level": level(severity)},
    })
}

fn result(told: &Told, compared: bool) -> Value {
    let index = Code::ALL.iter().position(|code| code.id() == told.code);
    let mut result = json!({
        "ruleId": told.code,
        "ruleIndex": index,
        "level": level(told.severity),
        "message": {"text": told.message},
        "locations": [{"physicalLocation": {
            "artifactLocation": {"uri": uri(&told.file)},
            "region": Region {
                start_line: told.line,
                start_column: told.column,
                end_line: told.end_line,
                end_column: told.end_column,
            },
            "contextRegion": {"startLine": told.line, "snippet": {"text": told.excerpt}},
        }}],
        "properties": {"confidence": told.confidence},
    });
    if let Some(fields) = result.as_object_mut() {
        if let Some(reason) = &told.allowed {
            let suppression = json!([{"kind": "inSource", "justification": reason}]);
            fields.insert("suppressions".to_owned(), suppression);
        }
        if compared {
            fields.insert("baselineState".to_owned(), json!("new"));
        }
    }
    result
}

/// A region; the end's column is the one after the last character.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: u32,
    start_column: u32,
    end_line: u32,
    end_column: u32,
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

/// A file's name as a reference that a URI may be: `/` between folders, other characters by their bytes.
fn uri(file: &str) -> String {
    let mut out = String::new();
    for byte in file.replace('\\', "/").bytes() {
        match byte {
            b'/' | b'.' | b'-' | b'_' | b'~' => out.push(char::from(byte)),
            _ if byte.is_ascii_alphanumeric() => out.push(char::from(byte)),
            _ => {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn names_become_references() {
        assert_eq!(uri("scenarios/first-lease.ron"), "scenarios/first-lease.ron");
        assert_eq!(uri("场景 1.ron"), "%E5%9C%BA%E6%99%AF%201.ron");
        assert_eq!(uri("a\\b.ron"), "a/b.ron");
    }
}
