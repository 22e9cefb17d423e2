//! The eighteen places of the town, by their stable ids.

/// Every venue's id, in the order of the scenes that are theirs.
pub const VENUES: [&str; 18] = [
    "startup-centre",
    "cafe",
    "service-hall",
    "one-stop",
    "incubator",
    "talent-market",
    "university",
    "finance-office",
    "tax-hall",
    "port-warehouse",
    "shopping-street",
    "law-firm",
    "loan-station",
    "roadshow-centre",
    "investor",
    "investment-office",
    "institute",
    "park-committee",
];
