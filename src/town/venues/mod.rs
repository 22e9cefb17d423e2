//! The eighteen venues, each to be known by its outline alone. Centred on the origin, fronts to the south.

mod campus;
mod civic;
mod commerce;
mod finance;
mod industry;

use glam::{Vec3, vec3};

use super::colour::{Colour, glass, hex, horizon, mix, pane};
use super::plan::Kit;
use super::sculpt::Sculpt;

/// The building of a kit name.
pub(crate) fn building(kit: Kit) -> Sculpt {
    match kit {
        Kit::StartupCentre => campus::startup_centre(),
        Kit::Cafe => commerce::cafe(),
        Kit::ServiceHall => civic::service_hall(),
        Kit::OneStop => civic::one_stop(),
        Kit::Incubator => industry::incubator(),
        Kit::TalentMarket => industry::talent_market(),
        Kit::University => campus::university(),
        Kit::FinanceOffice => commerce::finance_office(),
        Kit::TaxHall => civic::tax_hall(),
        Kit::PortWarehouse => industry::port_warehouse(),
        Kit::ShoppingStreet => commerce::shopping_street(),
        Kit::LawFirm => commerce::law_firm(),
        Kit::LoanStation => finance::loan_station(),
        Kit::RoadshowCentre => finance::roadshow_centre(),
        Kit::Investor => finance::investor(),
        Kit::InvestmentOffice => finance::investment_office(),
        Kit::Institute => campus::institute(),
        Kit::ParkCommittee => civic::park_committee(),
    }
}

/// Glass that mirrors a little sky: darker below, brighter above.
pub(crate) fn curtain(part: &mut Sculpt, base: Vec3, size: Vec3, tone: Colour) {
    let (x, z) = (size.x / 2.0, size.z / 2.0);
    let low = mix(tone, pane(), 0.35);
    let high = mix(tone, horizon(), 0.42);
    part.block(base + vec3(-x, -2.0, -z), base + vec3(x, size.y, z), mix(glass(), hex(0xdf_e6e6), 0.55));
    let walls = super::walls::Wall::around(size.x, size.z);
    let floors = (size.y / 3.4).max(1.0) as u32;
    for mut wall in walls {
        wall.origin += base;
        let bays = (wall.width / 1.7).round().max(2.0) as u32;
        for floor in 0..floors {
            let (y0, y1) =
                (size.y * floor as f32 / floors as f32 + 0.45, size.y * (floor + 1) as f32 / floors as f32 - 0.25);
            let share = |y: f32| y / size.y;
            let (a, b) = (mix(low, high, share(y0)), mix(low, high, share(y1)));
            for bay in 0..bays {
                let inner = wall.width - 0.7;
                let (left, right) = (
                    0.35 + inner * bay as f32 / bays as f32 + 0.08,
                    0.35 + inner * (bay + 1) as f32 / bays as f32 - 0.08,
                );
                let gleam = if (bay * 7 + floor * 5).is_multiple_of(6) { 0.22 } else { 0.0 };
                let (c, d) = (mix(a, horizon(), gleam), mix(b, horizon(), gleam));
                part.quad_shaded(wall.patch((left, right), (y0, y1), 0.07), [c, c, d, d]);
            }
        }
    }
}
