//! Declarations as SQL.

use super::{Column, Dialect, Fill, ForeignKey, Kind, OnDelete, Table};

/// A quoted identifier.
pub(crate) fn ident(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// A quoted string.
pub(crate) fn literal(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// Names, quoted and separated by commas.
pub(crate) fn idents(names: &[&str]) -> String {
    names.iter().map(|name| ident(name)).collect::<Vec<_>>().join(", ")
}

/// The type of a column.
pub(crate) fn column_type(kind: Kind, dialect: Dialect) -> String {
    let (postgres, sqlite) = match kind {
        Kind::Integer => ("integer", "INTEGER"),
        Kind::Bigint => ("bigint", "INTEGER"),
        Kind::Real => ("double precision", "REAL"),
        Kind::Numeric => ("numeric", "REAL"),
        Kind::Boolean => ("boolean", "BOOLEAN"),
        Kind::Text => ("text", "TEXT"),
        Kind::String => ("varchar", "TEXT"),
        Kind::Varchar(length) => return sized("varchar", &[length], "TEXT", dialect),
        Kind::Decimal(digits, after) => return sized("numeric", &[digits.into(), after.into()], "REAL", dialect),
        Kind::Uuid => ("uuid", "TEXT"),
        Kind::Time => ("timestamptz", "TEXT"),
        Kind::LocalTime => ("timestamp", "TEXT"),
        Kind::Json => ("json", "TEXT"),
        Kind::Jsonb => ("jsonb", "TEXT"),
        Kind::TextList => ("varchar[]", "TEXT"),
        Kind::Texts(length) => return sized("varchar", &[length], "TEXT", dialect) + array(dialect),
        Kind::Date => ("date", "TEXT"),
        Kind::Native(name) => (name, "TEXT"),
    };
    match dialect {
        Dialect::Postgres => postgres,
        Dialect::Sqlite => sqlite,
    }
    .to_owned()
}

fn sized(postgres: &str, sizes: &[u16], sqlite: &str, dialect: Dialect) -> String {
    let sizes: Vec<String> = sizes.iter().map(u16::to_string).collect();
    match dialect {
        Dialect::Postgres => format!("{postgres}({})", sizes.join(", ")),
        Dialect::Sqlite => sqlite.to_owned(),
    }
}

/// What makes a list of a type.
fn array(dialect: Dialect) -> &'static str {
    match dialect {
        Dialect::Postgres => "[]",
        Dialect::Sqlite => "",
    }
}

/// What follows DEFAULT, for a column that does not take its value from a sequence.
pub(crate) fn default_value(fill: Fill, dialect: Dialect) -> Option<String> {
    match fill {
        Fill::Nothing | Fill::Serial | Fill::Sequence(_) => None,
        Fill::Now => Some(now(dialect).to_owned()),
        Fill::Value(sql) => Some(sql.to_owned()),
        Fill::Random => Some(random_uuid(dialect).to_owned()),
        Fill::Texts(texts) => Some(match dialect {
            Dialect::Postgres => literal(&format!("{{{}}}", texts.join(","))),
            Dialect::Sqlite => {
                literal(&format!("[{}]", texts.iter().map(|it| ident(it)).collect::<Vec<_>>().join(",")))
            }
        }),
    }
}

/// A random UUID (RFC 9562, version 4) in lower case.
pub(crate) fn random_uuid(dialect: Dialect) -> &'static str {
    match dialect {
        Dialect::Postgres => "gen_random_uuid()",
        Dialect::Sqlite => {
            "(lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || \
             substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))))"
        }
    }
}

/// The present time as the engine stores it: SQLite has text only, and we write what RFC 3339 allows.
pub(crate) fn now(dialect: Dialect) -> &'static str {
    match dialect {
        Dialect::Postgres => "now()",
        Dialect::Sqlite => "(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))",
    }
}

/// The statement that makes the table, with those of its foreign keys for which `refers` is true.
pub(crate) fn create_table(table: &Table, dialect: Dialect, refers: impl Fn(&ForeignKey) -> bool) -> String {
    let mut lines: Vec<String> = table.columns.iter().map(|column| column_line(table, column, dialect)).collect();
    if !has_inline_key(table, dialect) {
        lines.push(format!("PRIMARY KEY ({})", idents(table.primary_key)));
    }
    for unique in table.uniques {
        lines.push(format!("CONSTRAINT {} UNIQUE ({})", ident(unique.name), idents(unique.columns)));
    }
    for key in table.foreign_keys.iter().filter(|key| refers(key)) {
        let rule = match key.on_delete {
            OnDelete::Cascade => " ON DELETE CASCADE",
            OnDelete::SetNull => " ON DELETE SET NULL",
        };
        lines.push(format!("FOREIGN KEY ({}) REFERENCES {} (id){rule}", ident(key.column), ident(key.table)));
    }
    for check in table.checks {
        lines.push(format!("CONSTRAINT {} CHECK ({})", ident(check.name), check.sql));
    }
    format!("CREATE TABLE {} (\n  {}\n)", ident(table.name), lines.join(",\n  "))
}

/// SQLite numbers a key only if it stands at the column itself.
fn has_inline_key(table: &Table, dialect: Dialect) -> bool {
    dialect == Dialect::Sqlite && table.columns.iter().any(Column::is_numbered)
}

fn column_line(table: &Table, column: &Column, dialect: Dialect) -> String {
    let name = ident(column.name);
    let line = match (column.fill, dialect) {
        // AUTOINCREMENT, because the id of a deleted user must never name somebody else.
        (Fill::Serial | Fill::Sequence(_), Dialect::Sqlite) => {
            return format!("{name} INTEGER PRIMARY KEY AUTOINCREMENT");
        }
        (Fill::Serial, Dialect::Postgres) => {
            format!("{name} {}", if column.kind == Kind::Bigint { "bigserial" } else { "serial" })
        }
        (Fill::Sequence(sequence), Dialect::Postgres) => {
            format!("{name} integer DEFAULT nextval({})", literal(&ident(sequence)))
        }
        (fill, _) => {
            let kind = column_type(column.kind, dialect);
            default_value(fill, dialect)
                .map_or_else(|| format!("{name} {kind}"), |value| format!("{name} {kind} DEFAULT {value}"))
        }
    };
    let in_key = table.primary_key.contains(&column.name);
    if column.required || in_key { format!("{line} NOT NULL") } else { line }
}

/// The statement that makes an index.
pub(crate) fn create_index(name: &str, table: &str, columns: &[&str]) -> String {
    format!("CREATE INDEX {} ON {} ({})", ident(name), ident(table), idents(columns))
}
