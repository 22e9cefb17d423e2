//! The chart of accounts. An [`AccountCode`] is always an account that exists: it holds the account's place in the chart, so
//! that whatever keeps something per account finds it without searching. No balance lives here.

mod chart;
mod flow;
mod initials;

use std::fmt;
use std::ops::Range;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

pub use chart::{ACCOUNTS, CHART};
pub use flow::{CashFlow, Counter};
pub use initials::initials;

/// An account of the chart. Ordered as in the chart: every account before its sub-accounts.
///
/// Read and written as its number: four digits, six for a sub-account, eight for a column of 应交增值税.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AccountCode(u16);

/// A side of an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Side {
    /// 借.
    Debit,
    /// 贷.
    Credit,
}

/// What an account's lines may name beside the amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DetailKind {
    /// Nothing.
    None,
    /// A customer, a supplier, a lender, a shareholder.
    Party,
    /// An employee.
    Employee,
    /// An item of stock and a quantity.
    Item,
    /// A fixed, intangible or deferred asset.
    Asset,
}

/// The five classes of the standard, with profit and loss parted by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// 资产类.
    Asset,
    /// 负债类.
    Liability,
    /// 所有者权益类.
    Equity,
    /// 成本类.
    Cost,
    /// 损益类, income.
    Income,
    /// 损益类, expense.
    Expense,
}

/// An account of the chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Account {
    /// Its code.
    pub code: AccountCode,
    /// Its number: four, six or eight digits.
    pub number: u32,
    /// Its name; a sub-account's own.
    pub name: &'static str,
    /// The side on which its balance usually stands.
    pub side: Side,
    /// What its lines may name beside the amount.
    pub detail: DetailKind,
    /// What a line of it against cash says about the cash.
    pub counter: Counter,
    parent: Option<AccountCode>,
    tree_end: u16,
}

/// The code of an account that the program names.
const fn known(number: u32) -> AccountCode {
    match chart::find(number) {
        Some(code) => code,
        None => panic!("the program names accounts of the chart"),
    }
}

