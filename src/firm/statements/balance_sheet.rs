//! 资产负债表 会小企01表: 53 rows, 期末余额 and 年初余额.

use super::super::accounts::{AccountCode, CHART};
use super::super::ledger::{Ledger, Period, Position};
use super::Sign::{Minus, Plus};
use super::Source::{Credits, Debits, Own, Rows};
use super::{Form, Statement, StatementKind, assemble, fill};
use crate::money::{Money, MoneyError};

/// What falls due on the other side of a year from where its account stands (rows 5, 14, 28, 40, 42; facts §2.2 [K]). The
/// books do not know when things fall due; whoever makes the statement says so. All at least nought.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Maturities {
    /// Of 预付账款: what is prepaid for more than a year.
    pub prepaid_beyond_a_year: Money,
    /// Of 长期债券投资: what is due within a year.
    pub bonds_within_a_year: Money,
    /// Of 长期借款: what is due within a year.
    pub loans_within_a_year: Money,
}

pub(super) const FORM: &[Form] = &[
    (1, "货币资金", Debits(&[1001, 1002, 1012])),
    (2, "短期投资", Debits(&[1101])),
    (3, "应收票据", Debits(&[1121])),
    (4, "应收账款", Own),
    (5, "预付账款", Own),
    (6, "应收股利", Debits(&[1131])),
    (7, "应收利息", Debits(&[1132])),
    (8, "其他应收款", Debits(&[1221])),
    (9, "存货", Debits(&[1401, 1402, 1403, 1404, 1405, 1407, 1408, 1411, 1421, 4001, 4101, 4401, 4403])),
    (10, "其中：原材料", Debits(&[1403])),
    (11, "在产品", Debits(&[4001])),
    (12, "库存商品", Debits(&[1405])),
    (13, "周转材料", Debits(&[1411])),
    (14, "其他流动资产", Own),
    (
        15,
        "流动资产合计",
        Rows(&[
            (1, Plus),
            (2, Plus),
            (3, Plus),
            (4, Plus),
            (5, Plus),
            (6, Plus),
            (7, Plus),
            (8, Plus),
            (9, Plus),
            (14, Plus),
        ]),
    ),
    (16, "长期债券投资", Own),
    (17, "长期股权投资", Debits(&[1511])),
    (18, "固定资产原价", Debits(&[1601])),
    (19, "减：累计折旧", Credits(&[1602])),
    (20, "固定资产账面价值", Rows(&[(18, Plus), (19, Minus)])),
    (21, "在建工程", Debits(&[1604])),
    (22, "工程物资", Debits(&[1605])),
    (23, "固定资产清理", Debits(&[1606])),
    (24, "生产性生物资产", Debits(&[1621, 1622])),
    (25, "无形资产", Debits(&[1701, 1702])),
    (26, "开发支出", Debits(&[4301])),
    (27, "长期待摊费用", Debits(&[1801])),
    (28, "其他非流动资产", Own),
    (
        29,
        "非流动资产合计",
        Rows(&[
            (16, Plus),
            (17, Plus),
            (20, Plus),
            (21, Plus),
            (22, Plus),
            (23, Plus),
            (24, Plus),
            (25, Plus),
            (26, Plus),
            (27, Plus),
            (28, Plus),
        ]),
    ),
    (30, "资产总计", Rows(&[(15, Plus), (29, Plus)])),
    (31, "短期借款", Credits(&[2001])),
    (32, "应付票据", Credits(&[2201])),
    (33, "应付账款", Own),
    (34, "预收账款", Own),
    (35, "应付职工薪酬", Credits(&[2211])),
    (36, "应交税费", Credits(&[2221])),
    (37, "应付利息", Credits(&[2231])),
    (38, "应付利润", Credits(&[2232])),
    (39, "其他应付款", Credits(&[2241])),
    (40, "其他流动负债", Own),
    (
        41,
        "流动负债合计",
        Rows(&[
            (31, Plus),
            (32, Plus),
            (33, Plus),
            (34, Plus),
            (35, Plus),
            (36, Plus),
            (37, Plus),
            (38, Plus),
            (39, Plus),
            (40, Plus),
        ]),
    ),
    (42, "长期借款", Own),
    (43, "长期应付款", Credits(&[2701])),
    (44, "递延收益", Credits(&[2401])),
    (45, "其他非流动负债", Own),
    (46, "非流动负债合计", Rows(&[(42, Plus), (43, Plus), (44, Plus), (45, Plus)])),
    (47, "负债合计", Rows(&[(41, Plus), (46, Plus)])),
    (48, "实收资本（或股本）", Credits(&[3001])),
    (49, "资本公积", Credits(&[3002])),
    (50, "盈余公积", Credits(&[3101])),
    (51, "未分配利润", Own),
    (52, "所有者权益(或股东权益)合计", Rows(&[(48, Plus), (49, Plus), (50, Plus), (51, Plus)])),
    (53, "负债和所有者权益(或股东权益)总计", Rows(&[(47, Plus), (52, Plus)])),
];

