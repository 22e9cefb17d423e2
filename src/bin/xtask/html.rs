//! Small text work on the site's own files: filling templates, the content security policy, the town's frame.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::trouble::{Outcome, Trouble};

/// Replaces each `{{name}}` by its value; a name without a value, or a value without a place, is trouble.
pub(crate) fn fill(template: &str, values: &[(&str, &str)]) -> Outcome<String> {
    let mut text = template.to_owned();
    for (name, value) in values {
        let mark = format!("{{{{{name}}}}}");
        if !text.contains(&mark) {
            return Err(Trouble::said(format!("template has no place for {mark}")));
        }
        text = text.replace(&mark, value);
    }
    match text.split_once("{{").and_then(|(_, rest)| rest.split_once("}}")) {
        Some((name, _)) if name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-') => {
            Err(Trouble::said(format!("template wants {{{{{name}}}}}, which nothing fills")))
        }
        _ => Ok(text),
    }
}

/// The content security policy of the page. The frame of the town inherits it, and runs the one script whose
/// hash is named; nothing else inline runs, no code comes from elsewhere, and no data goes elsewhere.
pub(crate) fn policy(frame_script: Option<&str>) -> String {
    let hash = frame_script.map(|script| format!(" '{}'", source_hash(script))).unwrap_or_default();
    let frame_style = source_hash(FRAME_STYLE);
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{hash}; style-src 'self' '{frame_style}'; \
         img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; \
         frame-src 'self'; base-uri 'self'; form-action 'none'"
    )
}

/// `sha256-…` of an inline script or style, as policies name it.
fn source_hash(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text.as_bytes())))
}

const FRAME_STYLE: &str = "html,body{margin:0;height:100%;overflow:hidden;background:transparent}\
#stage{position:fixed;inset:0;transform-origin:0 0}canvas{display:block;outline:none;touch-action:none}";

/// The one script of the town's frame: wasm-bindgen's glue, then our own few lines.
pub(crate) fn frame_script(glue: &str, own: &str) -> Outcome<String> {
    let script = format!("{glue}\n{own}");
    let lower = script.to_ascii_lowercase();
    if lower.contains("</script") || lower.contains("<!--") {
        return Err(Trouble::said("the town's script contains `</script` or `<!--` and cannot stand inside a page"));
    }
    Ok(script)
}

/// The town's frame: a whole page in one text, given to the frame as `srcdoc`.
pub(crate) fn frame(script: &str) -> String {
    format!(
        "<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>三维小镇</title>\
         <style>{FRAME_STYLE}</style></head><body><div id=\"stage\"><canvas id=\"world\"></canvas></div>\
         <script type=\"module\">{script}</script></body></html>"
    )
}

#[cfg(test)]
mod tests {
    use super::{fill, frame, frame_script, policy};

    #[test]
    fn templates_are_filled_completely_or_not_at_all() {
        assert_eq!(fill("a {{x}} b {{x}}", &[("x", "1")]).unwrap(), "a 1 b 1");
        assert!(fill("a {{x}}", &[]).is_err());
        assert!(fill("a", &[("x", "1")]).is_err());
        assert_eq!(fill("if (a) {{ b }}", &[]).unwrap(), "if (a) {{ b }}");
    }

    #[test]
    fn the_policy_allows_no_inline_script_but_the_towns() {
        let strict = policy(None);
        assert!(strict.contains("script-src 'self' 'wasm-unsafe-eval';"), "{strict}");
        assert!(policy(Some("")).contains("'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"));
        assert!(!strict.contains("unsafe-inline") && !strict.contains("unsafe-eval' ") && !strict.contains('*'));
    }

    #[test]
    fn a_script_that_would_end_early_is_refused() {
        assert!(frame_script("let a = '</SCRIPT>'", "").is_err());
        assert!(frame(&frame_script("let a = 1;", "a;").unwrap()).contains("let a = 1;\na;</script>"));
    }
}
