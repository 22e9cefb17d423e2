//! Generated companies' books, exported and held against other bookkeeping programs: hledger, ledger and beancount must take
//! them under their strictest checks and come to the same balances, to the fen.
//!
//! Run by `cargo test --features oracles --test oracle_books`. Needs `hledger`, `ledger` and `bean-check`; with
//! `METAVERSE_NO_ORACLES` set it does nothing. `METAVERSE_ORACLE_BOOKS` sets how many companies there are (200), and
//! `METAVERSE_ORACLE_SEED` the first one's seed, which a failure prints.

#![allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "a panic here is a failed test"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use startup_metaverse::calendar::Date;
use startup_metaverse::firm::accounts::{CHART, Side};
use startup_metaverse::firm::closing::{Closing, Surcharges, VatScheme};
use startup_metaverse::firm::export;
use startup_metaverse::firm::ledger::VoucherId;
use startup_metaverse::firm::statements::Maturities;
use startup_metaverse::firm::{Ledger, Period, VoucherLine};
use startup_metaverse::money::Money;
use startup_metaverse::policy::Policy;

/// Numbers from a seed (`SplitMix64`); the test's own, so that its books stay the same whatever the core's chance does.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    fn amount(&mut self) -> Money {
        let size = 10_i64.pow(u32::try_from(self.below(10)).unwrap());
        Money::from_fen(i64::try_from(self.below(u64::try_from(size * 9).unwrap())).unwrap() + 1)
    }
}

/// Summaries that a careless exporter would break a file with.
const SUMMARIES: &[&str] = &[
    "销售茶叶",
    "",
    "a;b",
    "* 星号",
    "! bang",
    "(括号)说明",
    "= 等号",
    "引号\"与\\反斜",
    "换\n行",
    "tab\there",
    "竖|线",
    "  空格  ",
    "税,费;和|其他",
    "😀",
    "2026-01-01 日期",
    "#标签 ^链接",
    "~ 周期",
    "; 注释",
];

/// A company's books: vouchers on chance accounts and days over one to three years, some taken back, every month closed.
fn company(seed: u64) -> Ledger {
    let mut dice = Dice(seed);
    let policy = Policy::qingdao_2026();
    let mut ledger = Ledger::default();
    let mut period = Period::new(2024, i8::try_from(dice.below(12) + 1).unwrap()).unwrap();
    for _ in 0..dice.below(30) + 6 {
        let mut days: Vec<i32> = (0..dice.below(12)).map(|_| i32::try_from(dice.below(28)).unwrap()).collect();
        days.sort_unstable();
        for days in days {
            post_one(&mut ledger, &mut dice, period.first_day().plus_days(days).unwrap());
        }
        close(&mut ledger, &mut dice, period, &policy);
        period = period.plus_months(1).unwrap();
    }
    assert!(ledger.audit(), "seed {seed}");
    ledger
}

fn post_one(ledger: &mut Ledger, dice: &mut Dice, day: Date) {
    let summary = SUMMARIES[usize::try_from(dice.below(SUMMARIES.len() as u64)).unwrap()];
    let count = ledger.vouchers().len();
    if count > 0 && dice.below(12) == 0 {
        let place = usize::try_from(dice.below(count as u64)).unwrap();
        let wrong: VoucherId = ledger.vouchers().iter().nth(place).unwrap().id;
        // A refusal (taken back before, a closing voucher) leaves the books as they were.
        let _ = ledger.reverse(day, wrong, summary);
        return;
    }
    let account = |dice: &mut Dice| CHART[usize::try_from(dice.below(CHART.len() as u64)).unwrap()].code;
    let mut lines = Vec::new();
    let mut sum: i64 = 0;
    for _ in 0..=dice.below(5) {
        let side = if dice.below(2) == 0 { Side::Debit } else { Side::Credit };
        let line = VoucherLine { side, ..VoucherLine::debit(account(dice), dice.amount()) };
        sum += line.signed().fen();
        lines.push(line);
    }
    let rest = Money::from_fen(sum.abs());
    let code = account(dice);
    lines.push(if sum > 0 { VoucherLine::credit(code, rest) } else { VoucherLine::debit(code, rest) });
    let _ = ledger.post(day, summary, lines);
}

fn close(ledger: &mut Ledger, dice: &mut Dice, period: Period, policy: &Policy) {
    let empty = ledger.vouchers().is_empty();
    let mut closing = Closing::begin(ledger, period);
    let due = closing.transfer_vat(VatScheme::General).unwrap();
    let part = due.prorate(i64::try_from(dice.below(100)).unwrap(), 1000).unwrap();
    closing.surcharges(Surcharges { urban: part, education: part, local_education: Money::ZERO }).unwrap();
    if period.ends_quarter() {
        closing.income_tax(Money::from_fen(i64::try_from(dice.below(1_000_000)).unwrap())).unwrap();
    }
    closing.transfer_profit().unwrap();
    if period.ends_year() {
        let capital = Money::from_fen(100_000_000);
        closing.end_year(capital, Money::ZERO, &policy.at(period.last_day())).unwrap();
    }
    if !empty {
        closing.finish(&Maturities::default()).unwrap();
    }
}

/// Runs a program and gives what it printed.
fn run(program: &str, install: &str, arguments: &[&str]) -> Result<String, String> {
    let output = Command::new(program).args(arguments).env("LC_ALL", "C.UTF-8").output().map_err(|error| {
        format!(
            "`{program}` cannot be run ({error}); install it by `{install}`, or set METAVERSE_NO_ORACLES to go without"
        )
    })?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let complaint = String::from_utf8_lossy(&output.stderr);
    if output.status.success() && complaint.trim().is_empty() {
        Ok(text)
    } else {
        Err(format!("{program} {}: {}\n{text}{complaint}", arguments.join(" "), output.status))
    }
}