pub(super) fn make(ledger: &Ledger, period: Period, maturities: &Maturities) -> Result<Statement, MoneyError> {
    let end = column(&ledger.position(period.last_day())?, maturities)?;
    let start = match period.first_day_of_year().plus_days(-1) {
        Ok(day) => column(&ledger.position(day)?, &Maturities::default())?,
        Err(_) => vec![Money::ZERO; FORM.len().saturating_add(1)],
    };
    Ok(assemble(StatementKind::BalanceSheet, period, FORM, [end, start]))
}

fn column(position: &Position<'_>, due: &Maturities) -> Result<Vec<Money>, MoneyError> {
    let debit = |number: u32| match AccountCode::new(number) {
        Some(account) => position.total(account),
        None => Ok(Money::ZERO),
    };
    let credit = |number: u32| debit(number)?.checked_neg();
    // Customers and suppliers on the wrong side of their account count on the other (facts §2.2, rows 4, 5, 33, 34).
    let apart = |number: u32| match AccountCode::new(number) {
        Some(account) => position.apart(account),
        None => Ok((Money::ZERO, Money::ZERO)),
    };
    let debits = |own: u32, other: u32| apart(own)?.0.checked_add(apart(other)?.0);
    let credits = |own: u32, other: u32| apart(own)?.1.checked_add(apart(other)?.1);
    fill(FORM, debit, |row| match row {
        4 => debits(1122, 2203),
        5 => debits(1123, 2202)?.checked_sub(due.prepaid_beyond_a_year),
        // Losses not yet decided on have no row of their own; at the year's end there are none.
        14 => debit(1901)?.checked_add(due.bonds_within_a_year),
        16 => debit(1501)?.checked_sub(due.bonds_within_a_year),
        28 => Ok(due.prepaid_beyond_a_year),
        33 => credits(2202, 1123),
        34 => credits(2203, 1122),
        40 => Ok(due.loans_within_a_year),
        42 => credit(2501)?.checked_sub(due.loans_within_a_year),
        51 => {
            // What has been earned but not yet moved to 本年利润 is the owners' too.
            let open = CHART.iter().filter(|account| account.is_main() && account.code.is_profit_and_loss());
            let open = open.map(|account| credit(account.number)).collect::<Result<Vec<_>, _>>()?;
            Money::total([credit(3103)?, credit(3104)?].into_iter().chain(open))
        }
        _ => Ok(Money::ZERO),
    })
}

#[cfg(test)]
mod tests {
    use super::super::super::accounts::Class;
    use super::*;

    #[test]
    fn every_account_of_the_balance_sheet_stands_in_one_row() {
        let own = [1122, 1123, 2202, 2203, 1901, 1501, 2501, 3103, 3104];
        let detail_rows = 10..=13;
        let in_rows: Vec<u32> = FORM
            .iter()
            .filter(|(number, _, _)| !detail_rows.contains(number))
            .flat_map(|(_, _, source)| match source {
                Debits(accounts) | Credits(accounts) => accounts.to_vec(),
                Rows(_) | Own => Vec::new(),
            })
            .chain(own)
            .collect();
        for account in CHART.iter().filter(|account| account.is_main()) {
            let expected = usize::from(!matches!(account.code.class(), Class::Income | Class::Expense));
            let found = in_rows.iter().filter(|number| **number == account.number).count();
            assert_eq!(found, expected, "{}", account.number);
        }
        assert!(FORM.iter().enumerate().all(|(place, (number, _, _))| place + 1 == usize::from(*number)));
    }
}
