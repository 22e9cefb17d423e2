//! A scene's graph as Mermaid text.

use std::fmt::Write as _;

use crate::explore::{End, Graph};
use crate::text::{Lang, say};

/// The text of a flowchart.
pub(super) fn text(lang: Lang, graph: &Graph) -> String {
    let mut out = format!("---\ntitle: {}\n---\nflowchart TD\n", graph.title);
    for (place, node) in graph.nodes.iter().enumerate() {
        let (left, right) = if node.conditional { ("([", "])") } else { ("[", "]") };
        let _ = writeln!(out, "    s{place}{left}\"{} · {}\"{right}", label(&node.title), node.kind);
        if let Some(tries) = node.tries {
            let _ = writeln!(out, "    s{place} -. \"× {tries}\" .-> s{place}");
        }
    }
    for way in &graph.ways {
        let to = match way.to {
            End::Step(place) => format!("s{place}"),
            End::Close => "close".to_owned(),
        };
        if way.options.is_empty() {
            let _ = writeln!(out, "    s{} --> {to}", way.from);
        } else {
            let _ = writeln!(out, "    s{} -- \"{}\" --> {to}", way.from, label(&way.options.join(" / ")));
        }
    }
    let _ = writeln!(out, "    close{{{{\"{}\"}}}}", say(lang, "graph-end", &[]));
    for (place, (_, title)) in graph.endings.iter().enumerate() {
        let _ = writeln!(out, "    close --> e{place}([\"{}\"])", label(title));
    }
    out
}

/// A label without what Mermaid would read as its own.
fn label(text: &str) -> String {
    text.replace('"', "#quot;").replace(['\n', '[', ']'], " ")
}
