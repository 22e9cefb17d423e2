//! The chart as data: the 66 accounts of the Accounting Standard for Small Enterprises (财会〔2011〕17号, facts §2.1 [P]) and
//! the sub-accounts that the facts recommend (after 财会〔2016〕22号 [D]) or that a row of a statement needs (facts §2.2).
//! In the order of the tree: every account is followed by its sub-accounts. Checked once, when the program is compiled.

use super::flow::CashFlow as Row;
use super::flow::Counter;
use super::{Account, AccountCode, DetailKind, Side};

/// An account as it is written below.
struct Entry {
    number: u32,
    name: &'static str,
    side: Side,
    detail: DetailKind,
    counter: Counter,
}

const fn debit(number: u32, name: &'static str, detail: DetailKind, counter: Counter) -> Entry {
    Entry { number, name, side: Side::Debit, detail, counter }
}

const fn credit(number: u32, name: &'static str, detail: DetailKind, counter: Counter) -> Entry {
    Entry { number, name, side: Side::Credit, detail, counter }
}

const NONE: DetailKind = DetailKind::None;
const PARTY: DetailKind = DetailKind::Party;
const STAFF: DetailKind = DetailKind::Employee;
const ITEM: DetailKind = DetailKind::Item;
const ASSET: DetailKind = DetailKind::Asset;

const CASH: Counter = Counter::Cash;
const VAT: Counter = Counter::Vat;
const SALES: Counter = Counter::Rows(Row::Sales, Row::Sales);
const GOODS: Counter = Counter::Rows(Row::Purchases, Row::Purchases);
const WAGES: Counter = Counter::Rows(Row::Wages, Row::Wages);
const TAXES: Counter = Counter::Rows(Row::OtherReceipts, Row::Taxes);
const COSTS: Counter = Counter::Rows(Row::OtherPayments, Row::OtherPayments);
const OTHER: Counter = Counter::Rows(Row::OtherReceipts, Row::OtherPayments);
const GIVEN: Counter = Counter::Rows(Row::OtherReceipts, Row::OtherReceipts);
const STAKES: Counter = Counter::Rows(Row::InvestmentsRecovered, Row::InvestmentsBought);
const YIELD: Counter = Counter::Rows(Row::InvestmentIncome, Row::InvestmentIncome);
const THINGS: Counter = Counter::Rows(Row::AssetsSold, Row::AssetsBought);
const SCRAP: Counter = Counter::Rows(Row::AssetsSold, Row::AssetsSold);
const LOANS: Counter = Counter::Rows(Row::LoansDrawn, Row::PrincipalRepaid);
const OWNERS: Counter = Counter::Rows(Row::CapitalPaidIn, Row::CapitalPaidIn);
const INTEREST: Counter = Counter::Rows(Row::InterestPaid, Row::InterestPaid);
const PROFIT: Counter = Counter::Rows(Row::ProfitDistributed, Row::ProfitDistributed);

