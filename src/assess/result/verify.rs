//! The examiner: re-simulates results, one after another, by scenes whose hashes it finds once.

use super::file::{ENGINE, FORMAT, ResultFile};
use super::seal::{Seal, unsealed};
use super::verdict::{Edited, Verdict};
use crate::assess::ticket::{Ticket, TicketFault};
use crate::assess::{Score, score};
use crate::session::{BYTES_MAX, Checks, Known, Save, SaveError, Session, parsed};

/// What a certificate's code is drawn from is said first, so that no other use of the hash gives the same.
const PURPOSE: &str = "startup-metaverse certificate code 1";
/// Letters of codes: no 0 and O, no 1, I and L, no U.
const LETTERS: &[u8; 30] = b"23456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Re-simulates results by these scenes and this policy, and admits assessed play by these trainers' tickets.
#[derive(Debug)]
pub struct Examiner {
    known: Known,
    trainers: Vec<[u8; 32]>,
    on: Option<String>,
}

/// What was found of one result. The score is the one worked out from the decisions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// What the re-simulation says.
    pub verdict: Verdict,
    /// The scene's id.
    pub scene: String,
    /// The learner's id; empty in saves, which name none.
    pub learner: String,
    /// The day on which the file says that it was written.
    pub day: String,
    /// The seed; nothing where it was not replayed.
    pub seed: Option<u64>,
    /// The ticket, where the play is assessed.
    pub ticket: Option<String>,
    /// How many decisions hold.
    pub decisions: u32,
    /// Whether the scene was finished.
    pub closed: bool,
    /// The score of what holds.
    pub score: Option<Score>,
    /// The score the file claims, in hundredths of a point.
    pub claimed: Option<u32>,
    /// Seconds that it says each decision took.
    pub seconds: Vec<u32>,
    /// A fingerprint of each decision that it names.
    pub prints: Vec<u64>,
    /// The certificate's code of what holds; empty where nothing does.
    pub code: String,
}

impl Examiner {
    /// An examiner who knows these scenes.
    pub fn new(known: Known) -> Self {
        Self { known, trainers: Vec::new(), on: None }
    }

    /// With trainers whose tickets are admitted, by their public keys; where none is named, any sound ticket is.
    #[must_use]
    pub fn trusting(mut self, trainers: Vec<[u8; 32]>) -> Self {
        self.trainers = trainers;
        self
    }

    /// With the day of receipt, ISO, that tickets are held against, in place of the day that each file names.
    #[must_use]
    pub fn received(mut self, day: Option<String>) -> Self {
        self.on = day;
        self
    }

    /// The scenes and the policy.
    pub fn known(&self) -> &Known {
        &self.known
    }

    /// What is found of a result's or a save's text, and the play-through as far as it holds.
    pub fn check(&self, text: &str) -> (Checked, Option<Session>) {
        if text.len() > BYTES_MAX {
            return (Checked::blank(Verdict::of_fault(&SaveError::TooLong(text.len()))), None);
        }
        let (body, seal) = unsealed(text);
        if body.trim_start().starts_with("Save(") && seal == Seal::Missing {
            return match parsed::<Save>(&body) {
                Ok(save) => self.save(&save),
                Err(fault) => (Checked::blank(Verdict::of_fault(&fault)), None),
            };
        }
        match parsed::<ResultFile>(&body) {
            Ok(file) if file.format != FORMAT => {
                (Checked::blank(Verdict::of_fault(&SaveError::OtherFormat(file.format))), None)
            }
            Ok(file) => self.result(&file, seal),
            Err(fault) => match mended(&body).and_then(|mended| parsed::<ResultFile>(&mended).ok()) {
                Some(file) if seal == Seal::Missing => self.cut_off(&file),
                _ => (Checked::blank(Verdict::of_fault(&fault)), None),
            },
        }
    }

    /// A save: it names no day, so its ticket is held against the day of receipt alone.
    fn save(&self, save: &Save) -> (Checked, Option<Session>) {
        let (mut checked, session) = self.replayed(save, Checked::blank(Verdict::Valid));
        if checked.verdict.holds()
            && let Some(fault) = self.ticket_fault(save, None)
        {
            checked.verdict = Verdict::Ticket(fault);
        }
        (checked, session)
    }

    /// A whole result.
    fn result(&self, file: &ResultFile, seal: Seal) -> (Checked, Option<Session>) {
        let (mut checked, session) = self.replayed(&file.play, Checked::of(file));
        if let Verdict::Tampered { decision } = checked.verdict
            && file.engine != ENGINE
        {
            checked.verdict = Verdict::OtherEngine { wrote: file.engine.clone(), decision };
        }
        // A broken seal tells more than a scene or a policy of another hash: that hash may be what was changed.
        let departs = matches!(checked.verdict, Verdict::Tampered { .. } | Verdict::OtherEngine { .. });
        if seal != Seal::Whole && !departs {
            checked.verdict = Verdict::Edited(Edited::Seal);
        } else if checked.verdict.holds() {
            let edited = edited(file, &checked).map(Verdict::Edited);
            let refused = || self.ticket_fault(&file.play, Some(&file.day)).map(Verdict::Ticket);
            checked.verdict = edited.or_else(refused).unwrap_or(checked.verdict);
        }
        (checked, session)
    }

    /// A result whose end is missing.
    fn cut_off(&self, file: &ResultFile) -> (Checked, Option<Session>) {
        let (mut checked, session) = self.replayed(&file.play, Checked::of(file));
        if checked.verdict.holds() {
            checked.verdict = Verdict::CutOff { decisions: checked.decisions };
        }
        (checked, session)
    }

