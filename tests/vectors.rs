//! The 91 machine-readable vectors of the facts (`tests/vectors.json`), each answered by the department it asks, to the fen.

#![allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "a panic here is a failed test"
)]

mod reading;

use reading::{date, rate};
use serde_json::{Value, json};
use startup_metaverse::calendar::Date;
use startup_metaverse::firm::accounts;
use startup_metaverse::firm::assets::{Asset, AssetKind, Method, Purchase};
use startup_metaverse::firm::equity::{
    CapTable, Holding, Participation, PoolTiming, Preference, PriceRound, RoundOutcome, ShareClass, payout,
};
use startup_metaverse::firm::law::consumer;
use startup_metaverse::firm::law::deposit::{self, Ahead, Breach, Deposit};
use startup_metaverse::firm::law::trademark::{self, Channel};
use startup_metaverse::firm::ledger::AssetId;
use startup_metaverse::firm::loans::{RepaymentMethod, daily_interest, schedule};
use startup_metaverse::firm::numbers::{break_even, npv};
use startup_metaverse::firm::people::contributions::{self, Scheme};
use startup_metaverse::firm::people::ending::{Owed, settle};
use startup_metaverse::firm::people::overtime::{self, DayKind, Overtime};
use startup_metaverse::firm::people::payslip::{Claims, in_tax_year};
use startup_metaverse::firm::people::severance::Basis;
use startup_metaverse::firm::people::unsigned::{Cause, double_pay};
use startup_metaverse::firm::people::wages::Zone;
use startup_metaverse::firm::people::{Service, daily, leave};
use startup_metaverse::firm::registry::{CreditCode, capital};
use startup_metaverse::firm::tax::cit::prepay::{YearToDate, prepay};
use startup_metaverse::firm::tax::cit::rate::{self as cit, Company};
use startup_metaverse::firm::tax::cit::small_profit::{QuarterSize, Size};
use startup_metaverse::firm::tax::iit::bonus;
use startup_metaverse::firm::tax::iit::withholding::{BasicDeduction, Pay, WithholdingYear};
use startup_metaverse::firm::tax::penalty::late_fee;
use startup_metaverse::firm::tax::surcharge::{self, Payer, Place, SurchargeBase};
use startup_metaverse::firm::tax::vat::invoice::Invoice;
use startup_metaverse::firm::tax::vat::small_scale::{Levy, SmallSale, assess};
use startup_metaverse::firm::tax::vat::{VatPeriod, VatStatus, split};
use startup_metaverse::money::{Money, Rate};
use startup_metaverse::policy::{Policy, PolicyOn};

const VECTORS: &str = include_str!("vectors.json");
const TODAY: &str = "2026-03-15";

fn fen(of: &Value, name: &str) -> Money {
    Money::from_fen(of[name].as_i64().unwrap())
}

fn number(of: &Value, name: &str) -> u32 {
    u32::try_from(of[name].as_u64().unwrap()).unwrap()
}

/// A rate written as a share of one, as `0.035`.
fn share(of: &Value, name: &str) -> Rate {
    let text = of[name].as_str().unwrap();
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let ppm: i64 = format!("{whole}{part:0<6}").parse().unwrap();
    Rate::from_ppm(ppm)
}

fn fens(list: impl IntoIterator<Item = Money>) -> Value {
    list.into_iter().map(Money::fen).collect()
}

