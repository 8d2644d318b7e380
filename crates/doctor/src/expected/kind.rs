//! Column types, as people write them and as PostgreSQL does.

/// The type as PostgreSQL writes it, without the schema in front that it has when it comes from an extension.
pub fn canonical(kind: &str) -> String {
    let kind = kind.trim();
    let (scalar, array) = kind.strip_suffix("[]").map_or((kind, ""), |scalar| (scalar, "[]"));
    // What stands behind the brackets belongs to the name: `timestamp(3) with time zone`.
    let (before, modifier, after) = match (scalar.find('('), scalar.find(')')) {
        (Some(open), Some(close)) if open < close => {
            (&scalar[..open], scalar[open..=close].replace(' ', ""), &scalar[close + 1..])
        }
        _ => (scalar, String::new(), ""),
    };
    let before = before.rsplit_once('.').map_or(before, |(_, bare)| bare).trim();
    let name = match before.to_lowercase().as_str() {
        "varchar" => "character varying",
        "char" | "bpchar" => "character",
        "int" | "int4" | "serial" => "integer",
        "int8" | "bigserial" => "bigint",
        "int2" => "smallint",
        "float8" | "float" => "double precision",
        "float4" => "real",
        "bool" => "boolean",
        "decimal" => "numeric",
        "timestamptz" => return format!("timestamp{modifier} with time zone{array}"),
        "timestamp" if after.is_empty() => return format!("timestamp{modifier} without time zone{array}"),
        _ => before,
    };
    format!("{name}{modifier}{after}{array}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_and_long_spellings_are_one() {
        for (written, stored) in [
            ("varchar(255)", "character varying(255)"),
            ("varchar(2)[]", "character varying(2)[]"),
            ("timestamptz", "timestamp with time zone"),
            ("timestamp", "timestamp without time zone"),
            ("timestamptz(3)", "timestamp(3) with time zone"),
            ("numeric(3, 2)", "numeric(3,2)"),
            ("float8[]", "double precision[]"),
            ("vector(384)", "public.vector(384)"),
            ("uuid", "uuid"),
        ] {
            assert_eq!(canonical(written), canonical(stored), "{written}");
            assert_eq!(canonical(stored).replace("public.", ""), canonical(stored), "{stored}");
        }
    }
}
