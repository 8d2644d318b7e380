//! `docs/tables.md`, made of the declarations.

use std::{collections::BTreeMap, fmt::Write as _, fs, path::Path};

use orientor_store::{
    OwnedTable, Rows, TABLES, TableVisitor, Verbs,
    schema::{Ownership, Table},
    visit_owned_tables,
};

/// The routes that a table's declaration makes, by its name.
#[derive(Default)]
struct Routes(BTreeMap<&'static str, String>);

impl TableVisitor for Routes {
    fn visit<T: OwnedTable>(&mut self) {
        let path = T::PATH;
        let routes = match (T::VERBS, T::ROWS) {
            (Verbs::None, _) => return,
            (Verbs::Read, Rows::OnePerUser) => format!("`GET /{path}`"),
            (Verbs::All, Rows::OnePerUser) => format!("`GET PUT PATCH /{path}`"),
            (Verbs::Read, _) => format!("`GET /{path}`, `GET /{path}/{{id}}`"),
            (Verbs::All, _) => format!("`GET POST /{path}`, `GET PUT PATCH DELETE /{path}/{{id}}`"),
        };
        self.0.insert(T::TABLE.name, routes);
    }
}

fn owner(table: &Table) -> String {
    match table.ownership {
        Ownership::Nobody => "nobody's".to_owned(),
        Ownership::Person => "each is a user".to_owned(),
        Ownership::User(column) => format!("of `{column}`"),
        Ownership::Pair { by, to } => format!("between `{by}` and `{to}`"),
        Ownership::Through { column, parent } => format!("with its row of `{}`, by `{column}`", parent.name),
    }
}

fn page() -> String {
    let mut routes = Routes::default();
    visit_owned_tables(&mut routes);
    let mut page = "# The tables\n\nMade of the declarations in `crates/store/src/tables` by `cargo xtask bless`. A row that is nobody's names no user, \
                    or is the same for all. Tables without routes in this list have some of their own, or none: `/docs` has all of them.\n\n\
                    | table | whose its rows are | columns that name users | routes of the declaration |\n| --- | --- | --- | --- |\n"
        .to_owned();
    for table in TABLES {
        let owner_column = match table.ownership {
            Ownership::User(column) => Some(column),
            _ => None,
        };
        let referring = table.foreign_keys.iter().filter(|key| key.table == "users").map(|key| key.column);
        // Some references to users were never foreign keys.
        let mut columns: Vec<String> = owner_column.into_iter().chain(referring).map(|it| format!("`{it}`")).collect();
        columns.sort();
        columns.dedup();
        let routes = routes.0.get(table.name).map_or("", String::as_str);
        writeln!(page, "| `{}` | {} | {} | {routes} |", table.name, owner(table), columns.join(", ")).unwrap();
    }
    page
}

/// With `ORIENTOR_BLESS=1` the file is written anew.
#[test]
fn the_list_of_tables_is_that_of_the_code() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/tables.md");
    if std::env::var_os("ORIENTOR_BLESS").is_some() {
        fs::write(&file, page()).unwrap();
    }
    assert_eq!(fs::read_to_string(&file).unwrap(), page(), "cargo xtask bless writes docs/tables.md anew");
}
