//! Columns.

/// One column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// Whether NULL is refused. A live column may still hold NULL: nothing is tightened by a migration.
    pub required: bool,
    /// What stands in it when an INSERT does not say.
    pub fill: Fill,
}

/// What a column holds. The live type may have drifted from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A whole number of 32 bits; with SQLite of 64.
    Integer,
    /// A whole number of 64 bits.
    Bigint,
    /// A double-precision number.
    Real,
    /// A decimal number of any length; read as double precision.
    Numeric,
    /// A decimal number of so many digits, so many of them after the point; SQLite does not check.
    Decimal(u8, u8),
    /// True or false.
    Boolean,
    /// Text of any length.
    Text,
    /// The same under its other name, for columns that have had it from the start.
    String,
    /// Text of at most so many characters; SQLite does not check.
    Varchar(u16),
    /// A UUID.
    Uuid,
    /// A point in time.
    Time,
    /// A point in time that is written without its zone, which is UTC.
    LocalTime,
    /// A JSON document as it was written.
    Json,
    /// A JSON document, parsed.
    Jsonb,
    /// A list of texts; a JSON array with SQLite.
    TextList,
    /// A list of texts of at most so many characters each; a JSON array with SQLite, which does not check.
    Texts(u16),
    /// A calendar day.
    Date,
    /// A type that only PostgreSQL has, by its name there; read as text, and text with SQLite.
    Native(&'static str),
}

/// What fills a column that an INSERT leaves out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// NULL, or an error where NULL is refused.
    Nothing,
    /// The next number, never one that was used before.
    Serial,
    /// The next number of a sequence with this name, which older programs ask themselves.
    Sequence(&'static str),
    /// The time of the transaction.
    Now,
    /// A constant, as SQL that both engines read alike.
    Value(&'static str),
    /// A random UUID. Databases of an older shape have no such default, so the door brings one.
    Random,
    /// A list of plain words.
    Texts(&'static [&'static str]),
}

impl Column {
    /// A column that may be NULL.
    pub const fn new(name: &'static str, kind: Kind) -> Self {
        Self { name, kind, required: false, fill: Fill::Nothing }
    }

    /// An integer key that numbers itself.
    pub const fn key(name: &'static str) -> Self {
        Self::new(name, Kind::Integer).required().filled(Fill::Serial)
    }

    /// The same, refusing NULL.
    #[must_use]
    pub const fn required(self) -> Self {
        Self { required: true, ..self }
    }

    /// The same, filled with `fill`.
    #[must_use]
    pub const fn filled(self, fill: Fill) -> Self {
        Self { fill, ..self }
    }

    /// Whether it takes its value from a sequence.
    pub(crate) const fn is_numbered(&self) -> bool {
        matches!(self.fill, Fill::Serial | Fill::Sequence(_))
    }
}
