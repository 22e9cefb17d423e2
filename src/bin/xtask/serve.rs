//! A small web server for an assembled site: right types, compressed neighbours, honest caching, a strict policy.

use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use tiny_http::{Header, Method, Request, Response, Server, StatusCode};

use crate::options::Options;
use crate::trouble::{Outcome, Trouble};
use crate::{cache, paths, site, squeeze};

/// Ports tried, from the first on.
const PORTS_TRIED: u16 = 20;
/// A browser opens about six connections at once.
const THREADS: usize = 8;

/// A bound server; the site is served once `run` is called.
pub(crate) struct Site {
    server: Arc<Server>,
    folder: PathBuf,
    /// What to type into the browser.
    pub(crate) address: String,
}

/// `cargo xtask serve [folder]`.
pub(crate) fn command(options: &Options) -> Outcome<ExitCode> {
    let folder = options.plain.first().map_or_else(paths::site, PathBuf::from);
    if !folder.join("index.html").is_file() {
        let advice = "先运行 · first run: cargo xtask web";
        return Err(Trouble::said(format!("{} 里没有 index.html · has no index.html; {advice}", folder.display())));
    }
    let site = Site::bind(&folder, options)?;
    println!("{}", site.address);
    site.run();
    Ok(ExitCode::SUCCESS)
}

impl Site {
    /// Takes the first free port from `--port` (8080) on.
    pub(crate) fn bind(folder: &Path, options: &Options) -> Outcome<Self> {
        let first = options.number("port", 8080)?;
        let host = options.value("host").unwrap_or("127.0.0.1");
        let mut reason = String::new();
        for port in first..=first.saturating_add(PORTS_TRIED) {
            match Server::http((host, port)) {
                Ok(server) => {
                    let address = format!("http://{host}:{port}/");
                    return Ok(Self { server: Arc::new(server), folder: folder.to_owned(), address });
                }
                Err(error) => reason = error.to_string(),
            }
        }
        Err(Trouble::said(format!("{host} 上没有可用端口 · no free port on {host} from {first} on: {reason}")))
    }

    /// Serves until the program ends.
    pub(crate) fn run(&self) {
        std::thread::scope(|scope| {
            for _ in 0..THREADS {
                scope.spawn(|| {
                    while let Ok(request) = self.server.recv() {
                        answer(request, &self.folder);
                    }
                });
            }
        });
    }
}

fn answer(request: Request, folder: &Path) {
    let response = respond(&request, folder);
    // A browser that hangs up in the middle is not our trouble.
    let _ = request.respond(response);
}

fn respond(request: &Request, folder: &Path) -> Response<Cursor<Vec<u8>>> {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return plain(405, "405 只支持读取 · only reading here\n");
    }
    let Some(path) = locate(request.url(), folder) else {
        return plain(404, "404 没有这个文件 · no such file\n");
    };
    let encoding =
        ["br", "gz"].into_iter().find(|kind| accepts(request, kind) && squeeze::neighbour(&path, kind).is_file());
    let file = encoding.map_or_else(|| path.clone(), |kind| squeeze::neighbour(&path, kind));
    let Ok(bytes) = std::fs::read(&file) else { return plain(404, "404 没有这个文件 · no such file\n") };
    let tag = format!("\"{}\"", cache::short(&cache::digest([bytes.as_slice()])));
    let for_ever = path.strip_prefix(folder).is_ok_and(|relative| relative.starts_with("built"));
    let caching = if for_ever { "public, max-age=31536000, immutable" } else { "no-cache" };
    let known = value(request, "If-None-Match").is_some_and(|tags| tags.contains(&tag));
    let mut response =
        if known { Response::from_data(Vec::new()).with_status_code(304) } else { Response::from_data(bytes) };
    // One length instead of chunks: the page shows how far a download is.
    response = response.with_chunked_threshold(usize::MAX);
    let mut headers =
        vec![("Content-Type", kind(&path)), ("Cache-Control", caching), ("ETag", &tag), ("Vary", "Accept-Encoding")];
    match encoding {
        Some("br") => headers.push(("Content-Encoding", "br")),
        Some(_) => headers.push(("Content-Encoding", "gzip")),
        None => {}
    }
    let policy = site::policy_of(folder);
    if let Some(policy) = &policy {
        headers.push(("Content-Security-Policy", policy));
    }
    headers.extend([("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer")]);
    for header in headers.into_iter().filter_map(|(name, value)| header(name, value)) {
        response = response.with_header(header);
    }
    response
}

fn plain(status: u16, words: &str) -> Response<Cursor<Vec<u8>>> {
    let response = Response::from_string(words).with_status_code(StatusCode(status));
    match header("Content-Type", "text/plain; charset=utf-8") {
        Some(header) => response.with_header(header),
        None => response,
    }
}

fn header(name: &str, value: &str) -> Option<Header> {
    Header::from_bytes(name, value).ok()
}

fn value<'a>(request: &'a Request, name: &str) -> Option<&'a str> {
    let found = request.headers().iter().find(|header| header.field.as_str().as_str().eq_ignore_ascii_case(name));
    found.map(|header| header.value.as_str())
}

fn accepts(request: &Request, kind: &str) -> bool {
    let wanted = if kind == "gz" { "gzip" } else { kind };
    let listed = value(request, "Accept-Encoding").unwrap_or("");
    listed
        .split(',')
        .any(|part| part.split(';').next().is_some_and(|name| name.trim() == wanted) && !part.contains("q=0"))
}

/// The file an address means, if it exists and lies inside the folder. A folder means its `index.html`.
fn locate(url: &str, folder: &Path) -> Option<PathBuf> {
    let path = decode(url.split(['?', '#']).next()?)?;
    let mut file = folder.to_owned();
    for part in path.split('/').filter(|part| !part.is_empty() && *part != ".") {
        if part == ".." || part.contains(['\\', ':', '\0']) {
            return None;
        }
        file.push(part);
    }
    if file.is_dir() {
        file.push("index.html");
    }
    file.is_file().then_some(file)
}

/// Percent-decoding; `None` for what is no text.
fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let pair = [rest.next()?, rest.next()?];
            bytes.push(u8::from_str_radix(std::str::from_utf8(&pair).ok()?, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

/// The type a browser must be told; wasm streams only under its own.
fn kind(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()).unwrap_or("") {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "webp" => "image/webp",
        "webmanifest" => "application/manifest+json",
        "json" => "application/json",
        "ron" | "ftl" | "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::{decode, kind, locate};
    use std::path::Path;

    #[test]
    fn nothing_outside_the_folder_is_served() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        assert!(locate("/lib.rs?x=1", &folder).is_some());
        assert!(locate("/../Cargo.toml", &folder).is_none());
        assert!(locate("/%2e%2e/Cargo.toml", &folder).is_none());
        assert!(locate("/nothing", &folder).is_none());
        assert_eq!(decode("%E5%88%9B").as_deref(), Some("创"));
        assert_eq!(decode("%ZZ"), None);
    }

    #[test]
    fn wasm_has_its_own_type() {
        assert_eq!(kind(Path::new("a.wasm")), "application/wasm");
        assert_eq!(kind(Path::new("a.mjs")), "text/javascript; charset=utf-8");
    }
}
