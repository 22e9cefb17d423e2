//! How well a fact is known.

use serde::{Deserialize, Serialize};

/// Where a figure or rule was read; shown beside it wherever it is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Mark {
    /// The statute's own text was read.
    V,
    /// An official notice, a government page or the press was read.
    P,
    /// Read in maintained open sources that cite the official number.
    R,
    /// Common knowledge, without a document.
    K,
    /// Looked for and not confirmed; must be shown as a teaching parameter.
    U,
    /// A convention of this project, not law.
    D,
}

impl Mark {
    /// Whether a front must show 教学参数 beside the figure.
    pub const fn is_teaching(self) -> bool {
        matches!(self, Mark::U | Mark::D)
    }

    /// The mark in words.
    pub const fn chinese(self) -> &'static str {
        match self {
            Mark::V => "已核对条文",
            Mark::P => "官方通知或公开报道",
            Mark::R => "多处转引官方文号",
            Mark::K => "常识口径，未见文件",
            Mark::U => "教学参数，以当地最新通知为准",
            Mark::D => "教学约定，不是法规",
        }
    }
}