const ENTRIES: &[Entry] = &[
    debit(1001, "库存现金", NONE, CASH),
    debit(1002, "银行存款", NONE, CASH),
    debit(1012, "其他货币资金", NONE, CASH),
    debit(1101, "短期投资", PARTY, STAKES),
    debit(1121, "应收票据", PARTY, SALES),
    debit(1122, "应收账款", PARTY, SALES),
    debit(1123, "预付账款", PARTY, GOODS),
    debit(1131, "应收股利", PARTY, YIELD),
    debit(1132, "应收利息", PARTY, YIELD),
    debit(1221, "其他应收款", PARTY, COSTS),
    debit(122_101, "押金", PARTY, COSTS),
    debit(122_102, "备用金", PARTY, COSTS),
    debit(1401, "材料采购", NONE, GOODS),
    debit(1402, "在途物资", ITEM, GOODS),
    debit(1403, "原材料", ITEM, GOODS),
    debit(1404, "材料成本差异", NONE, GOODS),
    debit(1405, "库存商品", ITEM, GOODS),
    credit(1407, "商品进销差价", NONE, GOODS),
    debit(1408, "委托加工物资", ITEM, GOODS),
    debit(1411, "周转材料", ITEM, GOODS),
    debit(1421, "消耗性生物资产", ITEM, GOODS),
    debit(1501, "长期债券投资", PARTY, STAKES),
    debit(1511, "长期股权投资", PARTY, STAKES),
    debit(1601, "固定资产", ASSET, THINGS),
    credit(1602, "累计折旧", ASSET, SCRAP),
    debit(1604, "在建工程", ASSET, THINGS),
    debit(1605, "工程物资", NONE, THINGS),
    debit(1606, "固定资产清理", ASSET, SCRAP),
    debit(1621, "生产性生物资产", ASSET, THINGS),
    credit(1622, "生产性生物资产累计折旧", ASSET, SCRAP),
    debit(1701, "无形资产", ASSET, THINGS),
    credit(1702, "累计摊销", ASSET, SCRAP),
    debit(1801, "长期待摊费用", ASSET, THINGS),
    debit(1901, "待处理财产损溢", NONE, OTHER),
    credit(2001, "短期借款", PARTY, LOANS),
    credit(2201, "应付票据", PARTY, GOODS),
    credit(2202, "应付账款", PARTY, GOODS),
    credit(2203, "预收账款", PARTY, SALES),
    credit(2211, "应付职工薪酬", STAFF, WAGES),
    credit(221_101, "工资", STAFF, WAGES),
    credit(221_102, "社会保险费", STAFF, WAGES),
    credit(221_103, "住房公积金", STAFF, WAGES),
    credit(221_104, "福利费", STAFF, WAGES),
    credit(221_105, "工会经费", STAFF, WAGES),
    credit(221_106, "职工教育经费", STAFF, WAGES),
    credit(221_107, "辞退福利", STAFF, WAGES),
    credit(2221, "应交税费", NONE, TAXES),
    credit(222_101, "应交增值税", NONE, VAT),
    credit(22_210_101, "进项税额", NONE, VAT),
    credit(22_210_102, "销项税额", NONE, VAT),
    credit(22_210_103, "进项税额转出", NONE, VAT),
    credit(22_210_104, "已交税金", NONE, TAXES),
    credit(22_210_105, "转出未交增值税", NONE, VAT),
    credit(22_210_106, "转出多交增值税", NONE, VAT),
    credit(22_210_107, "减免税款", NONE, VAT),
    credit(222_102, "未交增值税", NONE, TAXES),
    credit(222_103, "简易计税", NONE, VAT),
    credit(222_104, "转让金融商品应交增值税", NONE, VAT),
    credit(222_105, "代扣代交增值税", NONE, TAXES),
    credit(222_106, "应交城市维护建设税", NONE, TAXES),
    credit(222_107, "应交教育费附加", NONE, TAXES),
    credit(222_108, "应交地方教育附加", NONE, TAXES),
    credit(222_109, "应交企业所得税", NONE, TAXES),
    credit(222_110, "应交个人所得税", NONE, WAGES),
    credit(222_111, "应交印花税", NONE, TAXES),
    credit(2231, "应付利息", PARTY, INTEREST),
    credit(2232, "应付利润", PARTY, PROFIT),
    credit(2241, "其他应付款", PARTY, OTHER),
    credit(224_101, "股东垫付", PARTY, OTHER),
    credit(224_102, "代扣社会保险费", NONE, WAGES),
    credit(224_103, "代扣住房公积金", NONE, WAGES),
    credit(2401, "递延收益", NONE, GIVEN),
    credit(2501, "长期借款", PARTY, LOANS),
    credit(2701, "长期应付款", PARTY, LOANS),
    credit(3001, "实收资本(或股本)", PARTY, OWNERS),
    credit(3002, "资本公积", NONE, OWNERS),
    credit(3101, "盈余公积", NONE, COSTS),
    credit(310_101, "法定盈余公积", NONE, COSTS),
    credit(310_102, "任意盈余公积", NONE, COSTS),
    credit(3103, "本年利润", NONE, COSTS),
    credit(3104, "利润分配", NONE, PROFIT),
    credit(310_401, "提取法定盈余公积", NONE, PROFIT),
    credit(310_402, "应付利润", NONE, PROFIT),
    credit(310_403, "未分配利润", NONE, PROFIT),
    credit(310_404, "提取任意盈余公积", NONE, PROFIT),
    credit(310_405, "盈余公积补亏", NONE, PROFIT),
    debit(4001, "生产成本", NONE, GOODS),
    debit(4101, "制造费用", NONE, GOODS),
    debit(4301, "研发支出", NONE, COSTS),
    debit(430_101, "费用化支出", NONE, COSTS),
    debit(430_102, "资本化支出", NONE, THINGS),
    debit(4401, "工程施工", NONE, GOODS),
    debit(4403, "机械作业", NONE, GOODS),
    credit(5001, "主营业务收入", NONE, SALES),
    credit(5051, "其他业务收入", NONE, SALES),
    credit(5111, "投资收益", NONE, YIELD),
    credit(5301, "营业外收入", NONE, GIVEN),
    credit(530_101, "政府补助", NONE, GIVEN),
    credit(530_102, "减免增值税", NONE, GIVEN),
    credit(530_103, "收回已转销坏账", NONE, SALES),
    credit(530_104, "处置净收益", NONE, SCRAP),
    debit(5401, "主营业务成本", NONE, GOODS),
    debit(5402, "其他业务成本", NONE, GOODS),
    debit(5403, "税金及附加", NONE, TAXES),
    debit(540_301, "消费税", NONE, TAXES),
    debit(540_302, "城市维护建设税", NONE, TAXES),
    debit(540_303, "资源税", NONE, TAXES),
    debit(540_304, "土地增值税", NONE, TAXES),
    debit(540_305, "房产税土地使用税车船税", NONE, TAXES),
    debit(540_306, "印花税", NONE, TAXES),
    debit(540_307, "教育费附加", NONE, TAXES),
    debit(540_308, "地方教育附加", NONE, TAXES),
    debit(5601, "销售费用", NONE, COSTS),
    debit(560_101, "工资", NONE, WAGES),
    debit(560_102, "社保公积金", NONE, WAGES),
    debit(560_103, "广告费和业务宣传费", NONE, COSTS),
    debit(560_104, "商品维修费", NONE, COSTS),
    debit(560_105, "运输费", NONE, GOODS),
    debit(560_106, "折旧", NONE, COSTS),
    debit(560_107, "房租", NONE, COSTS),
    debit(560_108, "平台服务费", NONE, COSTS),
    debit(5602, "管理费用", NONE, COSTS),
    debit(560_201, "工资", NONE, WAGES),
    debit(560_202, "社保公积金", NONE, WAGES),
    debit(560_203, "办公费", NONE, COSTS),
    debit(560_204, "差旅费", NONE, COSTS),
    debit(560_205, "业务招待费", NONE, COSTS),
    debit(560_206, "房租", NONE, COSTS),
    debit(560_207, "折旧", NONE, COSTS),
    debit(560_208, "研究费用", NONE, COSTS),
    debit(560_209, "开办费", NONE, COSTS),
    debit(560_210, "代理记账费", NONE, COSTS),
    debit(560_211, "摊销", NONE, COSTS),
    debit(560_212, "福利费", NONE, WAGES),
    debit(560_213, "职工教育经费", NONE, COSTS),
    debit(560_214, "辞退福利", NONE, WAGES),
    debit(5603, "财务费用", NONE, OTHER),
    debit(560_301, "利息支出", NONE, INTEREST),
    debit(560_302, "利息收入", NONE, GIVEN),
    debit(560_303, "手续费", NONE, COSTS),
    debit(5711, "营业外支出", NONE, COSTS),
    debit(571_101, "罚款", NONE, COSTS),
    debit(571_102, "坏账损失", NONE, COSTS),
    debit(571_103, "税收滞纳金", NONE, COSTS),
    debit(571_104, "处置净损失", NONE, SCRAP),
    debit(571_105, "盘亏毁损损失", NONE, COSTS),
    debit(571_106, "无法收回的长期债券投资损失", NONE, COSTS),
    debit(571_107, "无法收回的长期股权投资损失", NONE, COSTS),
    debit(571_108, "自然灾害等不可抗力损失", NONE, COSTS),
    debit(571_109, "违约金", NONE, COSTS),
    debit(571_110, "捐赠支出", NONE, COSTS),
    debit(5801, "所得税费用", NONE, TAXES),
];

