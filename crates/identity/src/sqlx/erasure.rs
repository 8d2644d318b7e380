//! Forgetting a person who is a user here.

use std::sync::Arc;

use crate::{Subject, UserId};

use super::{
    Connection, SqlxDirectory,
    engine::{Argument, rows_on},
    statements::quote,
};

impl SqlxDirectory {
    /// Forgets who a user was, within a transaction of the caller's that also removes what is theirs. Returns the
    /// subjects that were linked to them.
    ///
    /// Links go. Each subject, also one that was cut off before, keeps a tombstone with neither address nor number, so
    /// that nobody signs in as them and nothing that Clerk still tells is kept. Events stay, because other people's
    /// security may hang on them, but name nobody: in the place of the subject stands `erased:` and what `mark` makes of
    /// it, and reasons, which are free text, are gone. With the same key the same mark can be made again, to answer
    /// whether a given subject is meant.
    ///
    /// The user's row itself is the caller's to clear.
    pub async fn erase_on(
        &self,
        connection: &mut Connection<'_>,
        user: UserId,
        mark: &(dyn Fn(&str) -> String + Send + Sync),
    ) -> Result<Vec<Subject>, ::sqlx::Error> {
        let sql = self.sql();
        let number = Argument::Integer(user.get());
        let [links, tombstones, subjects, events] =
            ["identity_links", "identity_tombstones", "identity_subjects", "identity_events"]
                .map(|name| sql.ours(name));
        let of_user = format!(
            "SELECT issuer, subject FROM {links} WHERE user_id = $1 UNION SELECT issuer, subject FROM {tombstones} \
             WHERE user_id = $1 AND reason = 'deleted' ORDER BY 1, 2"
        );
        let known = rows_on(connection, &Arc::from(of_user), &[number]).await?;
        let mut keys: Vec<(String, String)> = Vec::with_capacity(known.len());
        for row in &known {
            keys.push((row.text(0)?.unwrap_or_default(), row.text(1)?.unwrap_or_default()));
        }
        // A row of the older application carries a subject that was never linked.
        if let Some(column) = &self.users.subject {
            let carried = format!("SELECT {} FROM {} WHERE {} = $1", quote(column), sql.users(), quote(&self.users.id));
            for row in rows_on(connection, &Arc::from(carried), &[number]).await? {
                let key = (self.primary.as_str().to_owned(), row.text(0)?.unwrap_or_default());
                if !key.1.is_empty() && !keys.contains(&key) {
                    keys.push(key);
                }
            }
        }
        let read =
            |(issuer, id): &(String, String)| Some(Subject { issuer: issuer.parse().ok()?, id: id.parse().ok()? });
        let people: Vec<Subject> = keys.iter().filter_map(read).collect();
        // Everybody who changes a subject holds its lock before they lock rows.
        for subject in &people {
            if let Some(statement) = &self.primary_statements.lock {
                let name = format!("orientor identity subject {subject}");
                rows_on(connection, statement, &[Argument::Text(&name)]).await?;
            }
        }
        for (issuer, subject) in &keys {
            let key = [Argument::Text(issuer), Argument::Text(subject)];
            for table in [&links, &subjects] {
                let delete = format!("DELETE FROM {table} WHERE issuer = $1 AND subject = $2");
                rows_on(connection, &Arc::from(delete), &key).await?;
            }
            let bury = format!(
                "INSERT INTO {tombstones} (issuer, subject, reason) VALUES ($1, $2, 'erased') \
                 ON CONFLICT (issuer, subject) DO UPDATE SET user_id = NULL, email = NULL, reason = 'erased'"
            );
            rows_on(connection, &Arc::from(bury), &key).await?;
            let marked = format!("erased:{}", mark(subject));
            let blank = format!("UPDATE {events} SET subject = $3, reason = NULL WHERE issuer = $1 AND subject = $2");
            rows_on(connection, &Arc::from(blank), &[key[0], key[1], Argument::Text(&marked)]).await?;
        }
        let silence = format!("UPDATE {events} SET reason = NULL WHERE user_id = $1");
        rows_on(connection, &Arc::from(silence), &[number]).await?;
        let note = format!(
            "INSERT INTO {events} (what, issuer, subject, user_id, actor) VALUES ('erased', $2, '', $1, 'bridge')"
        );
        rows_on(connection, &Arc::from(note), &[number, Argument::Text(self.primary.as_str())]).await?;
        Ok(people)
    }
}
