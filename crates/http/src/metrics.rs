//! Counters in the text format of Prometheus.
//!
//! They tell how many people there are and what they do, so they are not part of the API: a server gives them at an
//! address of their own, and the development server beside the API, which only this machine reaches.

mod requests;

use std::{
    fmt::{Display, Write as _},
    sync::Arc,
};

use axum::{Router, extract::State, http::header, response::IntoResponse, routing::get};
use orientor_clerk::SessionVerifier;
use orientor_identity::{Bridge, BridgeReport};
use orientor_services::matching::{IndexReport, Matching};
use orientor_store::Database;

pub use requests::RequestCounts;

use crate::{AppState, RouterSettings, ServerState};

/// Path of the counters.
const PATH: &str = "/metrics";
const CONTENT_TYPE: &str = "text/plain; version=0.0.4; charset=utf-8";

/// The route of the counters.
pub(crate) fn routes(app: &AppState, settings: &RouterSettings) -> Router {
    let AppState { bridge, matching, database, tokens, .. } = app;
    let sources = Sources {
        bridge: Arc::clone(bridge),
        matching: matching.clone(),
        database: database.clone(),
        tokens: Arc::clone(tokens),
        requests: settings.requests.clone(),
        server: settings.server.clone(),
    };
    Router::new().route(PATH, get(show)).with_state(sources)
}

/// What is counted, and where.
#[derive(Clone)]
struct Sources {
    bridge: Arc<Bridge>,
    matching: Matching,
    database: Database,
    tokens: Arc<SessionVerifier>,
    requests: RequestCounts,
    server: ServerState,
}

async fn show(State(sources): State<Sources>) -> impl IntoResponse {
    let Sources { bridge, matching, database, tokens, requests, server } = sources;
    let mut text = Text::default();
    text.gauge("orientor_http_connections_open", "Connections to this server.", server.open_connections());
    let refused = "Connections that were turned away because there were too many.";
    text.counter("orientor_http_connections_refused_total", refused, server.refused_connections());
    requests.show(&mut text);
    let connections = database.connections();
    text.gauge("orientor_database_connections_open", "Connections to the database.", connections.open);
    text.gauge("orientor_database_connections_idle", "Those of them that nobody uses.", connections.idle);
    text.gauge("orientor_tokens_remembered", "Verified session tokens in memory.", tokens.remembered_tokens());
    identity(&mut text, &bridge.report());
    text.gauge("orientor_peer_index_enabled", "Whether peers are to be ranked from memory.", {
        u8::from(matching.report().is_some())
    });
    if let Some(report) = matching.report() {
        index(&mut text, &report);
    }
    ([(header::CONTENT_TYPE, CONTENT_TYPE)], text.0)
}

fn identity(text: &mut Text, report: &BridgeReport) {
    text.gauge("orientor_identity_entries", "Subjects in memory, some of them outdated.", report.entries);
    let hears = u8::from(report.is_trusted);
    text.gauge("orientor_identity_listening", "Whether changes are heard; if not, every request reads.", hears);
    text.counter("orientor_identity_changes_total", "Users and Clerk ids told to have changed.", report.changes);
    text.counter("orientor_identity_flushes_total", "Times that everybody was forgotten at once.", report.flushes);
    text.counter("orientor_identity_losses_total", "Times that changes were not heard any more.", report.losses);
    let stale = "Answers from memory because the database did not answer.";
    text.counter("orientor_identity_stale_answers_total", stale, report.stale_answers);
}

fn index(text: &mut Text, report: &IndexReport) {
    text.gauge("orientor_peer_index_ready", "Whether the index answers; otherwise everybody is compared.", {
        u8::from(report.size.is_some())
    });
    if let Some(size) = report.size {
        text.gauge("orientor_peer_index_users", "Users who can be found.", size.users);
        text.gauge("orientor_peer_index_bytes", "Memory of the index, about.", size.bytes);
        text.gauge("orientor_peer_index_changed_users", "Users changed since changes were folded in.", size.changed);
        text.gauge("orientor_peer_index_cells", "Groups of users with the same interests and stage.", size.cells);
        text.gauge("orientor_peer_index_terms", "Different skills, goals, industries and stages.", size.terms);
    }
    if let Some(build) = report.build {
        let name = "orientor_peer_index_build_seconds";
        text.gauge(name, "Time of the last build, with reading everybody.", build.as_secs_f64());
    }
    let slowest = report.slowest_change.as_secs_f64();
    text.gauge("orientor_peer_index_slowest_change_seconds", "Longest takeover of changes, without reading.", slowest);
    text.counter("orientor_peer_index_builds_total", "Builds from all users.", report.builds);
    text.counter("orientor_peer_index_compactions_total", "Times that changes were folded in.", report.compactions);
    text.counter("orientor_peer_index_changes_total", "Users taken over after a change.", report.changes);
    text.counter("orientor_peer_index_looks_total", "Looks for changes in the database.", report.looks);
    text.help("orientor_peer_rankings_total", "Rankings by what they came from.", "counter");
    text.value("orientor_peer_rankings_total{from=\"index\"}", report.answers);
    text.value("orientor_peer_rankings_total{from=\"database\"}", report.plain_answers);
}

/// Lines of the format.
#[derive(Debug, Default)]
struct Text(String);

impl Text {
    fn gauge(&mut self, name: &str, help: &str, value: impl Display) {
        self.help(name, help, "gauge");
        self.value(name, value);
    }

    fn counter(&mut self, name: &str, help: &str, value: u64) {
        self.help(name, help, "counter");
        self.value(name, value);
    }

    fn help(&mut self, name: &str, help: &str, kind: &str) {
        // Writing to a text does not fail.
        let _ = writeln!(self.0, "# HELP {name} {help}\n# TYPE {name} {kind}");
    }

    fn value(&mut self, name: &str, value: impl Display) {
        let _ = writeln!(self.0, "{name} {value}");
    }
}
