//! How an account is found by typing: the first letters of its name's pinyin. Only characters that the chart uses, each as
//! the chart reads it (会 as in 社会, 行 as in 银行, 长 as in 长期); a test holds that none is missing.

use super::AccountCode;

/// The first letters of the full name's pinyin, small: `yhck` for 银行存款, `glfybgf` for 管理费用—办公费.
///
/// ```
/// # use startup_metaverse::firm::accounts::{self, initials};
/// assert_eq!(initials(accounts::BANK), "yhck");
/// assert_eq!(initials(accounts::OFFICE), "glfybgf");
/// ```
pub fn initials(account: AccountCode) -> String {
    account.name().chars().filter_map(initial).collect()
}

/// The first letter of a character's pinyin, where the chart uses the character.
#[rustfmt::skip]
const fn initial(character: char) -> Option<char> {
    match character {
        '不' | '保' | '办' | '备' | '币' | '本' | '补' => Some('b'),
        '产' | '传' | '出' | '城' | '处' | '存' | '差' | '成' | '材' | '程' | '船' | '财' | '车' | '辞' | '酬' | '采' | '长' => Some('c'),
        '东' | '代' | '地' | '垫' | '多' | '定' | '待' | '得' | '的' | '短' | '等' | '递' => Some('d'),
        '额' => Some('e'),
        '付' | '分' | '发' | '府' | '房' | '方' | '服' | '法' | '福' | '罚' | '费' | '附' => Some('f'),
        '个' | '公' | '告' | '固' | '工' | '广' | '管' | '股' | '购' => Some('g'),
        '会' | '化' | '和' | '回' | '坏' | '害' | '或' | '护' | '毁' | '耗' | '花' | '行' | '货' => Some('h'),
        '交' | '价' | '借' | '净' | '减' | '加' | '及' | '建' | '捐' | '据' | '教' | '旧' | '机' | '积' | '究' | '简' | '经' | '计' | '记' | '进' | '金' => Some('j'),
        '亏' | '可' | '库' | '开' | '扣' | '抗' | '款' => Some('k'),
        '利' | '力' | '料' | '旅' | '理' | '累' => Some('l'),
        '免' => Some('m'),
        '年' | '纳' => Some('n'),
        '品' | '平' | '盘' | '票' | '配' => Some('p'),
        '企' | '其' | '券' | '取' | '期' | '权' | '清' => Some('q'),
        '人' | '任' | '入' | '润' | '然' | '融' | '让' => Some('r'),
        '使' | '售' | '商' | '失' | '实' | '市' | '所' | '手' | '损' | '收' | '施' | '生' | '社' | '税' | '设' | '输' => Some('s'),
        '他' | '台' | '土' | '托' | '投' | '提' | '摊' | '退' | '途' => Some('t'),
        '务' | '外' | '委' | '无' | '未' | '物' | '维' | '违' => Some('w'),
        '修' | '宣' | '形' | '性' | '息' | '械' | '消' | '现' | '续' | '薪' | '销' | '险' | '项' => Some('x'),
        '业' | '余' | '印' | '原' | '已' | '应' | '延' | '异' | '意' | '押' | '易' | '源' | '溢' | '用' | '盈' | '益' | '研' | '约' | '育' | '营' | '运' | '银' | '预' => Some('y'),
        '主' | '住' | '作' | '债' | '值' | '制' | '助' | '周' | '在' | '增' | '折' | '招' | '支' | '政' | '滞' | '灾' | '租' | '置' | '职' | '自' | '账' | '资' | '赠' | '转' | '造' => Some('z'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::CHART;
    use super::*;

    #[test]
    fn every_character_of_the_chart_has_an_initial() {
        for account in CHART {
            let han = |character: &char| !character.is_ascii() && character.is_alphanumeric();
            let missing: Vec<char> = account.name.chars().filter(han).filter(|one| initial(*one).is_none()).collect();
            assert!(missing.is_empty(), "{}: {missing:?}", account.name);
        }
    }

    #[test]
    fn accounts_are_found_as_bookkeepers_type_them() {
        for (number, typed) in [(1122, "yszk"), (560_201, "glfygz"), (222_101, "yjsfyjzzs"), (3001, "sszbhgb")] {
            assert_eq!(AccountCode::new(number).map(initials).as_deref(), Some(typed), "{number}");
        }
    }
}
