//! The seal: a last line with a checksum over all that stands before it. It finds accidents and careless edits; it is no
//! signature, and who writes a file anew can seal it anew.

/// What the last line begins with: a comment to whoever reads the text as RON.
const MARK: &str = "// seal ";

/// What came of looking at a seal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seal {
    /// It is there and fits.
    Whole,
    /// It is there and does not fit.
    Broken,
    /// There is none: the text breaks off, or was never sealed.
    Missing,
}

/// The text with its seal.
pub fn sealed(body: &str) -> String {
    let sum = sum(body);
    format!("{body}\n{MARK}{sum}\n")
}

/// The text without its seal, and whether that fits. Line ends that a mail program has changed are put right first.
pub fn unsealed(text: &str) -> (String, Seal) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n");
    let Some((body, last)) = text.split_once(&format!("\n{MARK}")) else { return (text, Seal::Missing) };
    let seal = if last.strip_suffix('\n') == Some(&sum(body)) { Seal::Whole } else { Seal::Broken };
    (body.to_owned(), seal)
}

fn sum(body: &str) -> String {
    blake3::hash(body.as_bytes()).to_hex().as_str().to_owned()
}

#[cfg(test)]
mod tests {
    use super::{Seal, sealed, unsealed};

    #[test]
    fn a_seal_fits_its_text_alone() {
        let text = sealed("Result(\n)");
        assert_eq!(unsealed(&text), ("Result(\n)".to_owned(), Seal::Whole));
        assert_eq!(unsealed(&text.replace('\n', "\r\n")).1, Seal::Whole, "a mail program's line ends");
        for other in [text.replace("Result", "Resulu"), format!("{text}\n"), text.trim_end().to_owned()] {
            assert_eq!(unsealed(&other).1, Seal::Broken, "{other:?}");
        }
        assert_eq!(unsealed("Result(\n)").1, Seal::Missing);
    }
}
