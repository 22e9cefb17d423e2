//! 利润表 会小企02表: 32 rows, 本年累计金额 and 本月金额. Closing vouchers do not count.

use super::super::accounts::AccountCode;
use super::super::ledger::{Ledger, Movements, Period, VoucherKind};
use super::Sign::{Minus, Plus};
use super::Source::{Credits, Debits, Rows};
use super::{Form, Statement, StatementKind, assemble, fill};
use crate::calendar::Date;
use crate::money::{Money, MoneyError};

pub(super) const FORM: &[Form] = &[
    (1, "一、营业收入", Credits(&[5001, 5051])),
    (2, "减：营业成本", Debits(&[5401, 5402])),
    (3, "税金及附加", Debits(&[5403])),
    (4, "其中：消费税", Debits(&[540_301])),
    (5, "营业税", Debits(&[])),
    (6, "城市维护建设税", Debits(&[540_302])),
    (7, "资源税", Debits(&[540_303])),
    (8, "土地增值税", Debits(&[540_304])),
    (9, "城镇土地使用税、房产税、车船税、印花税", Debits(&[540_305, 540_306])),
    (10, "教育费附加、矿产资源补偿费、排污费", Debits(&[540_307, 540_308])),
    (11, "销售费用", Debits(&[5601])),
    (12, "其中：商品维修费", Debits(&[560_104])),
    (13, "广告费和业务宣传费", Debits(&[560_103])),
    (14, "管理费用", Debits(&[5602])),
    (15, "其中：开办费", Debits(&[560_209])),
    (16, "业务招待费", Debits(&[560_205])),
    (17, "研究费用", Debits(&[560_208])),
    (18, "财务费用", Debits(&[5603])),
    (19, "其中：利息费用（收入以“-”号填列）", Debits(&[560_301, 560_302])),
    (20, "加：投资收益（损失以“-”号填列）", Credits(&[5111])),
    (
        21,
        "二、营业利润(亏损以\"-\"号填列)",
        Rows(&[(1, Plus), (2, Minus), (3, Minus), (11, Minus), (14, Minus), (18, Minus), (20, Plus)]),
    ),
    (22, "加：营业外收入", Credits(&[5301])),
    (23, "其中：政府补助", Credits(&[530_101])),
    (24, "减：营业外支出", Debits(&[5711])),
    (25, "其中：坏账损失", Debits(&[571_102])),
    (26, "无法收回的长期债券投资损失", Debits(&[571_106])),
    (27, "无法收回的长期股权投资损失", Debits(&[571_107])),
    (28, "自然灾害等不可抗力因素造成的损失", Debits(&[571_108])),
    (29, "税收滞纳金", Debits(&[571_103])),
    (30, "三、利润总额(亏损总额以\"-\"号填列)", Rows(&[(21, Plus), (22, Plus), (24, Minus)])),
    (31, "减：所得税费用", Debits(&[5801])),
    (32, "四、净利润(净亏损以\"-\"号填列)", Rows(&[(30, Plus), (31, Minus)])),
];

pub(super) fn make(ledger: &Ledger, period: Period) -> Result<Statement, MoneyError> {
    let year = column(ledger, period.first_day_of_year(), period.last_day())?;
    let month = column(ledger, period.first_day(), period.last_day())?;
    Ok(assemble(StatementKind::Income, period, FORM, [year, month]))
}

fn column(ledger: &Ledger, from: Date, to: Date) -> Result<Vec<Money>, MoneyError> {
    let dated = ledger.vouchers_dated(from..=to);
    let moved = Movements::of(dated.iter().filter(|voucher| voucher.kind != VoucherKind::ProfitTransfer))?;
    let net = |number: u32| match AccountCode::new(number) {
        Some(account) => moved.net(account),
        None => Ok(Money::ZERO),
    };
    fill(FORM, net, |_| Ok(Money::ZERO))
}
