//! What a front shows: everything formatted, nothing to compute. The page, the terminal, bots and the world read this one thing.

use serde::{Deserialize, Serialize};

use crate::scenario::activity::{Answer, Finding, Note, Sheet};
use crate::scenario::head::Head;

/// The moment as shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct View {
    /// The scene.
    pub scene: Head,
    /// How many decisions have been made.
    pub decisions: u32,
    /// The step to do; nothing once the scene is closed.
    pub step: Option<StepView>,
    /// The company beside it.
    pub company: CompanyView,
    /// What the last decision brought about, in order.
    pub news: Vec<NewsView>,
    /// How it ended.
    pub ending: Option<EndingView>,
}

/// The step to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepView {
    /// Its stable name.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its place among the steps, from 1.
    pub number: u32,
    /// How many steps the scene has.
    pub of: u32,
    /// The venue's id.
    pub venue: String,
    /// What is said.
    pub said: Vec<SaidView>,
    /// What can be looked at.
    pub evidence: Vec<EvidenceView>,
    /// Help.
    pub hint: HintView,
    /// The kind of activity, by its name in the language.
    pub kind: String,
    /// What is to be done.
    pub sheet: Sheet,
    /// Which attempt this is, from 1.
    pub attempt: u8,
    /// How many attempts there are, where wrong ones come back.
    pub tries: Option<u8>,
    /// What was wrong at the last attempt.
    pub returned: Vec<Finding>,
    /// The answer at the last attempt, to start from.
    pub last: Option<Answer>,
}

/// Somebody's words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaidView {
    /// The person's id in the cast; `narrator` tells what is seen.
    pub who: String,
    /// Name; empty for the narrator.
    pub name: String,
    /// Role; empty for the narrator.
    pub role: String,
    /// The words.
    pub text: String,
}

/// Something to look at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceView {
    /// Its id, for the decision to open it.
    pub id: String,
    /// What it is.
    pub title: String,
    /// What it says, once opened.
    pub opened: Option<PaperView>,
}

/// A paper opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperView {
    /// Its text.
    pub text: String,
    /// A table under it, the first row headings.
    pub rows: Vec<Vec<String>>,
    /// The rule it reports.
    pub rule: Option<String>,
}

/// Help.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum HintView {
    /// There is none here.
    None,
    /// It can be asked for.
    Offered,
    /// It was given.
    Given(String),
}

/// The company beside the scene.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CompanyView {
    /// Today, ISO.
    pub today: String,
    /// Today as a person reads it.
    pub date: String,
    /// Whether it has been founded.
    pub founded: bool,
    /// Its name, once reserved.
    pub name: Option<String>,
    /// Its unified social credit code.
    pub code: Option<String>,
    /// What there is to spend: before founding the founders' fund, afterwards also the bank account.
    pub funds: String,
    /// The founders' own money left.
    pub founders_fund: String,
    /// Money at the bank.
    pub bank: String,
    /// Facts in words: key of the interface's texts, value.
    pub facts: Vec<(String, String)>,
    /// Duties, the nearest first.
    pub duties: Vec<DutyView>,
    /// Documents in the folder.
    pub documents: Vec<DocumentView>,
    /// What the founders paid before founding.
    pub outlays: Vec<OutlayView>,
    /// Vouchers, newest first.
    pub vouchers: Vec<VoucherView>,
    /// Accounts with a balance.
    pub accounts: Vec<AccountView>,
}

/// A duty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DutyView {
    /// Its id.
    pub id: String,
    /// What is to be done.
    pub title: String,
    /// The same in English.
    pub title_en: String,
    /// The venue of the authority.
    pub authority: String,
    /// By when, ISO.
    pub due: String,
    /// Days left; negative once past.
    pub days_left: i32,
    /// How it stands.
    pub state: DutyState,
    /// The rule's id.
    pub rule: String,
}

/// How a duty stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DutyState {
    /// To be done.
    Open,
    /// Done.
    Done,
    /// Not done in time.
    Missed,
}

/// A document in the folder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentView {
    /// Its id; `business-licence` hangs on the wall.
    pub id: String,
    /// The key of its title in the interface's texts.
    pub title: String,
    /// Lines: key of the interface's texts, value.
    pub lines: Vec<(String, String)>,
}

/// A payment by the founders before founding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutlayView {
    /// When, ISO.
    pub date: String,
    /// What for.
    pub purpose: String,
    /// How much.
    pub amount: String,
}

/// A voucher.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VoucherView {
    /// Such as `2026-03 记-1`.
    pub number: String,
    /// When, ISO.
    pub date: String,
    /// The summary.
    pub summary: String,
    /// Its lines.
    pub lines: Vec<VoucherLineView>,
}

/// A line of a voucher.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VoucherLineView {
    /// The account: code and name.
    pub account: String,
    /// Debit; empty where none.
    pub debit: String,
    /// Credit; empty where none.
    pub credit: String,
}

/// An account's balance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountView {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Debit balance; empty where none.
    pub debit: String,
    /// Credit balance; empty where none.
    pub credit: String,
}

/// Something the last decision brought about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewsView {
    /// The day, ISO.
    pub date: String,
    /// What kind it is.
    pub kind: NewsKind,
    /// A heading in the author's words (a letter's title, a step's).
    pub title: Option<String>,
    /// What was said.
    pub said: Vec<SaidView>,
    /// What was found in the answer.
    pub findings: Vec<Finding>,
    /// What the core reports.
    pub note: Option<Note>,
    /// The rule behind it.
    pub rule: Option<String>,
}

/// Kinds of news.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum NewsKind {
    /// Somebody answers.
    Reply,
    /// What was right and wrong.
    Feedback,
    /// It was sent back.
    Returned,
    /// Somebody helped after the last attempt.
    Helped,
    /// A letter, a call, a visit.
    Letter,
    /// Money, licence, duty: reported by the core.
    Company,
    /// Help was given.
    Hint,
}

/// How it ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EndingView {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What has become of it.
    pub text: String,
}