macro_rules! named {
    ($($(#[$doc:meta])* $name:ident = $number:literal;)*) => {
        $($(#[$doc])* pub const $name: AccountCode = known($number);)*
    };
}

named! {
    /// 库存现金.
    CASH_IN_HAND = 1001;
    /// 银行存款.
    BANK = 1002;
    /// 应收账款.
    RECEIVABLES = 1122;
    /// 预付账款.
    PREPAID = 1123;
    /// 其他应收款—押金.
    DEPOSITS = 122_101;
    /// 其他应收款—备用金.
    PETTY_ADVANCES = 122_102;
    /// 原材料.
    MATERIALS = 1403;
    /// 库存商品.
    GOODS = 1405;
    /// 固定资产.
    FIXED_ASSETS = 1601;
    /// 累计折旧.
    DEPRECIATION = 1602;
    /// 固定资产清理.
    DISPOSALS = 1606;
    /// 生产性生物资产.
    BIOLOGICAL_ASSETS = 1621;
    /// 生产性生物资产累计折旧.
    BIOLOGICAL_DEPRECIATION = 1622;
    /// 无形资产.
    INTANGIBLES = 1701;
    /// 累计摊销.
    AMORTISATION = 1702;
    /// 长期待摊费用.
    DEFERRED_COSTS = 1801;
    /// 待处理财产损溢.
    PENDING_LOSSES = 1901;
    /// 短期借款.
    SHORT_LOANS = 2001;
    /// 应付账款.
    PAYABLES = 2202;
    /// 预收账款.
    ADVANCES_RECEIVED = 2203;
    /// 应付职工薪酬—工资.
    WAGES_PAYABLE = 221_101;
    /// 应付职工薪酬—社会保险费.
    SOCIAL_INSURANCE_PAYABLE = 221_102;
    /// 应付职工薪酬—住房公积金.
    HOUSING_FUND_PAYABLE = 221_103;
    /// 应付职工薪酬—辞退福利.
    TERMINATION_PAYABLE = 221_107;
    /// 应交税费—应交增值税: a small-scale taxpayer's whole VAT; above the columns of a general one.
    VAT = 222_101;
    /// 应交增值税—进项税额.
    VAT_INPUT = 22_210_101;
    /// 应交增值税—销项税额.
    VAT_OUTPUT = 22_210_102;
    /// 应交增值税—进项税额转出.
    VAT_INPUT_OUT = 22_210_103;
    /// 应交增值税—已交税金.
    VAT_PAID = 22_210_104;
    /// 应交增值税—转出未交增值税.
    VAT_UNPAID_OUT = 22_210_105;
    /// 应交增值税—转出多交增值税.
    VAT_OVERPAID_OUT = 22_210_106;
    /// 应交增值税—减免税款.
    VAT_RELIEF = 22_210_107;
    /// 应交税费—未交增值税.
    VAT_UNPAID = 222_102;
    /// 应交税费—简易计税.
    VAT_SIMPLE = 222_103;
    /// 应交税费—应交城市维护建设税.
    URBAN_TAX = 222_106;
    /// 应交税费—应交教育费附加.
    EDUCATION_SURCHARGE = 222_107;
    /// 应交税费—应交地方教育附加.
    LOCAL_EDUCATION_SURCHARGE = 222_108;
    /// 应交税费—应交企业所得税.
    INCOME_TAX_PAYABLE = 222_109;
    /// 应交税费—应交个人所得税.
    WITHHELD_INCOME_TAX = 222_110;
    /// 应交税费—应交印花税.
    STAMP_DUTY_PAYABLE = 222_111;
    /// 应付利息.
    INTEREST_PAYABLE = 2231;
    /// 应付利润.
    PROFIT_PAYABLE = 2232;
    /// 其他应付款.
    OTHER_PAYABLES = 2241;
    /// 其他应付款—股东垫付: what the company owes founders who paid for it.
    OWED_TO_FOUNDERS = 224_101;
    /// 其他应付款—代扣社会保险费.
    WITHHELD_SOCIAL_INSURANCE = 224_102;
    /// 其他应付款—代扣住房公积金.
    WITHHELD_HOUSING_FUND = 224_103;
    /// 递延收益.
    DEFERRED_INCOME = 2401;
    /// 长期借款.
    LONG_LOANS = 2501;
    /// 实收资本.
    PAID_IN_CAPITAL = 3001;
    /// 资本公积.
    CAPITAL_SURPLUS = 3002;
    /// 盈余公积, all of it with its sub-accounts.
    RESERVES = 3101;
    /// 盈余公积—法定盈余公积.
    STATUTORY_RESERVE = 310_101;
    /// 本年利润.
    YEAR_PROFIT = 3103;
    /// 利润分配, with its sub-accounts.
    APPROPRIATION = 3104;
    /// 利润分配—提取法定盈余公积.
    TO_STATUTORY_RESERVE = 310_401;
    /// 利润分配—应付利润.
    TO_OWNERS = 310_402;
    /// 利润分配—未分配利润.
    RETAINED = 310_403;
    /// 利润分配—盈余公积补亏.
    LOSSES_COVERED = 310_405;
    /// 研发支出.
    RESEARCH = 4301;
    /// 主营业务收入.
    SALES = 5001;
    /// 营业外收入—政府补助.
    GRANTS = 530_101;
    /// 营业外收入—减免增值税.
    VAT_WAIVED = 530_102;
    /// 营业外收入—收回已转销坏账.
    BAD_DEBTS_RECOVERED = 530_103;
    /// 营业外收入—处置净收益.
    DISPOSAL_GAINS = 530_104;
    /// 主营业务成本.
    COST_OF_SALES = 5401;
    /// 税金及附加—城市维护建设税.
    URBAN_TAX_EXPENSE = 540_302;
    /// 税金及附加—印花税.
    STAMP_DUTY_EXPENSE = 540_306;
    /// 税金及附加—教育费附加.
    EDUCATION_EXPENSE = 540_307;
    /// 税金及附加—地方教育附加.
    LOCAL_EDUCATION_EXPENSE = 540_308;
    /// 销售费用—折旧.
    SELLING_DEPRECIATION = 560_106;
    /// 销售费用—工资.
    SELLING_WAGES = 560_101;
    /// 销售费用—社保公积金.
    SELLING_CONTRIBUTIONS = 560_102;
    /// 销售费用—广告费和业务宣传费.
    PROMOTION = 560_103;
    /// 管理费用—工资.
    ADMIN_WAGES = 560_201;
    /// 管理费用—社保公积金.
    ADMIN_CONTRIBUTIONS = 560_202;
    /// 生产成本.
    PRODUCTION = 4001;
    /// 管理费用—折旧.
    ADMIN_DEPRECIATION = 560_207;
    /// 管理费用—摊销.
    ADMIN_AMORTISATION = 560_211;
    /// 管理费用—开办费.
    SETTING_UP = 560_209;
    /// 管理费用—办公费.
    OFFICE = 560_203;
    /// 管理费用—研究费用.
    RESEARCH_EXPENSE = 560_208;
    /// 财务费用—利息支出.
    INTEREST_EXPENSE = 560_301;
    /// 财务费用—利息收入.
    INTEREST_INCOME = 560_302;
    /// 财务费用—手续费.
    BANK_CHARGES = 560_303;
    /// 营业外支出—罚款.
    FINES = 571_101;
    /// 营业外支出—坏账损失.
    BAD_DEBTS = 571_102;
    /// 营业外支出—税收滞纳金.
    LATE_FEES = 571_103;
    /// 营业外支出—处置净损失.
    DISPOSAL_LOSSES = 571_104;
    /// 营业外支出—盘亏毁损损失.
    GOODS_LOST = 571_105;
    /// 所得税费用.
    INCOME_TAX = 5801;
}

impl AccountCode {
    /// The account with this number, if the chart has one.
    ///
    /// ```
    /// # use startup_metaverse::firm::accounts::{AccountCode, VAT_INPUT};
    /// assert_eq!(AccountCode::new(22_210_101), Some(VAT_INPUT));
    /// assert_eq!(VAT_INPUT.name(), "应交税费—应交增值税—进项税额");
    /// assert_eq!(AccountCode::new(9999), None);
    /// ```
    pub fn new(number: u32) -> Option<Self> {
        chart::find(number)
    }

    /// The account.
    pub fn account(self) -> Option<&'static Account> {
        CHART.get(self.index())
    }

    /// Its number: four, six or eight digits.
    pub fn number(self) -> u32 {
        self.account().map_or(0, |account| account.number)
    }

    /// Its place in the chart, below [`ACCOUNTS`].
    pub fn index(self) -> usize {
        usize::from(self.0)
    }

    /// The places of the account and all its sub-accounts.
    pub fn tree(self) -> Range<usize> {
        self.index()..self.account().map_or(0, |account| usize::from(account.tree_end))
    }

    /// Whether this account is the other or one of its sub-accounts.
    pub fn is_within(self, other: AccountCode) -> bool {
        other.tree().contains(&self.index())
    }

    /// The account above a sub-account.
    pub fn parent(self) -> Option<Self> {
        self.account().and_then(|account| account.parent)
    }

    /// The full name: 管理费用—开办费.
    pub fn name(self) -> String {
        let own = self.account().map_or("", |account| account.name);
        match self.parent() {
            Some(parent) => format!("{}—{own}", parent.name()),
            None => own.to_owned(),
        }
    }

    /// The class it belongs to.
    pub fn class(self) -> Class {
        let side = self.account().map_or(Side::Debit, |account| account.side);
        let mut first = self.number();
        while first >= 10 {
            first = first.checked_div(10).unwrap_or(0);
        }
        match (first, side) {
            (1, _) => Class::Asset,
            (2, _) => Class::Liability,
            (3, _) => Class::Equity,
            (4, _) => Class::Cost,
            (_, Side::Credit) => Class::Income,
            (_, Side::Debit) => Class::Expense,
        }
    }

    /// Whether it is cash: 库存现金, 银行存款 or 其他货币资金.
    pub fn is_cash(self) -> bool {
        self.account().is_some_and(|account| account.counter == Counter::Cash)
    }

    /// Whether it is an account of profit and loss, emptied at each month's end.
    pub fn is_profit_and_loss(self) -> bool {
        matches!(self.class(), Class::Income | Class::Expense)
    }
}

impl Account {
    /// Whether it is one of the standard's own accounts, not a sub-account.
    pub fn is_main(&self) -> bool {
        self.parent.is_none()
    }
}

impl fmt::Display for AccountCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.number())
    }
}

