//! Signatures on tickets: Ed25519, over the terms.

use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};

use super::{SIGNATURE, Terms, Ticket};

/// Said before what is signed, so that the key's signature under anything else is none here.
const PURPOSE: &[u8] = b"startup-metaverse ticket 1\0";

/// A trainer with a key. The key is the trainer's to keep; here it is only used.
#[derive(Clone, Debug)]
pub struct Trainer(SigningKey);

impl Trainer {
    /// A trainer with this secret of 32 bytes drawn by chance.
    pub fn new(secret: &[u8; 32]) -> Self {
        Self(SigningKey::from_bytes(secret))
    }

    /// The public key, by which others know the trainer's tickets.
    pub fn public(&self) -> [u8; 32] {
        self.0.verifying_key().to_bytes()
    }

    /// A ticket of these terms. The nonce is drawn by chance, by who calls.
    pub fn ticket(&self, terms: Terms, nonce: [u8; 8]) -> Ticket {
        let terms = Terms { nonce, trainer: self.public(), ..terms };
        let signed = terms.bytes();
        let signature = self.0.sign(&[PURPOSE, &signed].concat()).to_bytes();
        Ticket { terms, signed, signature }
    }
}

/// Whether this key has signed these terms.
pub(super) fn is_signed(key: &[u8; 32], signed: &[u8], signature: &[u8; SIGNATURE]) -> bool {
    let Ok(key) = VerifyingKey::from_bytes(key) else { return false };
    key.verify_strict(&[PURPOSE, signed].concat(), &Signature::from_bytes(signature)).is_ok()
}