const HLEDGER: &str = "apt-get install hledger";
const LEDGER: &str = "apt-get install ledger";
const BEANCOUNT: &str = "pip install beancount";

/// Balances by account, in fen, as a program printed them: path, tab, amount.
fn balances(printed: &str) -> BTreeMap<String, i64> {
    let mut found = BTreeMap::new();
    for line in printed.lines().filter(|line| !line.trim().is_empty()) {
        let (path, amount) = line.split_once('\t').unwrap_or_else(|| panic!("no balance: {line}"));
        let plain = amount.trim().replace(" CNY", "");
        let fen: Money = plain.parse().unwrap_or_else(|error| panic!("{line}: {error}"));
        if !fen.is_zero() {
            found.insert(path.trim().to_owned(), fen.fen());
        }
    }
    found
}

/// hledger prints CSV; two columns, quoted.
fn tabbed(csv: &str) -> String {
    let rows = csv.lines().skip(1).map(|line| line.trim_matches('"').replace("\",\"", "\t"));
    rows.collect::<Vec<_>>().join("\n")
}

fn check(seed: u64, folder: &Path) -> Result<(), String> {
    let ledger = company(seed);
    let ours: BTreeMap<String, i64> =
        ledger.trial_balance().map(|(code, balance)| (export::account_path(code), balance.fen())).collect();
    let title = format!("第{seed}家\n有限公司 \"引号\"");
    let journal = write(folder, &format!("{seed}.journal"), &export::journal(&ledger, &title));
    let beancount = write(folder, &format!("{seed}.beancount"), &export::beancount(&ledger, &title));
    run("hledger", HLEDGER, &["-f", &journal, "check", "--strict"])?;
    let printed = run("hledger", HLEDGER, &["-f", &journal, "balance", "--flat", "--no-total", "-O", "csv"])?;
    same("hledger", &ours, &balances(&tabbed(&printed)))?;
    let format = "%(account)\t%(amount)\n";
    let arguments =
        ["--args-only", "-f", &journal, "--pedantic", "balance", "--flat", "--empty", "--no-total", "--format", format];
    let printed = run("ledger", LEDGER, &arguments)?;
    same("ledger", &ours, &balances(&printed))?;
    run("bean-check", BEANCOUNT, &["-C", &beancount])?;
    Ok(())
}

fn write(folder: &Path, name: &str, text: &str) -> String {
    let path: PathBuf = folder.join(name);
    fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

fn same(program: &str, ours: &BTreeMap<String, i64>, theirs: &BTreeMap<String, i64>) -> Result<(), String> {
    if ours == theirs {
        return Ok(());
    }
    let told = ours.iter().filter(|(path, fen)| theirs.get(*path) != Some(fen));
    let told: Vec<_> = told.map(|(path, fen)| format!("{path}: {fen}, not {:?}", theirs.get(path))).collect();
    let more: Vec<_> = theirs.keys().filter(|path| !ours.contains_key(*path)).collect();
    Err(format!("{program} differs: {told:?}; only it has {more:?}"))
}

fn number(name: &str, default: u64) -> u64 {
    std::env::var(name).map_or(default, |text| text.parse().unwrap_or_else(|_| panic!("{name} is a number")))
}

#[test]
fn generated_books_stand_before_three_other_programs() {
    if std::env::var_os("METAVERSE_NO_ORACLES").is_some() {
        return;
    }
    let (first, count) = (number("METAVERSE_ORACLE_SEED", 1), number("METAVERSE_ORACLE_BOOKS", 200));
    let folder = std::env::temp_dir().join(format!("metaverse-oracles-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let threads = std::thread::available_parallelism().map_or(1, usize::from) as u64;
    let failed: Vec<String> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads)
            .map(|worker| {
                let folder = &folder;
                scope.spawn(move || {
                    let seeds = (first..first + count).filter(move |seed| seed % threads == worker);
                    let failures = seeds.filter_map(|seed| {
                        let told = check(seed, folder).err()?;
                        Some(format!("METAVERSE_ORACLE_SEED={seed} METAVERSE_ORACLE_BOOKS=1: {told}"))
                    });
                    failures.take(3).collect::<Vec<_>>()
                })
            })
            .collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap()).collect()
    });
    assert!(failed.is_empty(), "(files in {})\n{}", folder.display(), failed.join("\n"));
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn an_oracle_notices_one_fen() {
    if std::env::var_os("METAVERSE_NO_ORACLES").is_some() {
        return;
    }
    let ledger = company(7);
    let folder = std::env::temp_dir();
    let name = format!("metaverse-one-fen-{}", std::process::id());
    // The last digit of the last balance asserted is changed.
    let spoil = |text: &str| {
        let at = text.rfind(" CNY").unwrap() - 1;
        let other = if text.as_bytes()[at] == b'1' { "2" } else { "1" };
        format!("{}{other}{}", text.get(..at).unwrap(), text.get(at + 1..).unwrap())
    };
    let journal = write(&folder, &format!("{name}.journal"), &spoil(&export::journal(&ledger, "一分")));
    let beancount = write(&folder, &format!("{name}.beancount"), &spoil(&export::beancount(&ledger, "一分")));
    let told = [
        run("hledger", HLEDGER, &["-f", &journal, "check", "--strict"]),
        run("ledger", LEDGER, &["--args-only", "-f", &journal, "--pedantic", "balance"]),
        run("bean-check", BEANCOUNT, &["-C", &beancount]),
    ];
    for told in told {
        let complaint = told.expect_err("a wrong fen is told");
        assert!(!complaint.contains("cannot be run"), "{complaint}");
    }
    fs::remove_file(journal).unwrap();
    fs::remove_file(beancount).unwrap();
}