/// What the company's departments answer to a vector.
fn answer(asked: &str, of: &Value, policy: &Policy) -> Value {
    let on = policy.at(date(TODAY));
    match asked {
        "capital_deadline" => json!(capital::last_day_to_pay_in(day(of, "founded"), &on).unwrap().to_string()),
        "uscc_valid" => json!(of.as_str().unwrap().parse::<CreditCode>().is_ok()),
        "iit_withhold_12" | "iit_bonus" | "payslip_month1" => people_taxed(asked, of, policy),
        "vat_small" | "price_split" | "surcharge_half" | "late_fee" => turnover_taxes(asked, of, on),
        "cit_annual" | "cit_quarterly_prepay" => income_tax(asked, of, on),
        "loan_annuity" | "loan_bullet" | "loan_daily" => loan(asked, of),
        "round_simple" | "round_pool_pre" => round(asked, of),
        "liq_pref" => json!(preference(of).fen()),
        "bep_units" => {
            let found = break_even(fen(of, "fixed_fen"), fen(of, "price_fen"), fen(of, "var_fen")).unwrap();
            json!(found.units)
        }
        "npv" => {
            let flow: Vec<Money> =
                of["cf_fen"].as_array().unwrap().iter().map(|one| Money::from_fen(one.as_i64().unwrap())).collect();
            json!(npv(share(of, "rate"), &flow).unwrap().fen())
        }
        "deposit_refund" => {
            let (price, paid) = (fen(of, "contract_fen"), fen(of, "deposit_fen"));
            let breach = if of["breach"] == "receiver" { Breach::Receiver } else { Breach::Payer };
            let deposit = Deposit { price, paid, kind: Ahead::Earnest, unperformed: (1, 1) };
            json!(deposit::settle(&deposit, breach, &on).unwrap().returned.fen())
        }
        "fraud_3x" => json!(consumer::fraud(fen(of, "price_fen"), &on).unwrap().fen()),
        "trademark_fee" => {
            let items: Vec<u32> = serde_json::from_value(of["class_items"].clone()).unwrap();
            let channel = if of["channel"] == "online" { Channel::Online } else { Channel::Paper };
            json!(trademark::application_fee(&items, channel, &on).unwrap().fen())
        }
        "straight_line" => straight_line(of, on),
        _ => labour(asked, of, on),
    }
}

fn day(of: &Value, name: &str) -> Date {
    date(of[name].as_str().unwrap())
}

fn people_taxed(asked: &str, of: &Value, policy: &Policy) -> Value {
    let on = policy.at(date(TODAY));
    let mut year = WithholdingYear::begin(1, BasicDeduction::FromJoining).unwrap();
    match asked {
        "iit_bonus" => json!(bonus::separate(fen(of, "bonus_fen"), on).unwrap().unwrap().fen()),
        "iit_withhold_12" => {
            let (gross, social, additional) = (fen(of, "gross_fen"), fen(of, "si_hpf_fen"), fen(of, "special_fen"));
            let pay = Pay { gross, social, additional, other: Money::ZERO };
            fens((1..=12).map(|month| year.withhold(month, &pay, on).unwrap().tax))
        }
        _ => {
            assert_eq!(of["injury"], "0.002", "the rate of the usual scheme");
            let scheme = Scheme::usual(Zone::Urban, share(of, "hpf_rate"));
            let (gross, month) = (fen(of, "gross_fen"), date("2026-01-01"));
            let parts = contributions::compute(gross, month, &scheme, policy).unwrap();
            let slip = in_tax_year(gross, month, parts, Claims::default(), &mut year, policy).unwrap();
            let parts = &slip.contributions;
            let insurances = parts.insurances();
            let borne = insurances.iter().map(|one| one.employer).chain([parts.housing.employer]);
            let taken_off = insurances.iter().map(|one| one.employee).filter(|one| one.is_positive());
            json!({
                "er_fen": parts.employer_total().unwrap().fen(),
                "ee_fen": parts.employee_total().unwrap().fen(),
                "iit_fen": slip.income_tax.fen(),
                "net_fen": slip.net.fen(),
                "er_items_fen": fens(borne),
                "ee_items_fen": fens(taken_off.chain([parts.housing.employee])),
            })
        }
    }
}

