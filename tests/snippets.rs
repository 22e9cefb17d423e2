//! The editor's snippets: each, with its placeholders as they come, is a step that a scene can have.

use startup_metaverse::policy::Policy;
use startup_metaverse::scenario::load::load;
use startup_metaverse::scenario::problem::{Diagnostic, Severity};

const SAMPLE: &str = include_str!("../assets/diagnostics/first.ron");
const SNIPPETS: &str = include_str!("../assets/editor/metaverse.code-snippets");

/// A snippet's text with what its placeholders propose.
fn filled(lines: &[serde_json::Value]) -> String {
    let text = lines.iter().filter_map(|line| line.as_str()).collect::<Vec<_>>().join("\n");
    let mut out = String::new();
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once("${") {
        let (place, tail) = after.split_once('}').expect("a placeholder ends");
        out.push_str(before);
        out.push_str(place.split_once(':').expect("a placeholder proposes something").1);
        rest = tail;
    }
    out + rest
}

#[test]
fn every_snippet_is_a_step_that_loads() {
    let snippets: serde_json::Value = serde_json::from_str(SNIPPETS).expect("JSON");
    let snippets = snippets.as_object().expect("a table of snippets");
    assert!(snippets.len() >= 4);
    for (name, snippet) in snippets {
        let step = filled(snippet["body"].as_array().expect("lines"));
        let text = SAMPLE.replacen("    steps: [\n", &format!("    steps: [\n{step}\n"), 1);
        let found = match load(&text, &Policy::qingdao_2026()) {
            Ok(loaded) => loaded.warnings,
            Err(problems) => problems,
        };
        let errors: Vec<&Diagnostic> = found.iter().filter(|problem| problem.severity() == Severity::Error).collect();
        assert!(errors.is_empty(), "{name}: {errors:?}");
    }
}
