//! A small web server for an assembled site: right types, compressed neighbours, honest caching, a strict policy.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderName, HeaderValue, REFERRER_POLICY, VARY, X_CONTENT_TYPE_OPTIONS,
};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use tower_http::services::ServeDir;

use crate::options::Options;
use crate::trouble::{Outcome, Trouble};
use crate::{paths, site};

/// Ports tried, from the first on.
const PORTS_TRIED: u16 = 20;
/// Read and sent at a time.
const CHUNK_BYTES: usize = 1 << 20;

/// A bound server; the site is served once `run` is called.
pub(crate) struct Site {
    listener: TcpListener,
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
    site.run()?;
    Ok(ExitCode::SUCCESS)
}

impl Site {
    /// Takes the first free port from `--port` (8080) on.
    pub(crate) fn bind(folder: &Path, options: &Options) -> Outcome<Self> {
        let first = options.number("port", 8080)?;
        let host = options.value("host").unwrap_or("127.0.0.1");
        let mut reason = String::new();
        for port in first..=first.saturating_add(PORTS_TRIED) {
            match TcpListener::bind((host, port)) {
                Ok(listener) => {
                    let address = format!("http://{host}:{port}/");
                    return Ok(Self { listener, folder: folder.to_owned(), address });
                }
                Err(error) => reason = error.to_string(),
            }
        }
        Err(Trouble::said(format!("{host} 上没有可用端口 · no free port on {host} from {first} on: {reason}")))
    }

    /// Serves until the program ends.
    pub(crate) fn run(self) -> Outcome<()> {
        let failed = |error: std::io::Error| Trouble::said(format!("{}: {error}", self.address));
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(failed)?;
        self.listener.set_nonblocking(true).map_err(failed)?;
        runtime
            .block_on(async {
                let listener = tokio::net::TcpListener::from_std(self.listener)?;
                axum::serve(listener, routes(&self.folder)).await
            })
            .map_err(|error| Trouble::said(format!("{}: {error}", self.address)))
    }
}

fn routes(folder: &Path) -> Router {
    let files = ServeDir::new(folder).precompressed_br().precompressed_gzip().with_buf_chunk_size(CHUNK_BYTES);
    let folder: Arc<Path> = Arc::from(folder);
    Router::new().fallback_service(files).layer(from_fn_with_state(folder, with_rules))
}

/// Says how long an answer may be kept and what its page may do.
async fn with_rules(State(folder): State<Arc<Path>>, request: Request, next: Next) -> Response {
    let named_by_content = request.uri().path().starts_with("/built/");
    let mut response = next.run(request).await;
    let for_ever = named_by_content && response.status().is_success();
    let caching = if for_ever { "public, max-age=31536000, immutable" } else { "no-cache" };
    let mut put = |name: HeaderName, value: HeaderValue| response.headers_mut().insert(name, value);
    put(CACHE_CONTROL, HeaderValue::from_static(caching));
    put(VARY, HeaderValue::from_static("accept-encoding"));
    put(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    // These two are asked of documents and workers, and none of those has a name by its content.
    if named_by_content {
        return response;
    }
    put(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    let policy = site::policy_of(&folder);
    if let Some(policy) = policy.and_then(|policy| HeaderValue::from_str(&policy).ok()) {
        put(CONTENT_SECURITY_POLICY, policy);
    }
    response
}
