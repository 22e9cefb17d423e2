//! Headings: which step of how many, and how long it took.

use std::time::{Duration, Instant};

/// Counts the steps of one chore.
#[derive(Debug)]
pub(crate) struct Steps {
    total: usize,
    done: usize,
    begun: Instant,
}

impl Steps {
    /// A chore of `total` steps begins.
    pub(crate) fn new(total: usize) -> Self {
        Self { total, done: 0, begun: Instant::now() }
    }

    /// Does one step under its heading.
    pub(crate) fn step<T, E>(&mut self, title: &str, work: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
        self.done += 1;
        println!("[{}/{}] {title}", self.done, self.total);
        let begun = Instant::now();
        let result = work();
        if result.is_ok() {
            println!("      ✓ {} （累计 · so far {}）", seconds(begun.elapsed()), seconds(self.begun.elapsed()));
        }
        result
    }

    /// Time since the chore began.
    pub(crate) fn elapsed(&self) -> Duration {
        self.begun.elapsed()
    }
}

/// A duration for people: `0.4 s`, `12 s`, `3 min 05 s`.
pub(crate) fn seconds(time: Duration) -> String {
    let whole = time.as_secs();
    if whole >= 60 {
        format!("{} min {:02} s", whole / 60, whole % 60)
    } else if whole >= 10 {
        format!("{whole} s")
    } else {
        format!("{:.1} s", time.as_secs_f64())
    }
}

/// Bytes for people: `93 kB`, `2.46 MB`.
pub(crate) fn bytes(count: u64) -> String {
    if count >= 1_000_000 {
        format!("{}.{:02} MB", count / 1_000_000, count % 1_000_000 / 10_000)
    } else if count >= 1000 {
        format!("{} kB", count / 1000)
    } else {
        format!("{count} B")
    }
}

#[cfg(test)]
mod tests {
    use super::{bytes, seconds};
    use std::time::Duration;

    #[test]
    fn times_and_sizes_read_well() {
        assert_eq!(seconds(Duration::from_millis(420)), "0.4 s");
        assert_eq!(seconds(Duration::from_secs(185)), "3 min 05 s");
        assert_eq!(bytes(2_461_000), "2.46 MB");
        assert_eq!(bytes(93_400), "93 kB");
        assert_eq!(bytes(12), "12 B");
    }
}
