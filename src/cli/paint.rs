//! Printing: the one place that writes to the terminal, so that a closed pipe is no panic.

use std::io::Write as _;

/// A line on standard output; colours only where the terminal takes them.
pub(super) fn line(text: &str) {
    // A reader that has gone away, as in `metaverse check | head`, is no fault of ours.
    let _ = writeln!(anstream::stdout(), "{text}");
}

/// Text without a line's end, for a prompt.
pub(super) fn prompt(text: &str) {
    let mut out = anstream::stdout();
    let _ = write!(out, "{text}").and_then(|()| out.flush());
}

/// Bold.
pub(super) fn strong(text: &str) -> String {
    format!("\u{1b}[1m{text}\u{1b}[0m")
}

/// Dim, for what is beside the matter.
pub(super) fn faint(text: &str) -> String {
    format!("\u{1b}[2m{text}\u{1b}[0m")
}

/// Coloured like the sea, for names of people.
pub(super) fn sea(text: &str) -> String {
    format!("\u{1b}[36m{text}\u{1b}[0m")
}

/// Coloured like tiles, for what went wrong; never the only sign of it.
pub(super) fn tile(text: &str) -> String {
    format!("\u{1b}[31m{text}\u{1b}[0m")
}

/// Text broken into lines of at most `width` columns, a Chinese character counting two.
pub(super) fn wrapped(text: &str, width: usize) -> Vec<String> {
    use unicode_width::UnicodeWidthChar as _;
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        let mut line = String::new();
        let mut columns: usize = 0;
        for character in paragraph.chars() {
            let wide = character.width().unwrap_or(0);
            // A mark that may not begin a line hangs over its end.
            if columns.saturating_add(wide) > width && !",.;:?!,。;:?!、)》”".contains(character) {
                lines.push(std::mem::take(&mut line));
                columns = 0;
            }
            line.push(character);
            columns = columns.saturating_add(wide);
        }
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::wrapped;

    #[test]
    fn chinese_counts_two_columns_and_marks_hang_over() {
        assert_eq!(wrapped("青岛海青科技", 8), ["青岛海青", "科技"]);
        assert_eq!(wrapped("青岛海青。科技", 8), ["青岛海青。", "科技"]);
        assert_eq!(wrapped("a\n\nb", 8), ["a", "", "b"]);
    }
}
