//! The chart of accounts: the 66 accounts of the Accounting Standard for Small Enterprises (财会〔2011〕17号, facts §2.1)
//! and the sub-accounts that the company uses.

use std::fmt;

use serde::{Deserialize, Serialize};

/// An account by its code: four digits, or six for a sub-account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AccountCode(u32);

/// A side of an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Side {
    /// 借.
    Debit,
    /// 贷.
    Credit,
}

/// An account of the chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Account {
    /// Its code.
    pub code: AccountCode,
    /// Its name; a sub-account's own.
    pub name: &'static str,
    /// The side on which its balance usually stands.
    pub side: Side,
}

/// 银行存款.
pub const BANK: AccountCode = AccountCode(1002);
/// 其他应付款—股东垫付: what the company owes founders who paid for it.
pub const OWED_TO_FOUNDERS: AccountCode = AccountCode(224_101);
/// 实收资本.
pub const PAID_IN_CAPITAL: AccountCode = AccountCode(3001);
/// 管理费用—开办费.
pub const SETTING_UP: AccountCode = AccountCode(560_209);
/// 管理费用—办公费.
pub const OFFICE: AccountCode = AccountCode(560_203);
/// 营业外支出—罚款与滞纳金.
pub const FINES: AccountCode = AccountCode(571_101);

impl AccountCode {
    /// The account with this code, if the chart has one.
    pub fn new(code: u32) -> Option<Self> {
        Some(Self(code)).filter(|code| code.account().is_some())
    }

    /// The account.
    pub fn account(self) -> Option<&'static Account> {
        CHART.iter().find(|account| account.code == self)
    }

    /// The account above a sub-account.
    pub fn parent(self) -> Option<Self> {
        let above = self.0.checked_div(100).filter(|above| *above >= 1000)?;
        Self::new(above)
    }

    /// The full name: 管理费用—开办费.
    pub fn name(self) -> String {
        let own = self.account().map_or("", |account| account.name);
        match self.parent().and_then(Self::account) {
            Some(parent) => format!("{}—{own}", parent.name),
            None => own.to_owned(),
        }
    }
}

impl fmt::Display for AccountCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.0)
    }
}

const fn debit(code: u32, name: &'static str) -> Account {
    Account { code: AccountCode(code), name, side: Side::Debit }
}

const fn credit(code: u32, name: &'static str) -> Account {
    Account { code: AccountCode(code), name, side: Side::Credit }
}

/// The chart, in the order of codes of four digits, then sub-accounts.
pub const CHART: &[Account] = &[
    debit(1001, "库存现金"),
    debit(1002, "银行存款"),
    debit(1012, "其他货币资金"),
    debit(1101, "短期投资"),
    debit(1121, "应收票据"),
    debit(1122, "应收账款"),
    debit(1123, "预付账款"),
    debit(1131, "应收股利"),
    debit(1132, "应收利息"),
    debit(1221, "其他应收款"),
    debit(1401, "材料采购"),
    debit(1402, "在途物资"),
    debit(1403, "原材料"),
    debit(1404, "材料成本差异"),
    debit(1405, "库存商品"),
    credit(1407, "商品进销差价"),
    debit(1408, "委托加工物资"),
    debit(1411, "周转材料"),
    debit(1421, "消耗性生物资产"),
    debit(1501, "长期债券投资"),
    debit(1511, "长期股权投资"),
    debit(1601, "固定资产"),
    credit(1602, "累计折旧"),
    debit(1604, "在建工程"),
    debit(1605, "工程物资"),
    debit(1606, "固定资产清理"),
    debit(1621, "生产性生物资产"),
    credit(1622, "生产性生物资产累计折旧"),
    debit(1701, "无形资产"),
    credit(1702, "累计摊销"),
    debit(1801, "长期待摊费用"),
    debit(1901, "待处理财产损溢"),
    credit(2001, "短期借款"),
    credit(2201, "应付票据"),
    credit(2202, "应付账款"),
    credit(2203, "预收账款"),
    credit(2211, "应付职工薪酬"),
    credit(2221, "应交税费"),
    credit(2231, "应付利息"),
    credit(2232, "应付利润"),
    credit(2241, "其他应付款"),
    credit(2401, "递延收益"),
    credit(2501, "长期借款"),
    credit(2701, "长期应付款"),
    credit(3001, "实收资本(或股本)"),
    credit(3002, "资本公积"),
    credit(3101, "盈余公积"),
    credit(3103, "本年利润"),
    credit(3104, "利润分配"),
    debit(4001, "生产成本"),
    debit(4101, "制造费用"),
    debit(4301, "研发支出"),
    debit(4401, "工程施工"),
    debit(4403, "机械作业"),
    credit(5001, "主营业务收入"),
    credit(5051, "其他业务收入"),
    credit(5111, "投资收益"),
    credit(5301, "营业外收入"),
    debit(5401, "主营业务成本"),
    debit(5402, "其他业务成本"),
    debit(5403, "税金及附加"),
    debit(5601, "销售费用"),
    debit(5602, "管理费用"),
    debit(5603, "财务费用"),
    debit(5711, "营业外支出"),
    debit(5801, "所得税费用"),
    credit(222_101, "应交增值税"),
    credit(222_102, "未交增值税"),
    credit(222_103, "简易计税"),
    credit(222_106, "应交城市维护建设税"),
    credit(222_107, "应交教育费附加"),
    credit(222_108, "应交地方教育附加"),
    credit(222_109, "应交企业所得税"),
    credit(222_110, "应交个人所得税"),
    credit(222_111, "应交印花税"),
    credit(224_101, "股东垫付"),
    credit(224_102, "代扣社会保险费"),
    credit(224_103, "代扣住房公积金"),
    debit(560_201, "工资"),
    debit(560_202, "社保公积金"),
    debit(560_203, "办公费"),
    debit(560_204, "差旅费"),
    debit(560_205, "业务招待费"),
    debit(560_206, "房租"),
    debit(560_207, "折旧"),
    debit(560_208, "研究费用"),
    debit(560_209, "开办费"),
    debit(560_210, "代理记账费"),
    debit(571_101, "罚款与滞纳金"),
    debit(571_102, "坏账损失"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_chart_has_the_standards_66_accounts_once_each() {
        let main: Vec<_> = CHART.iter().filter(|account| account.code.0 < 10_000).collect();
        assert_eq!(main.len(), 66);
        let mut codes: Vec<_> = CHART.iter().map(|account| account.code).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), CHART.len());
        assert!(CHART.iter().filter(|account| account.code.0 > 10_000).all(|account| account.code.parent().is_some()));
    }

    #[test]
    fn sub_accounts_are_named_after_their_parent() {
        assert_eq!(SETTING_UP.name(), "管理费用—开办费");
        assert_eq!(BANK.name(), "银行存款");
        assert_eq!(AccountCode::new(9999), None);
    }
}
