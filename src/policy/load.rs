//! Reading the tables and checking that they hang together; every problem is told with its place.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use ron::extensions::Extensions;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::Policy;
use super::catalogue::{
    District, DocumentKind, EntityForm, Licence, LicenceKind, PremisesKind, ScopeEntry, ScopeKind, SetupStep,
};
use super::duty::{Duty, Missed, Term};
use super::figure::{FigureEntry, Value, ValueKind};
use super::figures::Figures;
use super::rule::Rule;
use super::standard::Standard;
use super::support::GrantProgramme;
use super::workdays::HolidayNotice;
use crate::calendar::Date;

/// The form of the tables this build reads.
const FORMAT: u32 = 1;

/// The deepest nesting a table may have; the tables need six.
const NESTING_MAX: usize = 24;

/// A problem in the tables and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyProblem {
    /// The file's name as it was given.
    pub file: String,
    /// Line and column, counted from one, where they are known.
    pub place: Option<(usize, usize)>,
    /// What is wrong.
    pub kind: ProblemKind,
}

impl fmt::Display for PolicyProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.place {
            Some((line, column)) => write!(f, "{}:{line}:{column}: {}", self.file, self.kind),
            None => write!(f, "{}: {}", self.file, self.kind),
        }
    }
}

impl std::error::Error for PolicyProblem {}

/// What can be wrong with the tables.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ProblemKind {
    /// The text is not RON of the tables' form.
    #[error("{0}")]
    Syntax(String),
    /// The file is written for another build.
    #[error("format {0} is not the format 1 that this build reads")]
    Format(u32),
    /// No file has a head, or two have.
    #[error("exactly one file must carry the head (id, title, as_of); {0} do")]
    Head(usize),
    /// An id is used twice in one table.
    #[error("`{0}` is there twice")]
    Duplicate(String),
    /// A table refers to something that no table has.
    #[error("`{id}` refers to the {what} `{to}`, which no table has")]
    Dangling {
        /// The entry that refers.
        id: String,
        /// What it refers to: a rule, a figure, a licence, a legal form, a step.
        what: &'static str,
        /// The name it refers to.
        to: String,
    },
    /// A span of days ends before it begins.
    #[error("`{0}` ends before it begins")]
    EndsBeforeBegin(String),
    /// Two entries of a figure hold on the same day, so that its worth would be ambiguous.
    #[error("two entries of `{0}` hold on the same day")]
    Overlap(String),
    /// A figure that something refers to is of the wrong kind.
    #[error("`{id}` needs `{figure}` to be a {expected:?}")]
    Kind {
        /// The entry that refers.
        id: String,
        /// The figure it refers to.
        figure: String,
        /// The kind it must be.
        expected: ValueKind,
    },
    /// A value that cannot be: a fraction with nothing below the line, a negative term, an empty list, a progressive
    /// table that jumps.
    #[error("`{0}` has a value that cannot be")]
    Impossible(String),
    /// A licensed scope entry without a licence, or a free one that names a licence instead of a filing.
    #[error("scope entry `{0}`: licensed entries name a licence, general ones at most a filing")]
    ScopeLicence(String),
}

/// What a file of tables may hold.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    format: u32,
    #[serde(default)]
    head: Option<Head>,
    #[serde(default)]
    figures: Vec<FigureEntry>,
    #[serde(default)]
    rules: Vec<Rule>,
    #[serde(default)]
    duties: Vec<Duty>,
    #[serde(default)]
    entity_forms: Vec<EntityForm>,
    #[serde(default)]
    districts: Vec<District>,
    #[serde(default)]
    scopes: Vec<ScopeEntry>,
    #[serde(default)]
    licences: Vec<Licence>,
    #[serde(default)]
    premises: Vec<PremisesKind>,
    #[serde(default)]
    documents: Vec<DocumentKind>,
    #[serde(default)]
    setup_steps: Vec<SetupStep>,
    #[serde(default)]
    holidays: Vec<HolidayNotice>,
    #[serde(default)]
    grants: Vec<GrantProgramme>,
    #[serde(default)]
    standards: Vec<Standard>,
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    id: String,
    title: String,
    as_of: Date,
}