/// How many accounts there are; arrays with a place for each have this length.
pub const ACCOUNTS: usize = ENTRIES.len();

/// The chart, in the order of the tree. An account's place in it is its dense index.
pub static CHART: &[Account] = &BUILT;

static BUILT: [Account; ACCOUNTS] = build();

/// The place of a code in the tree: its digits, filled up on the right to eight.
const fn tree_key(number: u32) -> u32 {
    match number {
        0..10_000 => number.saturating_mul(10_000),
        10_000..1_000_000 => number.saturating_mul(100),
        _ => number,
    }
}

/// The account of this number by halving.
pub(super) const fn find(number: u32) -> Option<AccountCode> {
    let key = tree_key(number);
    let (mut low, mut high) = (0, ACCOUNTS);
    while low < high {
        let middle = low.midpoint(high);
        let there = number_at(middle);
        if there == number {
            return Some(AccountCode(index(middle)));
        }
        if tree_key(there) < key {
            low = middle.saturating_add(1);
        } else {
            high = middle;
        }
    }
    None
}

#[expect(clippy::indexing_slicing, reason = "places come from loops over the chart; const code has no `get` here")]
const fn number_at(place: usize) -> u32 {
    ENTRIES[place].number
}

#[expect(clippy::cast_possible_truncation, reason = "the chart has a few hundred accounts")]
const fn index(place: usize) -> u16 {
    place as u16
}

