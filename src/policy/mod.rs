//! Policy: what the law, the notices and this project's teaching conventions say, as dated data.
//!
//! Nothing of law is written in Rust. A figure has a value, the days it holds, the rule it comes from and a [`Mark`] that
//! says how well it is known; a rule is a law's article or a notice, told once in plain words; a [`Duty`] is what an event
//! makes a company owe. The tables live in `assets/policy/*.ron`, are checked as a whole by [`Policy::load`] and hashed by
//! [`Policy::hash`], so that a result can say by which policy it was scored. This floor reads texts handed to it and does
//! no I/O.

mod brackets;
mod catalogue;
mod duty;
mod figure;
mod figures;
mod load;
mod mark;
mod on_day;
mod rule;
mod standard;
mod support;
mod workdays;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use brackets::{Bracket, Brackets};
pub use catalogue::{
    District, DocumentKind, EntityForm, Licence, LicenceKind, OfficeForm, OwnerDuty, PremisesKind, ScopeEntry,
    ScopeKind, SetupStep,
};
pub use duty::{Duty, FineOn, Missed, RestDay, Term, Trigger};
pub use figure::{Figure, FigureEntry, PolicyError, Ratio, Value, ValueKind};
pub use load::{PolicyProblem, ProblemKind};
pub use mark::Mark;
pub use on_day::PolicyOn;
pub use rule::{Rule, RuleStatus, RuleWords};
pub use standard::{Band, Criterion, Measure, Quality, Standard, Test};
pub use support::{FounderGroup, GrantAmount, GrantCheck, GrantCriterion, GrantProgramme, GrantUnit};
pub use workdays::HolidayNotice;

use crate::calendar::Date;
use figures::Figures;

/// The tables of one place and time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Policy {
    /// The name scenes refer to, as `qingdao-2026`.
    id: String,
    /// What the tables are, for people.
    title: String,
    /// The day the facts were last looked up.
    as_of: Date,
    figures: Figures,
    rules: BTreeMap<String, Rule>,
    duties: Vec<Duty>,
    entity_forms: Vec<EntityForm>,
    districts: Vec<District>,
    scopes: Vec<ScopeEntry>,
    licences: Vec<Licence>,
    premises: Vec<PremisesKind>,
    documents: Vec<DocumentKind>,
    setup_steps: Vec<SetupStep>,
    holidays: Vec<HolidayNotice>,
    grants: Vec<GrantProgramme>,
    standards: Vec<Standard>,
    digest: [u8; 32],
}

/// The files of [`Policy::qingdao_2026`], by name and text.
#[cfg(not(target_family = "wasm"))]
const QINGDAO_2026: &[(&str, &str)] = &[
    ("assets/policy/ledger.ron", include_str!("../../assets/policy/ledger.ron")),
    ("assets/policy/qingdao-2026.ron", include_str!("../../assets/policy/qingdao-2026.ron")),
    ("assets/policy/registration.ron", include_str!("../../assets/policy/registration.ron")),
    ("assets/policy/rules.ron", include_str!("../../assets/policy/rules.ron")),
    ("assets/policy/people.ron", include_str!("../../assets/policy/people.ron")),
    ("assets/policy/rules-people.ron", include_str!("../../assets/policy/rules-people.ron")),
    ("assets/policy/growth.ron", include_str!("../../assets/policy/growth.ron")),
    ("assets/policy/rules-growth.ron", include_str!("../../assets/policy/rules-growth.ron")),
    ("assets/policy/finance.ron", include_str!("../../assets/policy/finance.ron")),
    ("assets/policy/rules-finance.ron", include_str!("../../assets/policy/rules-finance.ron")),
    ("assets/policy/tax.ron", include_str!("../../assets/policy/tax.ron")),
    ("assets/policy/rules-tax.ron", include_str!("../../assets/policy/rules-tax.ron")),
];

/// The tables as the build has packed them.
#[cfg(target_family = "wasm")]
const PACKED: &[u8] = include_bytes!(env!("METAVERSE_POLICY"));

impl Policy {
    /// Reads and checks tables spread over files, given by name and text. All problems are told, not the first.
    pub fn load(files: &[(&str, &str)]) -> Result<Policy, Vec<PolicyProblem>> {
        load::load(files)
    }

    /// The tables this build carries: Qingdao in 2026.
    ///
    /// # Panics
    /// Never in a build whose tests passed: the tables are part of the program and a test loads them.
    #[cfg(not(target_family = "wasm"))]
    pub fn qingdao_2026() -> Policy {
        match Policy::load(QINGDAO_2026) {
            Ok(policy) => policy,
            Err(problems) => {
                let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
                unreachable!("the built-in policy tables are sound: {}", told.join("; "))
            }
        }
    }

    /// The tables this build carries, as the build has read and packed them: a browser neither reads nor checks text.
    ///
    /// # Panics
    /// Never in a module that xtask has built: it packs the tables with the very code that reads them here.
    #[cfg(target_family = "wasm")]
    pub fn qingdao_2026() -> Policy {
        match postcard::from_bytes(PACKED) {
            Ok(policy) => policy,
            Err(error) => unreachable!("the packed policy tables are this build's: {error}"),
        }
    }

    /// The tables as postcard bytes, without what rules and figures say.
    #[cfg(not(target_family = "wasm"))]
    pub fn packed(&self) -> Vec<u8> {
        // Plain data in memory: packing it cannot fail, and no bytes are no tables to whoever reads them.
        postcard::to_allocvec(&self.clone().without_words()).unwrap_or_default()
    }

