//! The trainer's command line: `check`, `explain`, `explore`, `fmt`, `graph`, `i18n`, `new`, `play`, `report`, `ticket`, `verify`. It reads files and a terminal; every rule is asked of the core.

mod baseline;
mod check;
pub mod codes;
mod explain;
mod explore;
mod files;
mod fmt;
mod graph;
mod i18n;
mod key;
mod new;
mod paint;
mod play;
mod report;
mod sarif;
mod say;
mod ticket;
mod verify;

use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};

use crate::text::Lang;

/// 创业元宇宙的命令行：检查场景、在终端里玩、核验存档。
///
/// The startup metaverse's command line: check scenes, play them in a terminal, verify saves.
#[derive(Parser)]
#[command(name = "metaverse", version, after_help = EXIT_CODES)]
struct Arguments {
    /// 界面语言 · language of messages: zh-CN or en
    #[arg(long, global = true, value_parser = language, default_value = "zh-CN")]
    lang: Lang,
    #[command(subcommand)]
    command: Command,
}

const EXIT_CODES: &str =
    "退出码 · exit codes: 0 一切无误 all is well · 1 有错误 something is wrong · 2 用法不对 wrong usage";

#[derive(Subcommand)]
enum Command {
    /// 检查场景文件：逐条列出行、列、原因与改法 · check scene files and tell every problem with its place
    Check(check::Check),
    /// 解释一个诊断代码：为什么、怎么改、例子 · explain a diagnostic code
    Explain(explain::Explain),
    /// 让六种机器人先玩一遍，给出报告 · let six bots play a scene and report on it
    Explore(explore::Explore),
    /// 整理场景文件，注释不动 · lay scene files out, comments kept
    Fmt(fmt::Fmt),
    /// 把场景画成图 · draw a scene
    Graph(graph::Draw),
    /// 取出待译的文字，核对译文 · take texts out for translation, check a translation
    I18n(i18n::I18n),
    /// 写一份可以照着改的小场景 · write a small scene to begin from
    New(new::New),
    /// 在终端里玩一个场景 · play a scene in the terminal
    Play(play::Play),
    /// 汇总一个班的成绩：成绩册与班级报告 · a class's gradebook and report
    Report(report::Report),
    /// 出考核票、看考核票 · make and read tickets for assessed play
    Ticket(ticket::Issue),
    /// 重演成绩文件与存档并给出结论 · re-simulate results and saves and give a verdict on each
    Verify(verify::Verify),
}

/// How a report is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people.
    #[default]
    Text,
    /// For programs.
    Json,
}

fn language(tag: &str) -> Result<Lang, String> {
    Lang::of_tag(tag).ok_or_else(|| format!("`{tag}`: zh-CN / en"))
}

/// What a command came to.
enum Verdict {
    Well,
    Wrong,
    Misused,
}

/// Runs the command that the arguments name.
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let verdict = match arguments.command {
        Command::Check(check) => check.run(arguments.lang),
        Command::Explain(explain) => explain.run(arguments.lang),
        Command::Explore(explore) => explore.run(arguments.lang),
        Command::Fmt(fmt) => fmt.run(arguments.lang),
        Command::Graph(graph) => graph.run(arguments.lang),
        Command::I18n(i18n) => i18n.run(arguments.lang),
        Command::New(new) => new.run(arguments.lang),
        Command::Play(play) => play.run(arguments.lang),
        Command::Report(report) => report.run(arguments.lang),
        Command::Ticket(issue) => issue.run(arguments.lang),
        Command::Verify(verify) => verify.run(arguments.lang),
    };
    match verdict {
        Verdict::Well => ExitCode::SUCCESS,
        Verdict::Wrong => ExitCode::from(1),
        Verdict::Misused => ExitCode::from(2),
    }
}