fn turnover_taxes(asked: &str, of: &Value, on: PolicyOn<'_>) -> Value {
    match asked {
        "vat_small" => {
            let period = if of["period"] == "quarter" { VatPeriod::Quarter } else { VatPeriod::Month };
            let sale = SmallSale::from_net(Levy::Reduced, Invoice::Ordinary, fen(of, "sales_ex_fen"), on).unwrap();
            json!(assess(period, &[sale], on).unwrap().tax.fen())
        }
        "price_split" => {
            let parts = split(fen(of, "incl_fen"), share(of, "rate")).unwrap();
            json!({"ex_fen": parts.net.fen(), "vat_fen": parts.tax.fen()})
        }
        "late_fee" => json!(late_fee(fen(of, "amt_fen"), number(of, "days"), on).unwrap().payable.fen()),
        _ => {
            let vat = fen(of, "vat_fen");
            let payer = Payer::General { small_profit: true };
            let sales = Money::from_fen(100_000_000);
            let base = SurchargeBase { vat, sales, status: VatStatus::General, payer, place: Place::City };
            fens(surcharge::assess(&base, on).unwrap().iter().map(|line| line.payable))
        }
    }
}

fn income_tax(asked: &str, of: &Value, on: PolicyOn<'_>) -> Value {
    let staff = of["staff"].as_u64().map_or(20, |staff| u32::try_from(staff).unwrap());
    let assets = Money::from_fen(of["assets_fen"].as_i64().unwrap_or(100_000_000));
    let quarters = [QuarterSize { staff: (staff, staff), assets: (assets, assets) }];
    let size = Size { barred_industry: false, quarters: &quarters };
    let company = Company { high_tech: of["hnte"] == true, size };
    if asked == "cit_annual" {
        return json!(cit::assess(fen(of, "taxable_fen"), &company, on).unwrap().1.payable.fen());
    }
    let mut prepaid = Money::ZERO;
    let quarter = |profit: &Value| {
        let profit = Money::from_fen(profit.as_i64().unwrap());
        let year = YearToDate { profit, losses: Money::ZERO, prepaid, company };
        let payable = prepay(&year, on).unwrap().payable;
        prepaid = prepaid.checked_add(payable).unwrap();
        payable
    };
    fens(of["cum_profit_fen"].as_array().unwrap().iter().map(quarter).collect::<Vec<_>>())
}

fn loan(asked: &str, of: &Value) -> Value {
    let (principal, annual) = (fen(of, "p_fen"), share(of, "rate"));
    match asked {
        "loan_daily" => json!(daily_interest(principal, annual, number(of, "days"), 360).unwrap().fen()),
        "loan_bullet" => {
            let plan = schedule(principal, annual, number(of, "n"), RepaymentMethod::Bullet).unwrap();
            let all = plan.total_interest().unwrap().fen();
            json!({"int_month_fen": plan.instalments()[0].interest.fen(), "int_total_fen": all})
        }
        _ => {
            let plan = schedule(principal, annual, number(of, "n"), RepaymentMethod::Annuity).unwrap();
            let (first, last) = (plan.instalments()[0], *plan.instalments().last().unwrap());
            json!({
                "pay_fen": first.payment().unwrap().fen(),
                "int_total_fen": plan.total_interest().unwrap().fen(),
                "last_fen": last.payment().unwrap().fen(),
                "int1_fen": first.interest.fen(),
                "prin1_fen": first.principal.fen(),
            })
        }
    }
}

fn round(asked: &str, of: &Value) -> Value {
    let simple = asked == "round_simple";
    let shares = of[if simple { "old_shares" } else { "founder_shares" }].as_u64().unwrap();
    let holding = Holding { holder: "创始人".to_owned(), class: ShareClass::Common, shares };
    let pool = if simple {
        PoolTiming::Unchanged
    } else {
        PoolTiming::BeforeMoney(rate(&format!("{}%", of["pool_post_pct"].as_str().unwrap())))
    };
    let (pre_money, invested) = (fen(of, "pre_fen"), fen(of, "invest_fen"));
    let round =
        PriceRound { pre_money, invested, investor: "投资人".to_owned(), class: ShareClass::Preferred(1), pool };
    let RoundOutcome { post_money, price, new_shares, pool_added, effective_pre_money, table } =
        round.close(&CapTable::new([holding]).unwrap()).unwrap();
    let price = price.value(1).unwrap().fen();
    if simple {
        let ppm = table.percentages().last().unwrap().ppm();
        let pct = format!("{}.{:04}", ppm / 10_000, ppm % 10_000);
        return json!({"post_fen": post_money.fen(), "pct": pct, "price_fen": price, "new_shares": new_shares});
    }
    json!({
        "total": table.total(),
        "investor": new_shares,
        "pool": pool_added,
        "price_fen": price,
        "effective_pre_fen": effective_pre_money.fen(),
    })
}

