//! An oracle for discounting: `numpy-financial` works out the same present values, rates and payments in floats.
//!
//! Run by `cargo test --features oracles --test oracle_finance`. Needs Python with `numpy-financial`;
//! `METAVERSE_ORACLE_PYTHON` names the interpreter, `python3` if it is unset. With `METAVERSE_NO_ORACLES` set it does nothing.

#![allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::float_arithmetic,
    clippy::cast_precision_loss,
    reason = "an oracle computes in floats; a panic here is a failed test"
)]

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::{Command, Stdio};

use startup_metaverse::chance::Chance;
use startup_metaverse::firm::numbers::{annuity_payment, irr, npv};
use startup_metaverse::money::{Money, Rate};

/// Reads lines of `npv rate_ppm fen…`, `irr fen…`, `pmt rate_ppm months fen`; answers one number a line.
const PYTHON: &str = r#"
import sys
import numpy_financial as npf
for line in sys.stdin:
    what, *numbers = line.split()
    numbers = [int(number) for number in numbers]
    if what == "npv":
        print(repr(float(npf.npv(numbers[0] / 1e6, numbers[1:]))))
    elif what == "irr":
        print(repr(float(npf.irr(numbers))))
    else:
        print(repr(float(-npf.pmt(numbers[0] / 12e6, numbers[1], numbers[2]))))
"#;

/// What is asked and what this project answers, in fen or parts per million.
struct Case {
    question: String,
    answer: i64,
    /// How far a float may lie from it.
    tolerance: f64,
}

fn ask(cases: &[Case]) -> Vec<f64> {
    let python = std::env::var("METAVERSE_ORACLE_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let mut child = Command::new(&python)
        .args(["-c", PYTHON])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| unreachable!("{python}: {error}"));
    let mut questions = String::new();
    for case in cases {
        writeln!(questions, "{}", case.question).unwrap();
    }
    child.stdin.take().unwrap().write_all(questions.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{python} needs numpy-financial");
    String::from_utf8(output.stdout).unwrap().lines().map(|line| line.parse().unwrap()).collect()
}

fn words(what: &str, numbers: impl IntoIterator<Item = i64>) -> String {
    let mut text = what.to_owned();
    for number in numbers {
        write!(text, " {number}").unwrap();
    }
    text
}

#[test]
fn numpy_financial_agrees() {
    if std::env::var_os("METAVERSE_NO_ORACLES").is_some() {
        return;
    }
    let mut chance = Chance::stream(1, "oracle", "finance", 0);
    let mut draw = |from: i64, to: i64| chance.between_steps(from, to, 1).unwrap();
    let mut cases = Vec::new();
    for _ in 0..500 {
        let periods = draw(1, 60);
        let mut flow = vec![-draw(1, 1_000_000_000)];
        flow.extend((0..periods).map(|_| draw(0, 100_000_000)));
        let amounts: Vec<Money> = flow.iter().copied().map(Money::from_fen).collect();
        let rate = draw(-200_000, 500_000);
        let value = npv(Rate::from_ppm(rate), &amounts).unwrap();
        let numbers = [rate].into_iter().chain(flow.iter().copied());
        // A float of this size is good to far less than a fen, which rounding may turn by half of one.
        let tolerance = 0.5 + value.fen().unsigned_abs() as f64 * 1e-9;
        cases.push(Case { question: words("npv", numbers), answer: value.fen(), tolerance });
        if let Ok(rate) = irr(&amounts)
            && rate.ppm() > -500_000
        {
            cases.push(Case { question: words("irr", flow), answer: rate.ppm(), tolerance: 0.51 });
        }
        let (annual, months, principal) = (draw(1, 360_000), draw(1, 360), draw(1, 4_000_000_000));
        let paid =
            annuity_payment(Money::from_fen(principal), Rate::from_ppm(annual), 12, u32::try_from(months).unwrap());
        let question = words("pmt", [annual, months, principal]);
        cases.push(Case { question, answer: paid.unwrap().fen(), tolerance: 0.501 });
    }
    let answers = ask(&cases);
    assert_eq!(answers.len(), cases.len());
    assert!(cases.len() > 1_300, "most flows have a rate");
    for (case, answer) in cases.iter().zip(answers) {
        let scaled = if case.question.starts_with("irr") { answer * 1e6 } else { answer };
        let apart = (scaled - case.answer as f64).abs();
        assert!(apart <= case.tolerance, "{}: {} here, {scaled} there", case.question, case.answer);
    }
}
