//! The files of the page. A test compares the list with the folder.

/// One file.
#[derive(Debug)]
pub(super) struct File {
    /// Below `assets/`.
    pub(super) path: &'static str,
    /// Its media type.
    pub(super) kind: &'static str,
    pub(super) text: &'static str,
}

pub(super) const INDEX: &str = include_str!("../../assets/index.html");

pub(super) const SCRIPT: &str = "text/javascript; charset=utf-8";
const STYLE: &str = "text/css; charset=utf-8";

/// Everything but the index.
pub(super) const FILES: &[File] = &[
    File { path: "style/base.css", kind: STYLE, text: include_str!("../../assets/style/base.css") },
    File { path: "style/views.css", kind: STYLE, text: include_str!("../../assets/style/views.css") },
    File { path: "icon.svg", kind: "image/svg+xml", text: include_str!("../../assets/icon.svg") },
    script("main.js", include_str!("../../assets/main.js")),
    script("core/api.js", include_str!("../../assets/core/api.js")),
    script("core/dom.js", include_str!("../../assets/core/dom.js")),
    script("core/drafts.js", include_str!("../../assets/core/drafts.js")),
    script("core/session.js", include_str!("../../assets/core/session.js")),
    script("core/ui.js", include_str!("../../assets/core/ui.js")),
    script("core/words.js", include_str!("../../assets/core/words.js")),
    script("views/messages.js", include_str!("../../assets/views/messages.js")),
    script("views/peers.js", include_str!("../../assets/views/peers.js")),
    script("views/profile.js", include_str!("../../assets/views/profile.js")),
    script("views/settings.js", include_str!("../../assets/views/settings.js")),
    script("views/skills.js", include_str!("../../assets/views/skills.js")),
    script("views/thread.js", include_str!("../../assets/views/thread.js")),
    script("views/welcome.js", include_str!("../../assets/views/welcome.js")),
    script("words/en.js", include_str!("../../assets/words/en.js")),
    script("words/fr.js", include_str!("../../assets/words/fr.js")),
];

const fn script(path: &'static str, text: &'static str) -> File {
    File { path, kind: SCRIPT, text }
}
