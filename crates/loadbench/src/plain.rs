//! What somebody would write by hand over the table of notes, with axum and sqlx: no tokens, no bridge, no layers. Who asks is
//! in the path.

use std::{io::Write as _, net::Ipv4Addr};

use anyhow::Result;
use axum::{
    Json, Router,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::get,
};
use chrono::{DateTime, Utc};
use clap::Args;
use serde::{Deserialize, Serialize};
use sqlx::{FromRow, PgPool, postgres::PgPoolOptions};
use tokio::{io::AsyncReadExt as _, net::TcpListener};

/// As many connections as our server has unless it is told otherwise.
const CONNECTIONS: u32 = 10;

/// Arguments of the server.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The database, as our server has made it.
    #[arg(long)]
    database_url: String,
}

#[derive(Debug, Serialize, FromRow)]
struct Note {
    id: i32,
    user_id: i32,
    saved_recommendation_id: Option<i32>,
    content: String,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

#[derive(Debug, Deserialize)]
struct Written {
    content: String,
}

/// Serves until standard input ends, and says its address in the first line of standard output.
pub(crate) async fn run(arguments: Arguments) -> Result<()> {
    let pool = PgPoolOptions::new().max_connections(CONNECTIONS).connect(&arguments.database_url).await?;
    let routes = Router::new()
        .route("/{user}/notes", get(list).post(create))
        .route("/{user}/notes/{id}", get(one).patch(change))
        .with_state(pool);
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    writeln!(std::io::stdout(), "{}", listener.local_addr()?)?;
    let ended = async {
        let mut nothing = Vec::new();
        tokio::io::stdin().read_to_end(&mut nothing).await.ok();
    };
    axum::serve(listener, routes).with_graceful_shutdown(ended).await?;
    Ok(())
}

async fn list(State(pool): State<PgPool>, Path(user): Path<i32>) -> Result<Json<Vec<Note>>, Failed> {
    let sql = "SELECT id, user_id, saved_recommendation_id, content, created_at, updated_at FROM user_notes \
               WHERE user_id = $1 ORDER BY id DESC LIMIT 50";
    Ok(Json(sqlx::query_as(sql).bind(user).fetch_all(&pool).await?))
}

async fn one(State(pool): State<PgPool>, Path((user, id)): Path<(i32, i32)>) -> Result<Json<Note>, Failed> {
    let sql = "SELECT id, user_id, saved_recommendation_id, content, created_at, updated_at FROM user_notes \
               WHERE id = $1 AND user_id = $2";
    Ok(Json(sqlx::query_as(sql).bind(id).bind(user).fetch_one(&pool).await?))
}

async fn create(
    State(pool): State<PgPool>,
    Path(user): Path<i32>,
    Json(written): Json<Written>,
) -> Result<(StatusCode, Json<Note>), Failed> {
    let sql = "INSERT INTO user_notes (user_id, content) VALUES ($1, $2) \
               RETURNING id, user_id, saved_recommendation_id, content, created_at, updated_at";
    let note = sqlx::query_as(sql).bind(user).bind(written.content).fetch_one(&pool).await?;
    Ok((StatusCode::CREATED, Json(note)))
}

async fn change(
    State(pool): State<PgPool>,
    Path((user, id)): Path<(i32, i32)>,
    Json(written): Json<Written>,
) -> Result<Json<Note>, Failed> {
    // As ours: the row is read and locked, what it becomes is looked at, and written, in one transaction.
    let mut transaction = pool.begin().await?;
    let sql = "SELECT id, user_id, saved_recommendation_id, content, created_at, updated_at FROM user_notes \
               WHERE id = $1 AND user_id = $2 FOR UPDATE";
    let stored: Note = sqlx::query_as(sql).bind(id).bind(user).fetch_one(&mut *transaction).await?;
    let sql = "UPDATE user_notes SET content = $3, saved_recommendation_id = $4, updated_at = now() WHERE id = $1 AND user_id = $2 \
               RETURNING id, user_id, saved_recommendation_id, content, created_at, updated_at";
    let note = sqlx::query_as(sql)
        .bind(id)
        .bind(user)
        .bind(written.content)
        .bind(stored.saved_recommendation_id)
        .fetch_one(&mut *transaction)
        .await?;
    transaction.commit().await?;
    Ok(Json(note))
}

/// Nothing is expected to.
struct Failed(sqlx::Error);

impl From<sqlx::Error> for Failed {
    fn from(error: sqlx::Error) -> Self {
        Self(error)
    }
}

impl IntoResponse for Failed {
    fn into_response(self) -> Response {
        (StatusCode::INTERNAL_SERVER_ERROR, self.0.to_string()).into_response()
    }
}
