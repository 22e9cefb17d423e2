//! Hostile files: scenes, saves and parts made to hurt. Each is refused, or read, within a bound on memory and on work.
//! Work is counted in bytes asked of the allocator, which is the same on every machine; there is no clock here.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use startup_metaverse::assess::result::{Checked, Examiner, alike, sealed};
use startup_metaverse::assess::review;
use startup_metaverse::assess::ticket::Ticket;
use startup_metaverse::explore::Part;
use startup_metaverse::policy::Policy;
use startup_metaverse::scenario::layout::laid_out;
use startup_metaverse::scenario::load::load;
use startup_metaverse::session::{Known, read};

const SAMPLE: &str = include_str!("../assets/diagnostics/first.ron");

/// The system's allocator, which counts.
struct Counting;

static LIVE: AtomicUsize = AtomicUsize::new(0);
static PEAK: AtomicUsize = AtomicUsize::new(0);
static ASKED: AtomicUsize = AtomicUsize::new(0);

#[expect(unsafe_code, reason = "an allocator is unsafe by its nature; this one only counts and hands on")]
// SAFETY: every call goes to the system's allocator unchanged.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ASKED.fetch_add(layout.size(), Ordering::Relaxed);
        let live = LIVE.fetch_add(layout.size(), Ordering::Relaxed).saturating_add(layout.size());
        PEAK.fetch_max(live, Ordering::Relaxed);
        // SAFETY: the layout is the caller's.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        LIVE.fetch_sub(layout.size(), Ordering::Relaxed);
        // SAFETY: the pointer came from `alloc` with this layout.
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

const MIB: usize = 1 << 20;
/// Memory that reading one file may take at its height, beside the file itself.
const PEAK_MAX: usize = 96 * MIB;
/// Bytes that reading one file may ask for in all: a bound on work.
const ASKED_MAX: usize = 768 * MIB;

/// What a piece of work takes: at its height, and in all.
fn measured<T>(work: impl FnOnce() -> T) -> (T, usize, usize) {
    let (live, asked) = (LIVE.load(Ordering::Relaxed), ASKED.load(Ordering::Relaxed));
    PEAK.store(live, Ordering::Relaxed);
    let done = work();
    let peak = PEAK.load(Ordering::Relaxed).saturating_sub(live);
    (done, peak, ASKED.load(Ordering::Relaxed).saturating_sub(asked))
}

/// The sample scene with one text put for another.
fn with(find: &str, put: &str) -> String {
    assert!(SAMPLE.contains(find), "{find}");
    SAMPLE.replacen(find, put, 1)
}

/// Many of a thing, each with its number.
fn many(count: usize, one: impl Fn(usize) -> String) -> String {
    (0..count).map(one).collect()
}

