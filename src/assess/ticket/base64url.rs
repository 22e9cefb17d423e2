//! Base64 for addresses and chats (RFC 4648 §5, without padding). Each text stands for one row of bytes and each row of
//! bytes has one text, so that a ticket cannot be written in two ways.

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Bytes as text.
pub(super) fn encode(bytes: &[u8]) -> String {
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let group = (0..3).fold(0, |group: u32, at| group << 8 | u32::from(chunk.get(at).copied().unwrap_or(0)));
        for place in 0..=chunk.len() {
            let shift = 18_usize.saturating_sub(place.saturating_mul(6));
            let letter = usize::try_from(group >> shift & 63).ok().and_then(|six| LETTERS.get(six));
            text.extend(letter.copied().map(char::from));
        }
    }
    text
}

/// Text as bytes; nothing where it is not such a text.
pub(super) fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    for chunk in text.as_bytes().chunks(4) {
        let sixes = chunk.iter().map(|letter| LETTERS.iter().position(|known| known == letter));
        let sixes: Vec<usize> = sixes.collect::<Option<_>>()?;
        let group = (0..4).fold(0, |group: usize, at| group << 6 | sixes.get(at).copied().unwrap_or(0));
        let whole = sixes.len().checked_sub(1).filter(|whole| *whole > 0)?;
        let three = u32::try_from(group).ok()?.to_be_bytes();
        let (kept, rest) = three.get(1..)?.split_at_checked(whole)?;
        // Bits that stand for nothing must be nought.
        if rest.iter().any(|byte| *byte != 0) {
            return None;
        }
        bytes.extend(kept);
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::{decode, encode};

    #[test]
    fn every_row_of_bytes_has_one_text() {
        // RFC 4648 §10, without padding.
        for (bytes, text) in [("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")] {
            assert_eq!(encode(bytes.as_bytes()), text);
            assert_eq!(decode(text).as_deref(), Some(bytes.as_bytes()));
        }
        assert_eq!(encode(&[0xFB, 0xFF]), "-_8");
        for none in ["Z", "Zh", "Zm9", "Zg==", "Z g", "+/8", "票"] {
            assert_eq!(decode(none), None, "{none}");
        }
    }
}
