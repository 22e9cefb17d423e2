//! The rows of the cash-flow statement, and which of them a movement of cash belongs to by the account against it.

use serde::{Deserialize, Serialize};

/// A row of the cash-flow statement (会小企03表, facts §2.2) that takes movements of cash.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum CashFlow {
    /// Row 1: goods sold and services rendered, output VAT included.
    Sales,
    /// Row 2: other operating receipts.
    OtherReceipts,
    /// Row 3: materials, goods and services bought, input VAT included.
    Purchases,
    /// Row 4: pay, social insurance, housing fund and the income tax withheld.
    Wages,
    /// Row 5: taxes.
    Taxes,
    /// Row 6: other operating payments.
    OtherPayments,
    /// Row 8: investments recovered.
    InvestmentsRecovered,
    /// Row 9: investment income.
    InvestmentIncome,
    /// Row 10: net proceeds of fixed, intangible and other long-lived assets.
    AssetsSold,
    /// Row 11: investments bought.
    InvestmentsBought,
    /// Row 12: fixed, intangible and other long-lived assets bought.
    AssetsBought,
    /// Row 14: loans drawn.
    LoansDrawn,
    /// Row 15: capital paid in.
    CapitalPaidIn,
    /// Row 16: principal repaid.
    PrincipalRepaid,
    /// Row 17: interest paid.
    InterestPaid,
    /// Row 18: profit distributed.
    ProfitDistributed,
}

impl CashFlow {
    /// All of them, in the order of the statement.
    pub const ALL: [CashFlow; 16] = [
        CashFlow::Sales,
        CashFlow::OtherReceipts,
        CashFlow::Purchases,
        CashFlow::Wages,
        CashFlow::Taxes,
        CashFlow::OtherPayments,
        CashFlow::InvestmentsRecovered,
        CashFlow::InvestmentIncome,
        CashFlow::AssetsSold,
        CashFlow::InvestmentsBought,
        CashFlow::AssetsBought,
        CashFlow::LoansDrawn,
        CashFlow::CapitalPaidIn,
        CashFlow::PrincipalRepaid,
        CashFlow::InterestPaid,
        CashFlow::ProfitDistributed,
    ];

    /// The statutory row number, 1 to 18.
    pub const fn row(self) -> u8 {
        match self {
            CashFlow::Sales => 1,
            CashFlow::OtherReceipts => 2,
            CashFlow::Purchases => 3,
            CashFlow::Wages => 4,
            CashFlow::Taxes => 5,
            CashFlow::OtherPayments => 6,
            CashFlow::InvestmentsRecovered => 8,
            CashFlow::InvestmentIncome => 9,
            CashFlow::AssetsSold => 10,
            CashFlow::InvestmentsBought => 11,
            CashFlow::AssetsBought => 12,
            CashFlow::LoansDrawn => 14,
            CashFlow::CapitalPaidIn => 15,
            CashFlow::PrincipalRepaid => 16,
            CashFlow::InterestPaid => 17,
            CashFlow::ProfitDistributed => 18,
        }
    }

    /// Whether the row counts receipts; the others count payments, both as positive numbers.
    pub const fn is_receipt(self) -> bool {
        matches!(
            self,
            CashFlow::Sales
                | CashFlow::OtherReceipts
                | CashFlow::InvestmentsRecovered
                | CashFlow::InvestmentIncome
                | CashFlow::AssetsSold
                | CashFlow::LoansDrawn
                | CashFlow::CapitalPaidIn
        )
    }
}

/// What a line against cash says about the cash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counter {
    /// The account is cash itself: 库存现金, 银行存款, 其他货币资金.
    Cash,
    /// A credit brought cash in by the first row, a debit took it out by the second.
    Rows(CashFlow, CashFlow),
    /// VAT on a price: it goes where the price goes, and to 支付的税费 where there is no price.
    Vat,
}