pub(super) fn load(files: &[(&str, &str)]) -> Result<Policy, Vec<PolicyProblem>> {
    let mut problems = Vec::new();
    let mut parsed = Vec::new();
    for (name, text) in files {
        match parse(name, text) {
            Ok(file) => parsed.push(file),
            Err(problem) => problems.push(problem),
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut check = Check { files, problems };
    let policy = gather(parsed, &mut check);
    check.all(&policy);
    if check.problems.is_empty() { Ok(policy) } else { Err(check.problems) }
}

fn parse(name: &str, text: &str) -> Result<File, PolicyProblem> {
    let options =
        ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME).with_recursion_limit(NESTING_MAX);
    let file: File = options.from_str(text).map_err(|error| PolicyProblem {
        file: name.to_owned(),
        place: Some((error.span.start.line, error.span.start.col)),
        kind: ProblemKind::Syntax(error.code.to_string()),
    })?;
    if file.format == FORMAT {
        Ok(file)
    } else {
        let kind = ProblemKind::Format(file.format);
        Err(PolicyProblem { file: name.to_owned(), place: None, kind })
    }
}

/// Puts the files' tables together, reporting what is there twice.
fn gather(files: Vec<File>, check: &mut Check<'_>) -> Policy {
    let heads: Vec<Head> = files.iter().filter_map(|file| file.head.clone()).collect();
    if heads.len() != 1 {
        check.say("", ProblemKind::Head(heads.len()));
    }
    let head = heads.into_iter().next();
    let mut policy = Policy {
        id: head.as_ref().map(|head| head.id.clone()).unwrap_or_default(),
        title: head.as_ref().map(|head| head.title.clone()).unwrap_or_default(),
        as_of: head.map_or(Date::MIN, |head| head.as_of),
        figures: Figures::of([]),
        rules: BTreeMap::new(),
        duties: Vec::new(),
        entity_forms: Vec::new(),
        districts: Vec::new(),
        scopes: Vec::new(),
        licences: Vec::new(),
        premises: Vec::new(),
        documents: Vec::new(),
        setup_steps: Vec::new(),
        holidays: Vec::new(),
        grants: Vec::new(),
        standards: Vec::new(),
        digest: [0; 32],
    };
    let mut figures = Vec::new();
    for file in files {
        figures.extend(file.figures);
        for rule in file.rules {
            let id = rule.id.clone();
            if policy.rules.insert(id.clone(), rule).is_some() {
                check.say(&id, ProblemKind::Duplicate(id.clone()));
            }
        }
        policy.duties.extend(file.duties);
        policy.entity_forms.extend(file.entity_forms);
        policy.districts.extend(file.districts);
        policy.scopes.extend(file.scopes);
        policy.licences.extend(file.licences);
        policy.premises.extend(file.premises);
        policy.documents.extend(file.documents);
        policy.setup_steps.extend(file.setup_steps);
        policy.holidays.extend(file.holidays);
        policy.grants.extend(file.grants);
        policy.standards.extend(file.standards);
    }
    policy.figures = Figures::of(figures);
    policy.setup_steps.sort_by_key(|step| step.order);
    // Serialising plain data into memory cannot fail; were it to, the hash of nothing would still be stable.
    policy.digest = *blake3::hash(&postcard::to_allocvec(&policy).unwrap_or_default()).as_bytes();
    policy
}

/// The checks over the tables as a whole.
struct Check<'a> {
    files: &'a [(&'a str, &'a str)],
    problems: Vec<PolicyProblem>,
}

