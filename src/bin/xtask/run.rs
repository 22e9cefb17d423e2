//! Running other programs: quietly, visibly, or visibly with their words kept.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Command, Stdio};
use std::sync::Mutex;

use crate::trouble::{Outcome, Trouble};

/// A command as a person would type it, for messages.
pub(crate) fn spelled(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy().into_owned()];
    words.extend(command.get_args().map(|word| word.to_string_lossy().into_owned()));
    words.join(" ")
}

/// Runs with the terminal's own streams; failure is trouble.
pub(crate) fn visibly(command: &mut Command) -> Outcome<()> {
    let status = command.status().map_err(|source| Trouble::Start { command: spelled(command), source })?;
    if status.success() { Ok(()) } else { Err(Trouble::Command(spelled(command))) }
}

/// Runs without a word and gives what was said on standard output, or `None` if it failed or does not exist.
pub(crate) fn quietly(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Whether a program of this name can be run.
pub(crate) fn exists(program: &str) -> bool {
    let Some(path) = std::env::var_os("PATH") else { return false };
    std::env::split_paths(&path).any(|folder| folder.join(program).is_file())
}

/// What a program said while it ran, and whether it ended well.
#[derive(Debug)]
pub(crate) struct Heard {
    /// Both streams, line by line as they came.
    pub(crate) text: String,
    /// Whether it reported success.
    pub(crate) success: bool,
}

/// Runs with both streams shown as they come and kept.
pub(crate) fn listening(command: &mut Command) -> Outcome<Heard> {
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(|source| Trouble::Start { command: spelled(command), source })?;
    let text = Mutex::new(String::new());
    let (out, err) = (child.stdout.take(), child.stderr.take());
    std::thread::scope(|scope| {
        scope.spawn(|| pass_on(out, &text));
        scope.spawn(|| pass_on(err, &text));
    });
    let status = child.wait().map_err(|source| Trouble::Start { command: spelled(command), source })?;
    let text = text.into_inner().unwrap_or_default();
    Ok(Heard { text, success: status.success() })
}

fn pass_on(stream: Option<impl Read>, kept: &Mutex<String>) {
    let Some(stream) = stream else { return };
    let mut reader = BufReader::new(stream);
    let mut line = Vec::new();
    while reader.read_until(b'\n', &mut line).is_ok_and(|count| count > 0) {
        let words = String::from_utf8_lossy(&line);
        let mut out = std::io::stdout().lock();
        // A closed pipe (`| head`) is no reason to stop the child.
        let _ = out.write_all(words.as_bytes()).and_then(|()| out.flush());
        if let Ok(mut kept) = kept.lock() {
            kept.push_str(&words);
        }
        line.clear();
    }
}

/// The cargo that runs xtask, else the one on the path.
pub(crate) fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(crate::paths::root());
    forget_parent(&mut command);
    command
}

/// Takes away what `cargo run` told xtask about itself, so that children see the environment a shell would give them.
pub(crate) fn forget_parent(command: &mut Command) {
    for (name, _) in std::env::vars_os() {
        let name_text = name.to_string_lossy();
        let of_package = name_text.starts_with("CARGO_PKG_") || name_text.starts_with("CARGO_BIN_");
        if of_package
            || matches!(
                name_text.as_ref(),
                "CARGO_MANIFEST_DIR" | "CARGO_MANIFEST_PATH" | "CARGO_CRATE_NAME" | "LD_LIBRARY_PATH"
            )
        {
            command.env_remove(&name);
        }
    }
}
