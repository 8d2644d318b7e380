//! Roles with few rights, gone with the database that they may read.

use orientor_testkit::database::TestDatabase;

use crate::support::{ask, run};

/// A role of one test.
pub struct Role {
    pub name: String,
    /// The database as this role sees it.
    pub url: String,
    /// The database as its owner sees it.
    owner: String,
}

impl Role {
    /// A role that may connect, and nothing else.
    pub async fn new(database: &TestDatabase) -> Self {
        let owner = database.url().to_owned();
        // Roles belong to the whole server, so each has the name of its database.
        let name = format!("reader_of_{}", &ask(&owner, "SELECT current_database()::text").await[14..]);
        run(&owner, &[&format!("CREATE ROLE {name}")]).await;
        let and = if owner.contains('?') { '&' } else { '?' };
        // Becomes the role at once, so that no server has to let it in.
        Self { url: format!("{owner}{and}options=-c%20role%3D{name}"), name, owner }
    }

    /// A role that may read all there is.
    pub async fn that_reads(database: &TestDatabase) -> Self {
        let role = Self::new(database).await;
        let schemas = "SELECT string_agg(quote_ident(nspname), ', ') FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'";
        let schemas = ask(&role.owner, schemas).await;
        let name = &role.name;
        let rights = format!(
            "GRANT USAGE ON SCHEMA {schemas} TO {name}; GRANT SELECT ON ALL TABLES IN SCHEMA {schemas} TO {name}; \
             GRANT SELECT ON ALL SEQUENCES IN SCHEMA {schemas} TO {name}"
        );
        run(&role.owner, &[&rights]).await;
        role
    }
}

impl Drop for Role {
    fn drop(&mut self) {
        let (owner, sql) = (self.owner.clone(), format!("DROP OWNED BY {0}; DROP ROLE {0}", self.name));
        // The runtime of the test is busy dropping us.
        let dropped = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(run(&owner, &[&sql]));
        });
        drop(dropped.join());
    }
}