fn preference(of: &Value) -> Money {
    let participation = match of["kind"].as_str().unwrap() {
        "nonpart" => Participation::None,
        "part" => Participation::Full,
        _ => Participation::Capped(rate("300%")),
    };
    let (invested, of_million) = (fen(of, "pref_fen"), share(of, "pct").ppm().unsigned_abs());
    let preference = Preference { invested, multiple: rate("100%"), shares: of_million, of: 1_000_000, participation };
    payout(fen(of, "exit_fen"), &preference).unwrap().investor
}

fn labour(asked: &str, of: &Value, on: PolicyOn<'_>) -> Value {
    let overtime =
        |kind, hours: u32| overtime::pay(fen(of, "salary_fen"), Overtime { kind, minutes: hours * 60 }, &on).unwrap();
    let amount = match asked {
        "day_wage" => daily::day_wage(fen(of, "salary_fen"), &on).unwrap(),
        "ot_weekday_10h" => overtime(DayKind::Workday, 10),
        "ot_rest_8h" => overtime(DayKind::RestDay, 8),
        "ot_holiday_8h" => overtime(DayKind::Holiday, 8),
        "leave_5d_extra" => leave::unused_extra(fen(of, "salary_fen"), 5, false, &on).unwrap(),
        "double_pay" => {
            let (hired, signed) = (day(of, "hired"), day(of, "signed"));
            double_pay(fen(of, "salary_fen"), hired, Some(signed), signed, Cause::Employer, &on).unwrap().amount
        }
        "severance_N" => {
            let months = i32::try_from(number(of, "months")).unwrap();
            let basis = Basis { monthly: fen(of, "avg_fen"), capped: false };
            let settled = settle(Owed::Severance, basis, basis.monthly, Service::of_months(months), &on).unwrap();
            settled.total().unwrap()
        }
        _ => panic!("nobody answers `{asked}`"),
    };
    json!(amount.fen())
}

fn straight_line(of: &Value, on: PolicyOn<'_>) -> Value {
    let cost = fen(of, "cost_fen");
    let in_use = date(&format!("{}-06", of["in_use"].as_str().unwrap()));
    let months = i32::try_from(number(of, "months")).unwrap();
    let bought = Purchase {
        name: "电脑".to_owned(),
        kind: AssetKind::Electronics,
        cost,
        residual: cost.at(share(of, "salvage")).unwrap(),
        months,
        method: Method::StraightLine,
        in_use,
        bears: accounts::ADMIN_DEPRECIATION,
    };
    let asset = Asset::new(AssetId(1), bought, &on).unwrap();
    let first = asset.first_period().unwrap();
    let last = first.plus_months(months - 1).unwrap();
    json!({
        "first_month": format!("{}-{:02}", first.year(), first.month()),
        "month_fen": asset.charge(first).unwrap().fen(),
        "last_fen": asset.charge(last).unwrap().fen(),
    })
}

#[test]
fn all_vectors_are_answered_to_the_fen() {
    let policy = Policy::qingdao_2026();
    let vectors: Vec<Value> = serde_json::from_str(VECTORS).unwrap();
    // The last, the whole month of ACC-V01, is posted voucher by voucher in tests/facts_ledger.rs.
    let (month, asked): (Vec<&Value>, Vec<&Value>) = vectors.iter().partition(|vector| vector["fn"] == "full_month");
    assert_eq!((month.len(), asked.len()), (1, 90));
    let wrong: Vec<String> = asked
        .iter()
        .filter_map(|vector| {
            let found = answer(vector["fn"].as_str().unwrap(), &vector["in"], &policy);
            (found != vector["out"]).then(|| format!("{}: {found}, not {}", vector["id"], vector["out"]))
        })
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}
