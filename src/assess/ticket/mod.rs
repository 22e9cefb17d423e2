//! Trainers' tickets: a line of text that says which scene a class plays to be assessed, and until when, signed by the trainer.
//! Reading one needs no cryptography; whether the signature is right is asked in `signing`, where that is built in.

mod base64url;
mod fault;
#[cfg(feature = "signing")]
mod signing;

use serde::{Deserialize, Serialize};

pub use fault::TicketFault;
#[cfg(feature = "signing")]
pub use signing::Trainer;

use crate::calendar::Date;

/// What a ticket's line begins with; the number is the format's.
pub const PREFIX: &str = "kaohe1.";

/// A longer line is no ticket, in bytes.
const TEXT_MAX: usize = 1_024;
/// Longer names of classes are refused, in bytes.
const CLASS_MAX: usize = 120;
/// Bytes of a signature, and of the checksum after it.
const SIGNATURE: usize = 64;
const SUM: usize = 4;
/// Hex digits of a scene's hash that a ticket holds.
const HASH_DIGITS: usize = 32;

/// What a ticket says; this is signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// The scene's id.
    pub scene: String,
    /// The first half of its canonical hash, in hex.
    pub scene_hash: String,
    /// The class, as the trainer calls it.
    pub class: String,
    /// The last day on which it is good.
    pub until: Date,
    /// Drawn by chance, so that a second ticket of the same terms is another.
    pub nonce: [u8; 8],
    /// The trainer's public key.
    pub trainer: [u8; 32],
}

/// A ticket read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ticket {
    /// What it says.
    pub terms: Terms,
    /// The bytes that are signed.
    signed: Vec<u8>,
    /// The signature.
    signature: [u8; SIGNATURE],
}

impl Terms {
    /// Terms for a scene with this canonical hash. Refused where the class's name is longer than a ticket takes.
    pub fn new(scene: &str, hash: &str, class: &str, until: Date) -> Result<Self, TicketFault> {
        if class.len() > CLASS_MAX {
            return Err(TicketFault::ClassTooLong { most: CLASS_MAX });
        }
        Ok(Self {
            scene: scene.to_owned(),
            scene_hash: hash.chars().take(HASH_DIGITS).collect(),
            class: class.to_owned(),
            until,
            nonce: [0; 8],
            trainer: [0; 32],
        })
    }

    /// The bytes that are signed.
    fn bytes(&self) -> Vec<u8> {
        postcard::to_allocvec(self).unwrap_or_default()
    }
}

impl Ticket {
    /// Reads a ticket's line. Mistyped or cut lines are found out; whether the trainer signed it is another question.
    pub fn read(text: &str) -> Result<Self, TicketFault> {
        let text = text.trim();
        let body = text.strip_prefix(PREFIX).filter(|_| text.len() <= TEXT_MAX).ok_or(TicketFault::NoTicket)?;
        let bytes = base64url::decode(body).ok_or(TicketFault::Damaged)?;
        let (payload, sum) = bytes.split_last_chunk::<SUM>().ok_or(TicketFault::Damaged)?;
        if checksum(payload) != *sum {
            return Err(TicketFault::Damaged);
        }
        let (signed, signature) = payload.split_last_chunk::<SIGNATURE>().ok_or(TicketFault::Damaged)?;
        let terms: Terms = postcard::from_bytes(signed).map_err(|_| TicketFault::Damaged)?;
        if terms.bytes() != signed {
            return Err(TicketFault::Damaged);
        }
        Ok(Self { terms, signed: signed.to_vec(), signature: *signature })
    }

    /// Its line.
    pub fn text(&self) -> String {
        let mut bytes = [self.signed.as_slice(), &self.signature].concat();
        bytes.extend(checksum(&bytes));
        [PREFIX, &base64url::encode(&bytes)].concat()
    }

    /// Whether it admits a play of this scene, with this canonical hash, on this day (ISO).
    pub fn admits(&self, scene: &str, hash: &str, day: &str) -> Result<(), TicketFault> {
        let terms = &self.terms;
        if terms.scene != scene {
            return Err(TicketFault::OtherScene { scene: terms.scene.clone() });
        }
        if !hash.starts_with(&terms.scene_hash) || terms.scene_hash.len() != HASH_DIGITS {
            return Err(TicketFault::SceneChanged { scene: terms.scene.clone() });
        }
        let late = || TicketFault::Late { until: terms.until.to_string(), day: day.to_owned() };
        let day: Date = day.parse().map_err(|_| late())?;
        if day > terms.until { Err(late()) } else { Ok(()) }
    }

    /// Whether one of these trainers signed it; where none is named, whether the signature is that of the key it names.
    pub fn distrusted(&self, trainers: &[[u8; 32]]) -> Result<(), TicketFault> {
        if !trainers.is_empty() && !trainers.contains(&self.terms.trainer) {
            return Err(TicketFault::OtherTrainer { fingerprint: fingerprint(&self.terms.trainer) });
        }
        #[cfg(feature = "signing")]
        return if signing::is_signed(&self.terms.trainer, &self.signed, &self.signature) {
            Ok(())
        } else {
            Err(TicketFault::Forged)
        };
        #[cfg(not(feature = "signing"))]
        Err(TicketFault::Unchecked)
    }
}

/// The first digits of a public key: enough to tell keys apart by eye.
pub fn fingerprint(key: &[u8; 32]) -> String {
    blake3::Hash::from_bytes(*key).to_hex().chars().take(16).collect()
}

fn checksum(bytes: &[u8]) -> [u8; SUM] {
    let mut sum = [0; SUM];
    blake3::Hasher::new().update(bytes).finalize_xof().fill(&mut sum);
    sum
}
