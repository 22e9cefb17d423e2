use leptos::prelude::*;
fn main() {
    leptos::mount::mount_to_body(|| view! { <p>"创业元宇宙"</p> });
}
