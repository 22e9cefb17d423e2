//! `docs/scenario-reference.md`, made from the types of the language: their fields, kinds and comments. It cannot lag.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use quote::ToTokens as _;
use syn::{Attribute, Expr, ExprLit, Fields, Item, Lit, Meta, Type};

const HEAD: &str = "# 场景语言：逐项查

每一种可以写的东西，都由源码里的类型生成，所以不会过时；说明是源码的注释，英文。怎样写一个场景，先看
[trainers.md](trainers.md) 与 [scenario-format.md](scenario-format.md)；写错了，`metaverse check` 会指出来。

写法：`Vec<X>` 是 `[X, X]`，`Table<X>` 是 `{\"名字\": X}`，`Option<X>` 可以不写，写就直接写 X；`(A, B)` 是一对。
“可省”的不写也行。`Term`、`String`、`Money`、`Date` 都加引号：`\"{rent} 元\"`、`\"2800.00\"`、`\"2026-03-09\"`。

> 本页由 `cargo test --test reference` 核对；改了类型以后：`BLESS=1 cargo test --test reference`。
";

/// Types that the head explains, or that are a string to who writes.
const PLAIN: &[&str] = &["Term", "Table", "Money", "Date", "Option", "Vec", "Box", "String", "BTreeMap"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every type of the language and of what it borrows from the core, by name.
fn types() -> BTreeMap<String, Item> {
    let mut found = BTreeMap::new();
    for folder in [
        "src/scenario",
        "src/scenario/effect",
        "src/scenario/reckon",
        "src/scenario/activity",
        "src/firm/registry",
        "src/policy",
    ] {
        let entries = fs::read_dir(root().join(folder)).expect("a folder");
        let mut paths: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
        paths.sort();
        for path in paths.iter().filter(|path| path.extension().is_some_and(|ending| ending == "rs")) {
            let file = syn::parse_file(&fs::read_to_string(path).expect("a source")).expect("Rust");
            for item in file.items {
                let name = match &item {
                    Item::Struct(one) => one.ident.to_string(),
                    Item::Enum(one) => one.ident.to_string(),
                    Item::Type(one) => one.ident.to_string(),
                    _ => continue,
                };
                found.entry(name).or_insert(item);
            }
        }
    }
    found
}

/// A comment as one line.
fn said(attributes: &[Attribute]) -> String {
    let lines = attributes.iter().filter_map(|attribute| match &attribute.meta {
        Meta::NameValue(pair) if pair.path.is_ident("doc") => match &pair.value {
            Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.value().trim().to_owned()),
            _ => None,
        },
        _ => None,
    });
    lines.collect::<Vec<_>>().join(" ").replace('|', "\\|").replace("[`", "`").replace("`]", "`")
}

fn serde(attributes: &[Attribute]) -> String {
    let serde = attributes.iter().filter(|attribute| attribute.path().is_ident("serde"));
    serde.map(|attribute| attribute.to_token_stream().to_string()).collect()
}

fn written(kind: &Type) -> String {
    let text = kind.to_token_stream().to_string();
    text.replace(" < ", "<").replace("< ", "<").replace(" >", ">").replace(" ,", ",").replace(" :: ", "::")
}

/// The names of types inside a type.
fn inside(kind: &str) -> Vec<String> {
    let names = kind.split(|character: char| !character.is_alphanumeric());
    names.filter(|name| name.starts_with(char::is_uppercase)).map(ToOwned::to_owned).collect()
}

fn fields(out: &mut String, fields: &Fields, todo: &mut VecDeque<String>) {
    let _ = writeln!(out, "| 栏目 | 种类 | 可省 | 说明 |\n|---|---|---|---|");
    for field in fields {
        let marks = serde(&field.attrs);
        let kind = written(&field.ty);
        todo.extend(inside(&kind));
        let renamed = marks.split("rename = \"").nth(1).and_then(|rest| rest.split('"').next());
        let name = renamed.map(ToOwned::to_owned).or_else(|| field.ident.as_ref().map(ToString::to_string));
        let free = if marks.contains("default") || kind.starts_with("Option") { "可省" } else { "" };
        let _ = writeln!(out, "| `{}` | `{kind}` | {free} | {} |", name.unwrap_or_default(), said(&field.attrs));
    }
}

fn variants(out: &mut String, item: &syn::ItemEnum, todo: &mut VecDeque<String>) {
    let _ = writeln!(out, "| 写法 | 说明 |\n|---|---|");
    for variant in &item.variants {
        let name = &variant.ident;
        let kinds = variant.fields.iter().map(|field| {
            let kind = written(&field.ty);
            todo.extend(inside(&kind));
            match &field.ident {
                Some(field) => format!("{field}: {kind}"),
                None => kind,
            }
        });
        let kinds: Vec<String> = kinds.collect();
        let shown = if kinds.is_empty() { name.to_string() } else { format!("{name}({})", kinds.join(", ")) };
        let inner: Vec<String> = variant
            .fields
            .iter()
            .filter(|field| field.ident.is_some())
            .map(|field| format!("`{}` {}", field.ident.as_ref().expect("a name"), said(&field.attrs)))
            .collect();
        let more = if inner.is_empty() { String::new() } else { format!(" — {}", inner.join(" ")) };
        let _ = writeln!(out, "| `{shown}` | {}{more} |", said(&variant.attrs));
    }
}

/// The document: every type that a scene can hold, in the order in which one meets them.
fn document() -> String {
    let types = types();
    let mut out = HEAD.to_owned();
    let mut seen: BTreeSet<String> = PLAIN.iter().map(|name| (*name).to_owned()).collect();
    let mut todo = VecDeque::from(["Scenario".to_owned()]);
    while let Some(name) = todo.pop_front() {
        let Some(item) = types.get(&name).filter(|_| seen.insert(name.clone())) else { continue };
        let mut body = String::new();
        let comment = match item {
            Item::Struct(one) => {
                fields(&mut body, &one.fields, &mut todo);
                said(&one.attrs)
            }
            Item::Enum(one) => {
                variants(&mut body, one, &mut todo);
                said(&one.attrs)
            }
            Item::Type(one) => {
                let kind = written(&one.ty);
                todo.extend(inside(&kind));
                let _ = writeln!(body, "`{kind}`");
                said(&one.attrs)
            }
            _ => continue,
        };
        let _ = write!(out, "\n## {name}\n\n{comment}\n\n{body}");
    }
    out
}

#[test]
fn the_reference_is_what_the_types_say() {
    let path = root().join("docs/scenario-reference.md");
    let made = document();
    for name in ["## Scenario", "## Step", "## Choose", "## Condition", "## Effect", "## Vary", "`do`"] {
        assert!(made.contains(name), "{name}");
    }
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, &made).expect("the document can be written");
    }
    let stands = fs::read_to_string(&path).unwrap_or_default();
    assert!(stands == made, "docs/scenario-reference.md lags; run BLESS=1 cargo test --test reference");
}