/// Files made to hurt the reader of scenes: what each is, and its text.
fn scenes() -> Vec<(&'static str, String)> {
    let cast = "    cast: {\n";
    let beliefs = "    misconceptions: {\n";
    let vary = "    vary: {\n";
    let steps = "    steps: [\n";
    let endings = "    endings: [\n";
    let step = |id: usize, more: &str| {
        format!(
            "(id: \"s{id}\", title: \"t\", at: \"cafe\", expert: \"e\", do: Choose(ask: \"?\", options: []), marks: []{more}),"
        )
    };
    vec![
        ("nothing", String::new()),
        ("a million blanks", " ".repeat(MIB)),
        ("a million line ends", "\n".repeat(MIB)),
        ("empty brackets, which grow five hundredfold when parsed", "(),".repeat(300_000)),
        ("empty brackets below the limit", format!("[{}]", "(),".repeat(99_000))),
        ("opening brackets", "(".repeat(500_000)),
        ("closing brackets", ")".repeat(500_000)),
        ("nested one deeper than allowed", "[".repeat(61) + &"]".repeat(61)),
        ("nested as deep as allowed", "[".repeat(60) + &"]".repeat(60)),
        ("braces in turns", "({[".repeat(19) + &"]})".repeat(19)),
        ("text that turns its direction", with("合伙的第一张纸", "合\u{202E}伙")),
        ("a zero byte", with("合伙的第一张纸", "合\0伙")),
        ("control characters", "\u{1}".repeat(MIB / 2)),
        ("a string of two million letters", format!("(format: 1, id: \"{}\")", "x".repeat(2_000_000))),
        ("a string up to the limit", format!("(format: 1, id: \"{}\")", "x".repeat(MIB - 64))),
        ("escapes only", format!("(id: \"{}\")", "\\u{10FFFF}".repeat(90_000))),
        ("quotation marks", "\"".repeat(MIB / 2)),
        ("comments that never end", "/*".repeat(500_000)),
        ("comments only", "// x\n".repeat(200_000)),
        ("a raw string with many marks", format!("(id: r{0}\"x\"{0})", "#".repeat(300_000))),
        ("raw strings that never end", "r#\"".repeat(200_000)),
        ("words", "word ".repeat(200_000)),
        ("commas", ",".repeat(MIB - 1)),
        ("colons", "a:".repeat(MIB / 2 - 1)),
        ("full-width marks", "，".repeat(300_000)),
        ("an unknown extension", format!("#![enable({})]", "x,".repeat(400_000))),
        ("a number beyond all bounds", with("minutes: 6,", &format!("minutes: {},", "9".repeat(100_000)))),
        ("infinity", with("minutes: 6,", "minutes: inf,")),
        ("less than nought", with("minutes: 6,", "minutes: -6,")),
        ("unknown fields", with("minutes: 6,", &many(60_000, |n| format!("f{n}: 1,")))),
        ("one field over and over", with("minutes: 6,", &"minutes: 6,".repeat(60_000))),
        (
            "a table of one name",
            with(beliefs, &format!("{beliefs}{}", "\"a\": (belief: \"\", ask: \"\"),".repeat(20_000))),
        ),
        (
            "a table of many names",
            with(beliefs, &format!("{beliefs}{}", many(20_000, |n| format!("\"a{n}\": (belief: \"\", ask: \"\"),")))),
        ),
        (
            "a crowd",
            with(
                cast,
                &format!("{cast}{}", many(15_000, |n| format!("\"p{n}\": (name: \"\", role: \"\", venue: \"cafe\"),"))),
            ),
        ),
        (
            "variables that follow one another",
            with(
                vary,
                &format!(
                    "{vary}\"v0\": OneOf([\"a\"]),{}",
                    many(15_000, |n| format!("\"v{}\": By(\"v{n}\", {{\"a\": \"a\"}}),", n.saturating_add(1)))
                ),
            ),
        ),
        ("steps", with(steps, &format!("{steps}{}", many(6_000, |n| step(n, ""))))),
        ("steps that all lead back", with(steps, &format!("{steps}{}", many(390, |n| step(n, ", next: \"s0\""))))),
        ("steps that lead nowhere", with(steps, &format!("{steps}{}", many(390, |n| step(n, ", next: \"s999\""))))),
        (
            "a wide condition",
            with("when: Not(Flawless(\"draft\"))", &format!("when: All([{}])", "Always,".repeat(90_000))),
        ),
        (
            "a wide condition of unlike things",
            with(
                "when: Not(Flawless(\"draft\"))",
                &format!("when: Any([{}])", many(20_000, |n| format!("Opened(\"e{n}\"),"))),
            ),
        ),
        (
            "a deep condition",
            with("when: Not(Flawless(\"draft\"))", &format!("when: {}Always{}", "Not(".repeat(50), ")".repeat(50))),
        ),
        (
            "effects on duties that are none",
            with("(id: \"even\",", &format!("(id: \"even\", effects: [{}],", "Owe(\"x\"),".repeat(60_000))),
        ),
        ("references that are none", with("打烊后的", &"{x}".repeat(1_300))),
        ("braces", with("打烊后的", &"{".repeat(3_900))),
        (
            "a range without end",
            with(
                "OneOf([\"26000.00\", \"31000.00\"])",
                "Range(from: \"0.00\", to: \"90000000000.00\", step: \"0.01\")",
            ),
        ),
        (
            "endings",
            with(
                endings,
                &format!(
                    "{endings}{}",
                    many(12_000, |n| format!("(id: \"e{n}\", title: \"\", text: \"\", outcome: 0),"))
                ),
            ),
        ),
        (
            "tests of all seeds",
            with("play: Expert,", &format!("seeds: [{}], play: Expert,", many(30_000, |n| format!("{n},")))),
        ),
        ("allowances", many(50_000, |_| "// allow: W0424 x\n".to_owned()) + SAMPLE),
        ("misspelt fields", with("minutes: 6,", &many(20_000, |_| "minuets: 6,".to_owned()))),
    ]
}

fn saves() -> Vec<(&'static str, String)> {
    let save = |decisions: &str| {
        format!(
            "Save(format: 1, scene: \"first-agreement\", scene_hash: \"\", policy: \"\", policy_hash: \"\", seed: 1, decisions: [{decisions}])"
        )
    };
    vec![
        ("a save of a million bytes", " ".repeat(MIB)),
        ("a save of brackets", "(".repeat(200_000)),
        ("a save of evidence", save(&many(8_000, |n| format!("(Open(\"e{n}\"), \"\"),")))),
        ("a save of help", save(&"(Hint, \"\"),".repeat(20_000))),
        (
            "a save with an order of many",
            save(&format!("(Answer(Arrange(order: [{}])), \"\"),", "\"a\",".repeat(50_000))),
        ),
        ("a save with a deep answer", save(&format!("({}", "Answer(".repeat(30_000)))),
    ]
}

