//! Which files went into a build: cargo's own `.d` file, read.

use std::path::{Path, PathBuf};

/// The files of `root` named in a dep-info `text`, as relative paths, sorted.
///
/// The format is make's: `product: one two\ three`, spaces in names escaped with a backslash. Files elsewhere
/// (compiler, registry) are settled by the compiler's version and the lock file.
pub(crate) fn inputs(text: &str, root: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for line in text.lines() {
        let Some((_, names)) = line.split_once(": ") else { continue };
        for name in split_escaped(names) {
            let path = PathBuf::from(name);
            match path.strip_prefix(root) {
                Ok(relative) => found.push(relative.to_owned()),
                Err(_) if path.is_relative() => found.push(path),
                Err(_) => {}
            }
        }
    }
    found.sort();
    found.dedup();
    found
}

fn split_escaped(names: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut letters = names.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => word.extend(letters.next()),
            ' ' => words.push(std::mem::take(&mut word)),
            other => word.push(other),
        }
    }
    words.push(word);
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::inputs;
    use std::path::{Path, PathBuf};

    #[test]
    fn only_files_of_the_checkout_count() {
        let text = "/c/app.wasm: /r/src/lib.rs /r/assets/a\\ b.ron /usr/lib/core.rs /r/src/lib.rs\n";
        let found = inputs(text, Path::new("/r"));
        assert_eq!(found, [PathBuf::from("assets/a b.ron"), PathBuf::from("src/lib.rs")]);
    }
}
