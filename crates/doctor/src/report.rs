//! The result of an audit, for people and for programs.
//!
//! What a database calls its tables, and what stands in its rows, is somebody else's text: nothing of it
//! may move a cursor, end a tag, or turn a line around. [`text::visible`] sees to that.

mod graph;
mod html;
mod json;
mod picture;
mod sarif;
mod table;
mod text;

pub use html::html;
pub use json::{JSON_SCHEMA, json};
pub use sarif::sarif;
pub use table::{TableOptions, table};
pub use text::{verdict, visible};