fn results() -> Vec<(&'static str, String)> {
    let result = |seconds: &str, decisions: &str| {
        sealed(&format!(
            "Result(format: 1, engine: \"0\", learner: \"\", day: \"\", centipoints: 0, seconds: [{seconds}], play: Save(format: 1, scene: \"first-agreement\", scene_hash: \"\", policy: \"\", policy_hash: \"\", seed: 1, decisions: [{decisions}]))"
        ))
    };
    vec![
        ("a result of a million bytes", "x".repeat(MIB)),
        ("seals only", "\n// seal ".repeat(40_000)),
        ("a result of seconds", result(&"1,".repeat(200_000), "")),
        ("a result of evidence", result("", &many(8_000, |n| format!("(Open(\"e{n}\"), \"\"),")))),
        ("a result of help", result("", &"(Hint, \"\"),".repeat(20_000))),
        ("a result that breaks off again and again", "decisions: [\n),\n".repeat(20_000)),
        ("a deep result", "Result(".repeat(60_000)),
        ("line ends of another system", "\r\n".repeat(200_000)),
    ]
}

/// Results and tickets are held to the same bounds, in the same test: what is counted is the whole program's.
fn no_result_or_ticket_takes_more() {
    let policy = Arc::new(Policy::qingdao_2026());
    let scene = Arc::new(load(SAMPLE, &policy).expect("the sample").scenario);
    let examiner = Examiner::new(Known::new(&[scene], &policy));
    let mut found: Vec<Checked> = Vec::new();
    for (what, text) in results() {
        let (checked, peak, asked) = measured(|| examiner.check(&text).0);
        assert!(!checked.verdict.holds(), "{what}");
        assert!(peak <= PEAK_MAX && asked <= ASKED_MAX, "{what}: {} MiB, {} MiB in all", peak / MIB, asked / MIB);
        found.extend(vec![checked; 200]);
    }
    let (marked, peak, _) = measured(|| alike(&found));
    assert!(marked.len() == found.len() && peak <= 4 * PEAK_MAX);
    for text in ["kaohe1.".to_owned(), format!("kaohe1.{}", "A".repeat(MIB)), "kaohe1.".repeat(10_000)] {
        let (ticket, peak, _) = measured(|| Ticket::read(&text));
        assert!(ticket.is_err() && peak <= MIB);
    }
}

#[test]
fn no_file_takes_more_memory_or_work_than_its_bound() {
    let policy = Policy::qingdao_2026();
    let mut kinds = 0;
    let mut over = Vec::new();
    let mut check = |what: &str, peak: usize, asked: usize| {
        kinds += 1;
        if peak > PEAK_MAX || asked > ASKED_MAX {
            over.push(format!("{what}: {} MiB at its height, {} MiB in all", peak / MIB, asked / MIB));
        }
    };
    for (what, text) in scenes() {
        let (loaded, peak, asked) = measured(|| load(&text, &policy));
        check(what, peak, asked);
        let told = loaded.map_or_else(|problems| problems.len(), |loaded| loaded.warnings.len());
        assert!(told <= 250_000, "{what}: {told} problems");
        let (_, peak, asked) = measured(|| laid_out(&text));
        check(&format!("{what}, laid out"), peak, asked);
    }
    for bytes in [vec![0xFF; MIB], b"\xEF\xBB\xBF()".to_vec(), vec![0x80, 0x80, b'\n', 0xC0]] {
        let (reviewed, peak, asked) = measured(|| review(&bytes, &policy, true));
        check("bytes that are no text", peak, asked);
        assert!(!reviewed.problems.is_empty());
    }
    let scene = Arc::new(load(SAMPLE, &policy).expect("the sample").scenario);
    let policy = Arc::new(policy);
    for (what, text) in saves() {
        let (taken, peak, asked) = measured(|| read(&text, &[Arc::clone(&scene)], &policy));
        check(what, peak, asked);
        assert!(taken.is_err(), "{what}");
    }
    for text in
        ["", "[[[[", "{\"format\": 1}", &"[".repeat(100_000), &format!("{{\"format\": {}}}", "9".repeat(10_000))]
    {
        let (part, peak, asked) = measured(|| serde_json::from_str::<Part>(text));
        check("a part that is none", peak, asked);
        assert!(part.is_err());
    }
    no_result_or_ticket_takes_more();
    assert!(over.is_empty(), "{}", over.join("\n"));
    assert!(kinds >= 60, "{kinds} kinds");
}
