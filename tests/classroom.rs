//! A class from ticket to gradebook, on the command line.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::Arc;

use startup_metaverse::assess::result::{Claims, write};
use startup_metaverse::policy::Policy;
use startup_metaverse::scenario::load::load;
use startup_metaverse::session::autoplay::expert;
use startup_metaverse::session::{Seat, Session};

const SCENE: &str = include_str!("../assets/diagnostics/first.ron");

fn metaverse(words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_metaverse")).args(words).output().expect("the command runs")
}

/// A folder of this test's own, with a scene in it.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    for inside in ["scenes", "results"] {
        fs::create_dir_all(folder.join(inside)).expect("a folder");
    }
    fs::write(folder.join("scenes/first-agreement.ron"), SCENE).expect("the scene");
    folder
}

fn text(path: &Path) -> String {
    path.to_str().expect("a name").to_owned()
}

fn start(seat: Option<Seat>, seed: u64) -> Session {
    let policy = Arc::new(Policy::qingdao_2026());
    let scene = Arc::new(load(SCENE, &policy).expect("the scene").scenario);
    match seat {
        Some(seat) => Session::assessed(scene, policy, seat),
        None => Session::start(scene, policy, seed),
    }
}

fn hand_in(folder: &Path, file: &str, session: &Session, learner: &str) {
    let claims = Claims { learner: learner.to_owned(), day: "2026-03-05".to_owned(), seconds: vec![20; 40] };
    fs::write(folder.join("results").join(file), write(session, &claims)).expect("the result");
}

#[test]
fn a_ticket_made_played_and_verified() {
    let folder = folder("ticket");
    let (scene, key) = (text(&folder.join("scenes/first-agreement.ron")), text(&folder.join("trainer.key")));
    let words = ["ticket", "--scenario", &scene, "--class", "一班", "--until", "2026-06-30", "--key", &key];
    let made = metaverse(&words);
    assert_eq!(made.status.code(), Some(0), "{made:?}");
    let line = String::from_utf8(made.stdout).expect("text").trim().to_owned();
    assert!(line.starts_with("kaohe1."), "{line}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let rights = fs::metadata(&key).expect("the key").permissions().mode();
        assert_eq!(rights & 0o777, 0o600);
    }
    let again = metaverse(&words);
    assert_ne!(String::from_utf8(again.stdout).expect("text").trim(), line, "a second ticket is another");
    let shown = metaverse(&["ticket", "--show", &line, "--learner", "017"]);
    let shown = String::from_utf8(shown.stdout).expect("text");
    assert!(shown.contains("一班") && shown.contains(&Seat::new(&line, "017").seed().to_string()), "{shown}");

    hand_in(&folder, "a.ron", &expert(start(Some(Seat::new(&line, "017")), 0)), "");
    let (results, scenes) = (text(&folder.join("results")), text(&folder.join("scenes")));
    let verified = metaverse(&["verify", &results, "--scenarios", &scenes, "--key", &key, "--format", "json"]);
    assert_eq!(verified.status.code(), Some(0), "{verified:?}");
    let told: serde_json::Value = serde_json::from_slice(&verified.stdout).expect("JSON");
    assert_eq!((told[0]["verdict"].as_str(), told[0]["assessed"].as_bool()), (Some("valid"), Some(true)));
    let code = told[0]["code"].as_str().expect("a code").to_lowercase();
    let found = metaverse(&["verify", &results, "--scenarios", &scenes, "--code", &code]);
    assert_eq!(found.status.code(), Some(0), "{found:?}");
    let unknown = metaverse(&["verify", &results, "--scenarios", &scenes, "--code", "2222-2222-2222-2222"]);
    assert_eq!(unknown.status.code(), Some(1));
    let other = metaverse(&["verify", &results, "--scenarios", &scenes, "--key", &"ab".repeat(32)]);
    assert_eq!(other.status.code(), Some(1), "a key that is not the ticket's");
    let late = metaverse(&["verify", &results, "--scenarios", &scenes, "--on", "2026-07-01"]);
    assert_eq!(late.status.code(), Some(1));
}

