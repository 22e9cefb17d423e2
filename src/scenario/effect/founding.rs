//! A company that was founded before the scene, in one effect: the application filled in as an expert would, and handed in.

use serde::{Deserialize, Serialize};

use super::Kind;
use crate::firm::registry::ApplicationField;
use crate::scenario::term::Term;

/// A limited company whose application nobody objects to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Found {
    /// The trade name (字号).
    pub trade_name: Term,
    /// The industry, the name's third part.
    pub industry: Term,
    /// Registered capital.
    pub capital: Term,
    /// The day by which the capital is to be paid in.
    pub paid_in_by: Term,
    /// The business scope, by ids of the catalogue.
    pub scope: Vec<Term>,
    /// The other shareholder, who is the liaison too; one founder alone where left out.
    #[serde(default)]
    pub partner: Option<Term>,
}

/// How the trainee stands in the application.
const FOUNDER: &str = "创办人";

/// What an expert fills in, whatever the company does.
const USUAL: [(ApplicationField, &str); 8] = [
    (ApplicationField::Form, "llc"),
    (ApplicationField::Region, "青岛"),
    (ApplicationField::Organisation, "有限公司"),
    (ApplicationField::Premises, "leased"),
    (ApplicationField::LegalRepresentative, FOUNDER),
    (ApplicationField::Directors, FOUNDER),
    (ApplicationField::Supervisor, "none"),
    (ApplicationField::BeneficialOwner, "promise"),
];

impl Found {
    /// Every field of the application with what is filled in.
    pub fn filings(&self) -> Vec<(ApplicationField, Vec<Term>)> {
        let usual = USUAL.iter().map(|(field, text)| (*field, vec![Term::from(*text)]));
        let partner = self.partner.clone();
        let liaison = partner.clone().unwrap_or_else(|| Term::from(FOUNDER));
        let own = [
            (ApplicationField::TradeName, vec![self.trade_name.clone()]),
            (ApplicationField::Industry, vec![self.industry.clone()]),
            (ApplicationField::Capital, vec![self.capital.clone()]),
            (ApplicationField::PaidInBy, vec![self.paid_in_by.clone()]),
            (ApplicationField::Scope, self.scope.clone()),
            (ApplicationField::Liaison, vec![liaison]),
            (ApplicationField::Shareholders, std::iter::once(Term::from(FOUNDER)).chain(partner).collect()),
        ];
        usual.chain(own).collect()
    }

    /// Calls `visit` on every term in it, with what its value must be.
    pub fn terms<'a>(&'a self, visit: &mut dyn FnMut(&'a Term, Kind)) {
        visit(&self.trade_name, Kind::Text);
        visit(&self.industry, Kind::Text);
        visit(&self.capital, Kind::Amount);
        visit(&self.paid_in_by, Kind::Day);
        self.scope.iter().chain(&self.partner).for_each(|term| visit(term, Kind::Text));
    }
}