impl Serialize for AccountCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u32(self.number())
    }
}

impl<'de> Deserialize<'de> for AccountCode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = u32::deserialize(deserializer)?;
        Self::new(number).ok_or_else(|| de::Error::custom(format_args!("the chart has no account {number}")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_chart_has_the_standards_66_accounts_once_each() {
        let main = CHART.iter().filter(|account| account.is_main());
        assert_eq!(main.count(), 66);
        for (place, account) in CHART.iter().enumerate() {
            assert_eq!(account.code.index(), place);
            assert_eq!(AccountCode::new(account.number), Some(account.code));
            assert!(account.is_main() == (account.number < 10_000));
        }
    }

    #[test]
    fn sub_accounts_are_named_after_their_parent() {
        assert_eq!(SETTING_UP.name(), "管理费用—开办费");
        assert_eq!(BANK.name(), "银行存款");
        assert_eq!(VAT_UNPAID_OUT.name(), "应交税费—应交增值税—转出未交增值税");
        assert_eq!(AccountCode::new(9999), None);
        assert_eq!(AccountCode::new(22_210_199), None);
    }

    #[test]
    fn a_tree_is_an_account_with_its_sub_accounts() {
        assert_eq!(BANK.tree().len(), 1);
        assert_eq!(VAT.tree().len(), 8);
        assert!(VAT_INPUT.is_within(VAT) && VAT.is_within(VAT) && !VAT_UNPAID.is_within(VAT));
        let taxes = AccountCode::new(2221).unwrap();
        assert!(
            VAT_INPUT.is_within(taxes) && STAMP_DUTY_PAYABLE.is_within(taxes) && !INTEREST_PAYABLE.is_within(taxes)
        );
    }
}