#[test]
fn a_gradebook_has_every_learner_once_and_no_formula() {
    let folder = folder("gradebook");
    let played = expert(start(None, 3));
    hand_in(&folder, "a.ron", &played, "017");
    hand_in(&folder, "b.ron", &played, "017");
    hand_in(&folder, "c.ron", &expert(start(None, 4)).rewound(2), "=2+5");
    hand_in(&folder, "d.ron", &expert(start(None, 5)), "@SUM(A1)");
    let altered = write(&played, &Claims::default()).replacen("centipoints: ", "centipoints: 1", 1);
    fs::write(folder.join("results/e.ron"), altered).expect("a result");
    let roster = "\u{feff}学号,姓名\r\n017,=HYPERLINK(\"http://x\")\r\n018,李 海\r\n";
    fs::write(folder.join("class.csv"), roster).expect("the roster");
    let (results, scenes, out) =
        (text(&folder.join("results")), text(&folder.join("scenes")), text(&folder.join("report")));
    let words = |roster: &str| {
        let roster = text(&folder.join(roster));
        metaverse(&["report", &results, "--roster", &roster, "--out", &out, "--scenarios", &scenes])
    };
    let made = words("class.csv");
    assert_eq!(made.status.code(), Some(0), "{made:?}");
    let book = fs::read_to_string(folder.join("report/gradebook.csv")).expect("the gradebook");
    assert!(book.starts_with('\u{feff}'));
    let lines: Vec<&str> = book.lines().collect();
    assert!(lines[1].starts_with("017,\"'=HYPERLINK("), "{book}");
    assert!(lines[1].contains(",100.00,"), "{book}");
    assert!(lines[2].starts_with("018,李 海,") && lines[2].ends_with("没有交"), "{book}");
    for cell in lines.iter().flat_map(|line| line.split(',')) {
        assert!(!cell.trim_matches('"').starts_with(['=', '+', '-', '@']), "{cell} in {book}");
    }
    let sheet = fs::read(folder.join("report/gradebook.xlsx")).expect("the workbook");
    assert!(sheet.starts_with(b"PK"));
    let page = fs::read_to_string(folder.join("report/class.html")).expect("the page");
    for wanted in ["id=\"present\"", "class=\"radar\"", "<svg", "合伙的第一张纸"] {
        assert!(page.contains(wanted), "{wanted}");
    }
    assert!(
        !page.contains("http")
            || page.matches("http").count()
                == page.matches("http://www.w3.org").count() + page.matches("http://x").count()
    );

    // GBK, as older spreadsheets save it: refused with what to do.
    let gbk = [0xD1_u8, 0xA7, 0xBA, 0xC5, b',', 0xD0, 0xD5, 0xC3, 0xFB, b'\n'];
    fs::write(folder.join("gbk.csv"), gbk).expect("a roster");
    let refused = words("gbk.csv");
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("CSV UTF-8"), "{refused:?}");
}

#[test]
fn verdicts_are_words_for_people_and_for_programs() {
    let folder = folder("verdicts");
    let played = expert(start(None, 3));
    hand_in(&folder, "a.ron", &played, "017");
    hand_in(&folder, "b.ron", &played, "017");
    let (results, scenes) = (text(&folder.join("results")), text(&folder.join("scenes")));
    let told = metaverse(&["verify", &results, "--scenarios", &scenes]);
    assert_eq!(told.status.code(), Some(1), "a duplicate is for the trainer to look at");
    let told = String::from_utf8(told.stdout).expect("text");
    assert!(told.contains("有效") && told.contains("是同一份"), "{told}");
    let english = metaverse(&["--lang", "en", "verify", &results, "--scenarios", &scenes]);
    assert!(String::from_utf8(english.stdout).expect("text").contains("The same as"));
}
