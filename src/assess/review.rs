//! A review of a scene's file: all that can be told of it, from its bytes to its own tests played.

use super::audit;
use crate::policy::Policy;
use crate::scenario::allow::{Divided, divide};
use crate::scenario::load::load;
use crate::scenario::problem::{Code, Diagnostic, Place};
use crate::scenario::scan::scan;
use crate::scenario::source::Source;

/// Reviews a file. `play` says whether its tests are played too. What the file itself allows is told apart.
pub fn review(bytes: &[u8], policy: &Policy, play: bool) -> Divided {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(fault) => {
            let problems = vec![not_utf8(bytes, fault.valid_up_to())];
            return Divided { problems, allowed: Vec::new() };
        }
    };
    let (found, played) = match load(text, policy) {
        Err(problems) => (problems, false),
        Ok(loaded) if !play => (loaded.warnings, false),
        Ok(loaded) => {
            let mut found = loaded.warnings;
            found.extend(audit(text, loaded.scenario, policy));
            (found, true)
        }
    };
    let scanned = scan(text);
    divide(found, &Source::new(text, &scanned), played)
}

/// Bytes that are no UTF-8: where they begin, and what the line says up to there.
fn not_utf8(bytes: &[u8], at: usize) -> Diagnostic {
    let before = String::from_utf8_lossy(bytes.get(..at).unwrap_or_default());
    let line = u32::try_from(before.matches('\n').count()).unwrap_or(u32::MAX).saturating_add(1);
    let excerpt = before.rsplit('\n').next().unwrap_or("").to_owned();
    let column = u32::try_from(excerpt.chars().count()).unwrap_or(u32::MAX).saturating_add(1);
    let place = Place { line, column };
    let end = Place { line, column: column.saturating_add(1) };
    let args = vec![("byte".to_owned(), at.to_string())];
    Diagnostic { code: Code::NotUtf8, place, end, args, excerpt }
}
