//! Who and what is meant by a name: employees, customers, suppliers, goods, assets. The books number them.

use crate::firm::assets::AssetError;
use crate::firm::ledger::{AssetId, EmployeeId, ItemId, PartyId};
use crate::firm::people::PeopleError;
use crate::firm::{Firm, Refusal};
use crate::money::MoneyError;

impl Firm {
    /// The employee of a name, who is at work.
    pub fn employee_named(&self, name: &str) -> Result<EmployeeId, Refusal> {
        let nobody = || PeopleError::NoSuchName(name.to_owned());
        Ok(self.staff().ok_or_else(nobody)?.named(name)?)
    }

    /// The name of an employee; empty where there is a number only.
    pub(super) fn name_of(&self, employee: EmployeeId) -> String {
        let all = self.staff().map_or(&[][..], |staff| staff.employees());
        all.iter().find(|one| one.id == employee).map(|one| one.name.clone()).unwrap_or_default()
    }

    /// The number of a customer, a supplier or a landlord, under which the books keep what stands between them; a new number
    /// for a new name. Refused before the company opens for business.
    pub fn party_named(&mut self, name: &str) -> Result<PartyId, Refusal> {
        Ok(PartyId(self.open_business()?.parties.take(name)))
    }

    /// The number of goods; a new number for a new name. Refused before the company opens for business.
    pub fn item_named(&mut self, name: &str) -> Result<ItemId, Refusal> {
        let number = self.open_business()?.items.take(name);
        Ok(ItemId(u16::try_from(number).map_err(|_| MoneyError::OutOfRange)?))
    }

    /// The asset of a name that is in use; of several the one bought first.
    pub fn asset_named(&self, name: &str) -> Result<AssetId, Refusal> {
        let assets = self.business().ok_or(Refusal::NotOpen)?.assets();
        let found = assets.assets().iter().find(|asset| asset.name() == name && asset.gone().is_none());
        Ok(found.map(super::super::assets::Asset::id).ok_or(AssetError::NotInUse)?)
    }
}