    /// The tables as postcard bytes, without what rules and figures say: in the browser there is one policy, and the build has
    /// packed it.
    #[cfg(target_family = "wasm")]
    pub fn packed(&self) -> Vec<u8> {
        PACKED.to_vec()
    }

    /// The name scenes refer to, as `qingdao-2026`.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// What the tables are, for people.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The day the facts were last looked up.
    pub fn as_of(&self) -> Date {
        self.as_of
    }

    /// The policy as it stands on a day; figures are asked of this.
    ///
    /// ```
    /// # use startup_metaverse::{calendar::Date, policy::Policy};
    /// let policy = Policy::qingdao_2026();
    /// let founded = Date::new(2026, 3, 9)?;
    /// assert_eq!(policy.at(founded).term_from("capital.term", founded)?, Date::new(2031, 3, 9)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn at(&self, date: Date) -> PolicyOn<'_> {
        PolicyOn::new(self, date)
    }

    /// A rule by its id.
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        self.rules.get(id)
    }

    /// All rules, by id.
    pub fn rules(&self) -> impl Iterator<Item = &Rule> {
        self.rules.values()
    }

    /// All figures' entries, by id and then oldest first.
    pub fn figures(&self) -> impl Iterator<Item = &FigureEntry> {
        self.figures.iter().flat_map(|(_, entries)| entries)
    }

    /// A figure's entries, oldest first; none if there is no such figure.
    pub fn figure_entries(&self, id: &str) -> &[FigureEntry] {
        self.figures.get(id)
    }

    /// All duties, in the order of the tables.
    pub fn duties(&self) -> &[Duty] {
        &self.duties
    }

    /// A duty by its id.
    pub fn duty(&self, id: &str) -> Option<&Duty> {
        self.duties.iter().find(|duty| duty.id == id)
    }

    /// The legal forms compared in facts §1.2.
    pub fn entity_forms(&self) -> &[EntityForm] {
        &self.entity_forms
    }

    /// A legal form by its id, as `llc`.
    pub fn entity_form(&self, id: &str) -> Option<&EntityForm> {
        self.entity_forms.iter().find(|form| form.id == id)
    }

    /// The city and its districts, with the codes of their registration authorities.
    pub fn districts(&self) -> &[District] {
        &self.districts
    }

    /// The catalogue of business scope entries.
    pub fn scopes(&self) -> &[ScopeEntry] {
        &self.scopes
    }

    /// A scope entry by its id or its exact standard wording.
    pub fn scope(&self, id_or_text: &str) -> Option<&ScopeEntry> {
        self.scopes.iter().find(|scope| scope.id == id_or_text || scope.text == id_or_text)
    }

    /// The licences and filings that scope entries ask for.
    pub fn licences(&self) -> &[Licence] {
        &self.licences
    }

    /// A licence or filing by its id.
    pub fn licence(&self, id: &str) -> Option<&Licence> {
        self.licences.iter().find(|licence| licence.id == id)
    }

    /// The kinds of premises and the proof each needs.
    pub fn premises(&self) -> &[PremisesKind] {
        &self.premises
    }

    /// A kind of premises by its id.
    pub fn premises_kind(&self, id: &str) -> Option<&PremisesKind> {
        self.premises.iter().find(|kind| kind.id == id)
    }

    /// The documents of founding, in the order they are handed in.
    pub fn documents(&self) -> &[DocumentKind] {
        &self.documents
    }

    /// A document by its id.
    pub fn document(&self, id: &str) -> Option<&DocumentKind> {
        self.documents.iter().find(|document| document.id == id)
    }

    /// The steps from the name to the last registration, in their order.
    pub fn setup_steps(&self) -> &[SetupStep] {
        &self.setup_steps
    }

    /// The programmes of support, in the order of the tables, expired ones too.
    pub fn grants(&self) -> &[GrantProgramme] {
        &self.grants
    }

    /// A programme of support by its id.
    pub fn grant(&self, id: &str) -> Option<&GrantProgramme> {
        self.grants.iter().find(|grant| grant.id == id)
    }

    /// The recognitions a company can apply for, in the order of the tables.
    pub fn standards(&self) -> &[Standard] {
        &self.standards
    }

    /// A recognition by its id, as `hnte`.
    pub fn standard(&self, id: &str) -> Option<&Standard> {
        self.standards.iter().find(|standard| standard.id == id)
    }

    /// A stable hash of everything in the tables as they were read: `blake3` over their postcard bytes.
    pub fn hash(&self) -> [u8; 32] {
        self.digest
    }

    /// The same tables, and the same hash, without what rules and figures say: what plays and judges, and cites rules by name.
    #[must_use]
    pub fn without_words(mut self) -> Self {
        self.figures.forget_notes();
        for rule in self.rules.values_mut() {
            rule.en.clear();
            rule.says.clear();
        }
        self
    }

    /// What the rules say, by rule.
    pub fn words(&self) -> Vec<RuleWords> {
        let words = |rule: &Rule| RuleWords { id: rule.id.clone(), en: rule.en.clone(), says: rule.says.clone() };
        self.rules.values().map(words).collect()
    }

    /// Gives the rules back what they say.
    pub fn supply(&mut self, words: Vec<RuleWords>) {
        for RuleWords { id, en, says } in words {
            if let Some(rule) = self.rules.get_mut(&id) {
                (rule.en, rule.says) = (en, says);
            }
        }
    }
}