impl Check<'_> {
    /// Reports a problem at the place where the entry's id is first written.
    fn say(&mut self, id: &str, kind: ProblemKind) {
        let needle = format!("id: \"{id}\"");
        let found = self.files.iter().find_map(|(name, text)| {
            let at = text.find(&needle).filter(|_| !id.is_empty())?;
            let before = text.get(..at)?;
            let line = before.matches('\n').count().saturating_add(1);
            let column = before.chars().rev().take_while(|c| *c != '\n').count().saturating_add(1);
            Some(((*name).to_owned(), (line, column)))
        });
        let first = self.files.first().map(|(name, _)| (*name).to_owned()).unwrap_or_default();
        let (file, place) = found.map_or((first, None), |(file, place)| (file, Some(place)));
        self.problems.push(PolicyProblem { file, place, kind });
    }

    fn all(&mut self, policy: &Policy) {
        self.figures(policy);
        self.rules(policy);
        self.duties(policy);
        self.catalogue(policy);
        self.grants(policy);
        self.standards(policy);
        self.duplicates(policy);
    }

    fn figures(&mut self, policy: &Policy) {
        for entry in policy.figures() {
            self.rule_exists(policy, &entry.id, &entry.rule);
            if entry.until.is_some_and(|until| until < entry.from) {
                self.say(&entry.id, ProblemKind::EndsBeforeBegin(entry.id.clone()));
            }
            let possible = match &entry.value {
                Value::Ratio(ratio) => ratio.den > 0,
                Value::Days(n) | Value::WorkingDays(n) | Value::Months(n) | Value::Years(n) => *n >= 0,
                Value::Words(words) => !words.is_empty() && words.iter().all(|word| !word.is_empty()),
                Value::Brackets(brackets) => brackets.is_sound(),
                Value::Dates(dates) => !dates.is_empty() && dates.is_sorted(),
                Value::Money(_) | Value::Rate(_) | Value::Count(_) => true,
            };
            if !possible {
                self.say(&entry.id, ProblemKind::Impossible(entry.id.clone()));
            }
        }
        for (id, entries) in policy.figures.iter() {
            let overlap = entries
                .iter()
                .zip(entries.iter().skip(1))
                .any(|(earlier, later)| earlier.until.is_none_or(|until| until >= later.from));
            if overlap {
                self.say(id, ProblemKind::Overlap(id.to_owned()));
            }
        }
    }

    fn rules(&mut self, policy: &Policy) {
        for rule in policy.rules() {
            if rule.expires.is_some_and(|expires| expires < rule.in_force) {
                self.say(&rule.id, ProblemKind::EndsBeforeBegin(rule.id.clone()));
            }
        }
        for notice in &policy.holidays {
            self.rule_exists(policy, &format!("holidays {}", notice.year), &notice.rule);
        }
    }

    fn duties(&mut self, policy: &Policy) {
        for duty in &policy.duties {
            self.rule_exists(policy, &duty.id, &duty.rule);
            match policy.figure_entries(&duty.term) {
                [] => self.dangling(&duty.id, "figure", &duty.term),
                entries if entries.iter().all(|entry| Term::of(&entry.value).is_some()) => {}
                _ => self.say(
                    &duty.id,
                    ProblemKind::Kind { id: duty.id.clone(), figure: duty.term.clone(), expected: ValueKind::Days },
                ),
            }
            match &duty.missed {
                Missed::Nothing => {}
                Missed::Fine { fine, on: _ } => self.figure_is(policy, &duty.id, fine, ValueKind::Money),
                Missed::OrderThenFine { comply, fine, on: _ } => {
                    self.figure_is(policy, &duty.id, comply, ValueKind::Days);
                    self.figure_is(policy, &duty.id, fine, ValueKind::Money);
                }
            }
        }
    }

    fn catalogue(&mut self, policy: &Policy) {
        for form in &policy.entity_forms {
            self.rule_exists(policy, &form.id, &form.rule);
        }
        for scope in &policy.scopes {
            let licence = scope.licence.as_deref();
            let kind = licence.and_then(|id| policy.licence(id)).map(|licence| licence.kind);
            match (licence, kind) {
                (Some(to), None) => self.dangling(&scope.id, "licence", to),
                (_, kind) => {
                    let sound = match scope.kind {
                        ScopeKind::Licensed => kind.is_some_and(|kind| kind != LicenceKind::Filing),
                        ScopeKind::General => kind.is_none_or(|kind| kind == LicenceKind::Filing),
                    };
                    if !sound {
                        self.say(&scope.id, ProblemKind::ScopeLicence(scope.id.clone()));
                    }
                }
            }
        }
        for licence in &policy.licences {
            self.rule_exists(policy, &licence.id, &licence.rule);
        }
        for kind in &policy.premises {
            self.rule_exists(policy, &kind.id, &kind.rule);
        }
        for step in &policy.setup_steps {
            self.rule_exists(policy, &step.id, &step.rule);
        }
        for document in &policy.documents {
            self.rule_exists(policy, &document.id, &document.rule);
            if !policy.setup_steps.iter().any(|step| step.id == document.step) {
                self.dangling(&document.id, "step", &document.step);
            }
            for form in &document.forms {
                if policy.entity_form(form).is_none() {
                    self.dangling(&document.id, "legal form", form);
                }
            }
        }
    }

    fn standards(&mut self, policy: &Policy) {
        for standard in &policy.standards {
            self.rule_exists(policy, &standard.id, &standard.rule);
            for criterion in &standard.criteria {
                for figure in criterion.test.figures() {
                    if policy.figure_entries(figure).is_empty() {
                        self.dangling(&standard.id, "figure", figure);
                    }
                }
            }
            self.unique(standard.criteria.iter().map(|criterion| criterion.id.as_str()));
        }
        self.unique(policy.standards.iter().map(|entry| entry.id.as_str()));
    }

    fn grants(&mut self, policy: &Policy) {
        for grant in &policy.grants {
            self.rule_exists(policy, &grant.id, &grant.rule);
            if grant.until.is_some_and(|until| until < grant.from) {
                self.say(&grant.id, ProblemKind::EndsBeforeBegin(grant.id.clone()));
            }
            for amount in &grant.amounts {
                self.figure_is(policy, &grant.id, &amount.figure, ValueKind::Money);
                for form in amount.forms.iter().filter(|form| policy.entity_form(form).is_none()) {
                    self.dangling(&grant.id, "legal form", form);
                }
            }
            self.unique(grant.criteria.iter().map(|criterion| criterion.id.as_str()));
        }
        self.unique(policy.grants.iter().map(|entry| entry.id.as_str()));
    }

    fn duplicates(&mut self, policy: &Policy) {
        self.unique(policy.duties.iter().map(|entry| entry.id.as_str()));
        self.unique(policy.entity_forms.iter().map(|entry| entry.id.as_str()));
        self.unique(policy.districts.iter().map(|entry| entry.id.as_str()));
        self.unique(policy.scopes.iter().map(|entry| entry.id.as_str()));
        self.unique(policy.scopes.iter().map(|entry| entry.text.as_str()));
        self.unique(policy.licences.iter().map(|entry| entry.id.as_str()));
        self.unique(policy.premises.iter().map(|entry| entry.id.as_str()));
        self.unique(policy.documents.iter().map(|entry| entry.id.as_str()));
        self.unique(policy.setup_steps.iter().map(|entry| entry.id.as_str()));
    }

    fn unique<'b>(&mut self, ids: impl Iterator<Item = &'b str>) {
        let mut seen = BTreeSet::new();
        for id in ids {
            if !seen.insert(id) {
                self.say(id, ProblemKind::Duplicate(id.to_owned()));
            }
        }
    }

    fn rule_exists(&mut self, policy: &Policy, id: &str, rule: &str) {
        if policy.rule(rule).is_none() {
            self.dangling(id, "rule", rule);
        }
    }

    fn figure_is(&mut self, policy: &Policy, id: &str, figure: &str, expected: ValueKind) {
        let entries = policy.figure_entries(figure);
        if entries.is_empty() {
            self.dangling(id, "figure", figure);
        } else if entries.iter().any(|entry| entry.value.kind() != expected) {
            self.say(id, ProblemKind::Kind { id: id.to_owned(), figure: figure.to_owned(), expected });
        }
    }

    fn dangling(&mut self, id: &str, what: &'static str, to: &str) {
        self.say(id, ProblemKind::Dangling { id: id.to_owned(), what, to: to.to_owned() });
    }
}