    /// Replays; looks at every decision only where something does not hold.
    fn replayed(&self, save: &Save, blank: Checked) -> (Checked, Option<Session>) {
        let quick = self.known.take_up(save, Checks::Months);
        let taken = if matches!(quick, Err(SaveError::BrokenAt { .. })) {
            // The last decision of a month is where it was noticed; where it began, each decision's hash tells.
            self.known.take_up(save, Checks::Each)
        } else {
            quick
        };
        let named = Checked {
            scene: save.scene.clone(),
            ticket: save.seat.as_ref().map(|seat| seat.ticket.clone()),
            prints: save.decisions.iter().map(|(decision, _)| super::alike::print(decision)).collect(),
            ..blank
        };
        let (verdict, session) = match taken {
            Ok(session) if session.is_closed() => (Verdict::Valid, Some(session)),
            Ok(session) => (Verdict::Incomplete { decisions: count(session.decisions().len()) }, Some(session)),
            Err(fault) => (Verdict::of_fault(&fault), fault.so_far()),
        };
        let Some(session) = session else { return (Checked { verdict, ..named }, None) };
        let score = score(&session);
        let learner = session.mode().seat().map_or(&named.learner, |seat| &seat.learner).clone();
        let checked = Checked {
            verdict,
            seed: Some(session.seed()),
            decisions: count(session.decisions().len()),
            closed: session.is_closed(),
            code: code(&session, &score, &learner),
            score: Some(score),
            ..named
        };
        (checked, Some(session))
    }

    /// Why the ticket of an assessed play does not admit it.
    fn ticket_fault(&self, save: &Save, day: Option<&str>) -> Option<TicketFault> {
        let seat = save.seat.as_ref()?;
        let ticket = match Ticket::read(&seat.ticket) {
            Ok(ticket) => ticket,
            Err(fault) => return Some(fault),
        };
        let (_, hash) = self.known.scene(&save.scene)?;
        let until = ticket.terms.until.to_string();
        let day = self.on.as_deref().or(day).unwrap_or(&until);
        ticket.admits(&save.scene, hash, day).err().or_else(|| ticket.distrusted(&self.trainers).err())
    }
}

impl Checked {
    fn blank(verdict: Verdict) -> Self {
        Self {
            verdict,
            scene: String::new(),
            learner: String::new(),
            day: String::new(),
            seed: None,
            ticket: None,
            decisions: 0,
            closed: false,
            score: None,
            claimed: None,
            seconds: Vec::new(),
            prints: Vec::new(),
            code: String::new(),
        }
    }

    fn of(file: &ResultFile) -> Self {
        Self {
            learner: file.learner.clone(),
            day: file.day.clone(),
            claimed: Some(file.centipoints),
            seconds: file.seconds.clone(),
            ..Self::blank(Verdict::Valid)
        }
    }

    /// Seconds in all.
    pub fn seconds_in_all(&self) -> u64 {
        self.seconds.iter().map(|seconds| u64::from(*seconds)).fold(0, u64::saturating_add)
    }
}

fn edited(file: &ResultFile, checked: &Checked) -> Option<Edited> {
    let seat_is_anothers = file.play.seat.as_ref().is_some_and(|seat| seat.learner != file.learner);
    if file.seconds.len() != file.play.decisions.len() {
        Some(Edited::Seconds)
    } else if seat_is_anothers {
        Some(Edited::Learner)
    } else {
        let earned = checked.score.as_ref().map(|score| score.centipoints);
        (earned != checked.claimed).then_some(Edited::Score)
    }
}

/// What the line of a decision begins with.
const INDENT: &str = "            ";

/// A text that breaks off, closed after the last decision that stands on a line of its own.
fn mended(body: &str) -> Option<String> {
    let (_, decisions) = body.split_once("decisions: [\n")?;
    let upto = body.len().saturating_sub(decisions.len());
    let stands = |line: &&str| line.starts_with(INDENT) && line.ends_with("),\n");
    let lines = decisions.split_inclusive('\n').take_while(stands);
    let whole = lines.map(str::len).fold(0, usize::saturating_add);
    Some(format!("{}]))", body.get(..upto.saturating_add(whole))?))
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// The code on a certificate: it follows from the scene, the policy, the seed, the learner, the end that was reached and the
/// score, so that only a result that leads there gives it.
pub fn code(session: &Session, score: &Score, learner: &str) -> String {
    let mut hasher = blake3::Hasher::new_derive_key(PURPOSE);
    hasher.update(session.state_hash().as_bytes());
    hasher.update(&session.policy().hash());
    hasher.update(&session.seed().to_le_bytes());
    hasher.update(&score.centipoints.to_le_bytes());
    hasher.update(session.scenario().id.as_bytes());
    hasher.update(b"/");
    hasher.update(learner.as_bytes());
    let mut drawn = [0; 16];
    hasher.finalize_xof().fill(&mut drawn);
    let letter = |byte: &u8| LETTERS.get(usize::from(*byte).checked_rem(LETTERS.len()).unwrap_or(0)).copied();
    let letters: String = drawn.iter().filter_map(letter).map(char::from).collect();
    let (first, rest) = letters.split_at_checked(4).unwrap_or((&letters, ""));
    let (second, rest) = rest.split_at_checked(4).unwrap_or((rest, ""));
    let (third, fourth) = rest.split_at_checked(4).unwrap_or((rest, ""));
    [first, second, third, fourth].join("-")
}
