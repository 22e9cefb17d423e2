//! Reading how many tests a runner ran from its own last words. A runner whose words say nothing ran nothing.

use std::ops::AddAssign;

/// Passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// Tests or gates that held.
    pub(crate) passed: usize,
    /// Those that did not.
    pub(crate) failed: usize,
}

impl Tally {
    /// One gate, held.
    pub(crate) const ONE: Self = Self { passed: 1, failed: 0 };

    /// How many ran at all.
    pub(crate) fn ran(self) -> usize {
        self.passed + self.failed
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// The number that stands right before `word` in `line`, e.g. 12 in `12 passed,` for `passed`.
fn number_before(line: &str, word: &str) -> Option<usize> {
    let mut before = None;
    for part in line.split([' ', ',', ';', '(', ')']) {
        if part == word {
            return before;
        }
        if !part.is_empty() {
            before = part.parse().ok();
        }
    }
    None
}

/// Sums the `test result:` lines of libtest.
pub(crate) fn libtest(text: &str) -> Tally {
    let mut tally = Tally::default();
    for line in text.lines().filter(|line| line.trim_start().starts_with("test result:")) {
        tally.passed += number_before(line, "passed").unwrap_or(0);
        tally.failed += number_before(line, "failed").unwrap_or(0);
    }
    tally
}

/// Reads nextest's `Summary [ 1.2s] 9 tests run: 8 passed, 1 failed, 0 skipped`.
pub(crate) fn nextest(text: &str) -> Tally {
    let summary = text.lines().rev().find(|line| line.contains("Summary [") && line.contains("run:"));
    let Some(line) = summary else { return Tally::default() };
    let count = |word| number_before(line, word).unwrap_or(0);
    Tally { passed: count("passed"), failed: count("failed") + count("exec") }
}

/// Reads the last lines of Playwright's list reporter; a flaky or unfinished test counts as failed.
pub(crate) fn playwright(text: &str) -> Tally {
    let mut tally = Tally::default();
    for line in text.lines().map(str::trim) {
        let Some((number, rest)) = line.split_once(' ') else { continue };
        let Ok(count) = number.parse::<usize>() else { continue };
        if rest == "passed" || rest.starts_with("passed (") {
            tally.passed = count;
        } else if rest == "failed" || rest == "flaky" || rest == "interrupted" || rest == "did not run" {
            tally.failed += count;
        }
    }
    tally
}

#[cfg(test)]
mod tests {
    use super::{Tally, libtest, nextest, playwright};

    #[test]
    fn every_runner_is_understood() {
        let cargo = "running 3 tests\ntest result: ok. 3 passed; 0 failed; 1 ignored; 0 measured\n\ntest result: FAILED. 1 passed; 2 failed;";
        assert_eq!(libtest(cargo), Tally { passed: 4, failed: 2 });
        let next =
            "     Summary [   0.513s] 12 tests run: 11 passed (1 slow), 1 failed, 0 skipped\nerror: test run failed";
        assert_eq!(nextest(next), Tally { passed: 11, failed: 1 });
        let page = "  2 failed\n    [forms] › a.spec.js:3:1 › x\n  1 flaky\n  3 skipped\n  14 passed (1.2m)\n";
        assert_eq!(playwright(page), Tally { passed: 14, failed: 3 });
    }

    #[test]
    fn silence_is_nothing_run() {
        assert_eq!(nextest("error: could not compile").ran(), 0);
        assert_eq!(playwright("Error: No tests found").ran(), 0);
        assert_eq!(libtest("").ran(), 0);
    }
}
