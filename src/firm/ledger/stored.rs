//! The ledger as it is stored and hashed: vouchers and the last closed month. Balances and sub-ledgers follow from the vouchers,
//! so they are worked out again on reading, and a longer chart changes no hash.

use serde::ser::SerializeStruct;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::period::Period;
use super::voucher::{Head, VoucherLine, wide};
use super::{Closed, Ledger};

impl Serialize for Ledger {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut stored = serializer.serialize_struct("Ledger", 4)?;
        stored.serialize_field("heads", &self.heads)?;
        stored.serialize_field("lines", &self.lines)?;
        stored.serialize_field("summaries", &self.summaries)?;
        stored.serialize_field("closed", &self.closed_through())?;
        stored.end()
    }
}

#[derive(Deserialize)]
#[serde(rename = "Ledger")]
struct Stored {
    heads: Vec<Head>,
    lines: Vec<VoucherLine>,
    summaries: String,
    closed: Option<Period>,
}

impl<'de> Deserialize<'de> for Ledger {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let stored = Stored::deserialize(deserializer)?;
        stored.read().ok_or_else(|| de::Error::custom("these are no books: their vouchers do not hold together"))
    }
}

impl Stored {
    /// The books, if the vouchers hold together.
    fn read(self) -> Option<Ledger> {
        let mut ledger = Ledger::default();
        let within = |period: Option<Period>, head: &Head| period.is_some_and(|period| Period::of(head.date) <= period);
        let closed_heads = self.heads.iter().take_while(|head| within(self.closed, head)).count();
        let last_closed = closed_heads.checked_sub(1).and_then(|last| self.heads.get(last));
        let closed_lines = last_closed.map_or(0, |head| head.lines_end);
        for (count, line) in self.lines.iter().enumerate() {
            if count == wide(closed_lines) {
                ledger.mark_closed(self.closed, closed_lines);
            }
            ledger.add(line, false).ok()?;
        }
        if self.lines.len() == wide(closed_lines) {
            ledger.mark_closed(self.closed, closed_lines);
        }
        let ends = self.heads.last().map_or((0, 0), |head| (wide(head.lines_end), wide(head.summary_end)));
        let in_order = self.heads.is_sorted_by_key(|head| (head.lines_end, head.summary_end));
        if ends != (self.lines.len(), self.summaries.len()) || !in_order {
            return None;
        }
        (ledger.heads, ledger.lines, ledger.summaries) = (self.heads, self.lines, self.summaries);
        ledger.audit().then_some(ledger)
    }
}

impl Ledger {
    fn mark_closed(&mut self, period: Option<Period>, lines: u32) {
        self.closed = period.map(|period| Closed { period, lines, balances: self.balances.clone() });
    }
}
