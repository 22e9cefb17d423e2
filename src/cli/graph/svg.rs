//! A scene's graph as an SVG picture: steps one under the other as in the file, ways between neighbours straight, the others
//! in lanes beside them, endings at the foot.

use maud::{Markup, html};

use crate::explore::{End, Graph, Node, Way};
use crate::text::{Lang, say};

/// A box's measures, and the distance from one to the next.
const WIDTH: usize = 300;
const HEIGHT: usize = 44;
const ROW: usize = 84;
/// Where boxes begin, and how far apart lanes beside them are.
const LEFT: usize = 24;
const LANE: usize = 22;
/// Shades from never come to, to most often.
const SHADES: [&str; 6] = ["#f4f1ea", "#dbe7e4", "#b9d3cf", "#8fbab6", "#5f9b99", "#2b6777"];

/// The picture. `heat` has a number for each step, or none at all.
pub(in crate::cli) fn picture(lang: Lang, graph: &Graph, heat: &[u64]) -> String {
    let far: Vec<&Way> = graph.ways.iter().filter(|way| row_of(graph, way.to) != way.from.saturating_add(1)).collect();
    let lanes = far.len().saturating_mul(LANE);
    let right = LEFT.saturating_add(WIDTH);
    let endings = graph.endings.len();
    let foot = top(graph.nodes.len().saturating_add(1));
    let width = right.saturating_add(lanes).saturating_add(180).max(endings.saturating_mul(160).saturating_add(LEFT));
    let height = foot.saturating_add(HEIGHT).saturating_add(24);
    let most = heat.iter().copied().max().unwrap_or(0);
    html! {
        svg xmlns="http://www.w3.org/2000/svg" viewBox=(format!("0 0 {width} {height}")) width=(width) height=(height)
            font-family="system-ui, 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif" font-size="14" role="img" aria-label=(graph.title) {
            title { (graph.title) }
            defs { marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto" { path d="M0 0 8 4 0 8z" fill="#444" {} } }
            rect width=(width) height=(height) fill="#fff" {}
            @for way in graph.ways.iter().filter(|way| row_of(graph, way.to) == way.from.saturating_add(1)) { (near(way)) }
            @for (lane, way) in far.iter().enumerate() { (beside(graph, way, lane)) }
            @for (row, node) in graph.nodes.iter().enumerate() { (step(row, node, shade(heat.get(row).copied(), most))) }
            (close(lang, graph.nodes.len()))
            @for (place, (_, title)) in graph.endings.iter().enumerate() { (ending(place, title, graph.nodes.len(), foot)) }
        }
    }
    .into_string()
}

fn row_of(graph: &Graph, end: End) -> usize {
    match end {
        End::Step(place) => place,
        End::Close => graph.nodes.len(),
    }
}

fn top(row: usize) -> usize {
    row.saturating_mul(ROW).saturating_add(20)
}

fn middle(row: usize) -> usize {
    top(row).saturating_add(HEIGHT / 2)
}

fn shade(times: Option<u64>, most: u64) -> &'static str {
    let place = match times {
        None => return "#f4f1ea",
        Some(times) => times.saturating_mul(5).div_ceil(most.max(1)),
    };
    usize::try_from(place).ok().and_then(|place| SHADES.get(place)).copied().unwrap_or("#f4f1ea")
}

fn step(row: usize, node: &Node, fill: &str) -> Markup {
    let ink = if fill == "#2b6777" || fill == "#5f9b99" { "#fff" } else { "#222" };
    let dashes = if node.conditional { "6 4" } else { "none" };
    let x = LEFT.saturating_add(12);
    html! {
        g {
            title { (node.id) }
            rect x=(LEFT) y=(top(row)) width=(WIDTH) height=(HEIGHT) rx="6" fill=(fill) stroke="#444" stroke-dasharray=(dashes) {}
            text x=(x) y=(middle(row).saturating_add(5)) fill=(ink) { (node.title) }
            text x=(LEFT.saturating_add(WIDTH).saturating_sub(10)) y=(middle(row).saturating_add(5)) fill=(ink) text-anchor="end" font-size="11" {
                (node.kind) @if let Some(tries) = node.tries { " ↺" (tries) }
            }
        }
    }
}

fn near(way: &Way) -> Markup {
    let x = LEFT.saturating_add(WIDTH / 2);
    let (from, to) = (top(way.from).saturating_add(HEIGHT), top(way.from.saturating_add(1)).saturating_sub(2));
    html! {
        line x1=(x) y1=(from) x2=(x) y2=(to) stroke="#444" marker-end="url(#tip)" {}
        text x=(x.saturating_add(8)) y=(from.saturating_add(22)) font-size="11" fill="#555" { (way.options.join(" / ")) }
    }
}

fn beside(graph: &Graph, way: &Way, lane: usize) -> Markup {
    let edge = LEFT.saturating_add(WIDTH);
    let x = edge.saturating_add(lane.saturating_add(1).saturating_mul(LANE));
    let (from, to) = (middle(way.from).saturating_add(8), middle(row_of(graph, way.to)).saturating_sub(8));
    html! {
        path d=(format!("M{edge} {from} H{x} V{to} H{}", edge.saturating_add(2))) fill="none" stroke="#b5472f" marker-end="url(#tip)" {}
        text x=(x.saturating_add(4)) y=(from.saturating_sub(4)) font-size="11" fill="#b5472f" { (way.options.join(" / ")) }
    }
}

fn close(lang: Lang, row: usize) -> Markup {
    let x = LEFT.saturating_add(WIDTH / 2);
    html! {
        rect x=(LEFT.saturating_add(WIDTH / 4)) y=(top(row)) width=(WIDTH / 2) height=(HEIGHT) rx="22" fill="#fff" stroke="#444" {}
        text x=(x) y=(middle(row).saturating_add(5)) text-anchor="middle" { (say(lang, "graph-end", &[])) }
    }
}

fn ending(place: usize, title: &str, row: usize, foot: usize) -> Markup {
    let x = LEFT.saturating_add(place.saturating_mul(160));
    let from = top(row).saturating_add(HEIGHT);
    html! {
        line x1=(LEFT.saturating_add(WIDTH / 2)) y1=(from) x2=(x.saturating_add(72)) y2=(foot.saturating_sub(2)) stroke="#444" marker-end="url(#tip)" {}
        rect x=(x) y=(foot) width="144" height=(HEIGHT) rx="22" fill="#eef3ea" stroke="#444" {}
        text x=(x.saturating_add(72)) y=(foot.saturating_add(27)) text-anchor="middle" { (title) }
    }
}