/// The number above: of 222101 that is 2221; of a main account there is none.
const fn above(number: u32) -> Option<u32> {
    if number < 10_000 { None } else { number.checked_div(100) }
}

/// One past the last account of the tree below the account at this place.
const fn end_of_tree(place: usize) -> usize {
    let own = number_at(place);
    let width = match own {
        0..10_000 => 10_000,
        10_000..1_000_000 => 100,
        _ => 1,
    };
    let last = tree_key(own).saturating_add(width);
    let mut end = place.saturating_add(1);
    while end < ACCOUNTS && tree_key(number_at(end)) < last {
        end = end.saturating_add(1);
    }
    end
}

#[expect(clippy::indexing_slicing, reason = "runs when the program is compiled; a slip does not compile")]
const fn build() -> [Account; ACCOUNTS] {
    let blank = Account {
        code: AccountCode(0),
        number: 0,
        name: "",
        side: Side::Debit,
        detail: DetailKind::None,
        counter: Counter::Cash,
        parent: None,
        tree_end: 0,
    };
    let mut built = [blank; ACCOUNTS];
    let mut place = 0;
    while place < ACCOUNTS {
        let entry = &ENTRIES[place];
        assert!(
            place == 0 || tree_key(number_at(place.saturating_sub(1))) < tree_key(entry.number),
            "the chart stands in the order of its tree, each account once"
        );
        let parent = match above(entry.number) {
            None => None,
            Some(number) => {
                let parent = find(number);
                assert!(parent.is_some(), "every sub-account has an account above it");
                parent
            }
        };
        built[place] = Account {
            code: AccountCode(index(place)),
            number: entry.number,
            name: entry.name,
            side: entry.side,
            detail: entry.detail,
            counter: entry.counter,
            parent,
            tree_end: index(end_of_tree(place)),
        };
        place = place.saturating_add(1);
    }
    built
}
