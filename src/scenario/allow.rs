//! Warnings that an author allows, in the file itself: `// allow: W0424 试讲过，就是这么久`.
//! A comment at a line's end speaks of that line, one that stands alone of the next line that is no comment.

use super::problem::{Code, Diagnostic, Severity};
use super::scan::{Comment, Scan};
use super::source::Source;

/// What an author wrote down as allowed.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Allowance<'a> {
    code: &'a str,
    reason: &'a str,
    comment: &'a Comment,
    line: u32,
}

/// Problems, and those of them that the file allows with its reasons.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Divided {
    /// What is told.
    pub problems: Vec<Diagnostic>,
    /// What is allowed, and why.
    pub allowed: Vec<(Diagnostic, String)>,
}

/// Divides what was found by what the file allows, and tells of allowances that are themselves at fault.
/// `played` says whether the scene's tests were played: what only play finds cannot be missed before.
pub fn divide(found: Vec<Diagnostic>, source: &Source<'_>, played: bool) -> Divided {
    let allowances = allowances(source.text(), source.scan());
    let mut out = Divided::default();
    let mut used = vec![false; allowances.len()];
    for problem in found {
        let matching = |one: &&Allowance<'_>| one.code == problem.code.id() && one.line == problem.place.line;
        let sound = |one: &&Allowance<'_>| problem.severity() != Severity::Error && !one.reason.is_empty();
        for (mark, _) in used.iter_mut().zip(&allowances).filter(|(_, one)| matching(one)) {
            *mark = true;
        }
        match allowances.iter().find(|one| matching(one) && sound(one)) {
            Some(one) => out.allowed.push((problem, one.reason.to_owned())),
            None => out.problems.push(problem),
        }
    }
    for (one, used) in allowances.iter().zip(used) {
        let fault = match Code::of_id(one.code) {
            None => Some(Code::AllowUnknown),
            Some(code) if code.severity() == Severity::Error => Some(Code::AllowError),
            Some(_) if one.reason.is_empty() => Some(Code::AllowUnreasoned),
            Some(code) if !used && (played || !code.needs_play()) => Some(Code::AllowUnused),
            Some(_) => None,
        };
        let span = (one.comment.place, one.comment.end);
        out.problems.extend(fault.map(|code| source.span(code, span, &[("name", one.code)])));
    }
    out.problems.sort_by_key(|problem| (problem.place, problem.code));
    out
}

/// The file's allowances, in its order.
fn allowances<'a>(text: &str, scan: &'a Scan) -> Vec<Allowance<'a>> {
    let lines: Vec<&str> = text.lines().collect();
    let bare = |line: u32| {
        let index = usize::try_from(line.saturating_sub(1)).unwrap_or(usize::MAX);
        lines.get(index).is_some_and(|text| text.trim_start().starts_with("//") || text.trim().is_empty())
    };
    let mut out = Vec::new();
    for comment in &scan.comments {
        let Some(said) = comment.text.trim_start().strip_prefix("allow:") else { continue };
        let (code, reason) = said.trim().split_once(char::is_whitespace).unwrap_or((said.trim(), ""));
        let mut line = comment.place.line;
        while bare(line) {
            line = line.saturating_add(1);
        }
        out.push(Allowance { code, reason: reason.trim(), comment, line });
    }
    out
}
