//! SPDX licence expressions: `MIT OR (Apache-2.0 WITH LLVM-exception AND ISC)`.

use anyhow::{Context as _, Result, bail, ensure};

/// Whether we can meet `expression` with licences that `accepts` says yes to.
///
/// `accepts` gets a licence, or a licence and its exception as `<licence> WITH <exception>`.
/// `/` is read as `OR`, as old manifests mean it.
pub(crate) fn is_satisfied(expression: &str, accepts: impl Fn(&str) -> bool) -> Result<bool> {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let mut reader = Reader { words: spaced.split_whitespace().collect(), at: 0, accepts };
    let satisfied = reader.any()?;
    ensure!(reader.at == reader.words.len(), "{:?} is not expected here", reader.words[reader.at]);
    Ok(satisfied)
}

struct Reader<'a, F> {
    words: Vec<&'a str>,
    at: usize,
    accepts: F,
}

impl<F: Fn(&str) -> bool> Reader<'_, F> {
    /// `OR` binds loosest. Both sides are always read.
    fn any(&mut self) -> Result<bool> {
        let mut satisfied = self.all()?;
        while self.take("OR") {
            satisfied |= self.all()?;
        }
        Ok(satisfied)
    }

    fn all(&mut self) -> Result<bool> {
        let mut satisfied = self.one()?;
        while self.take("AND") {
            satisfied &= self.one()?;
        }
        Ok(satisfied)
    }

    fn one(&mut self) -> Result<bool> {
        if self.take("(") {
            let satisfied = self.any()?;
            ensure!(self.take(")"), "a parenthesis is not closed");
            return Ok(satisfied);
        }
        let licence = self.id()?;
        if self.take("WITH") {
            let exception = self.id()?;
            return Ok((self.accepts)(&format!("{licence} WITH {exception}")));
        }
        Ok((self.accepts)(&licence))
    }

    fn id(&mut self) -> Result<String> {
        let word = *self.words.get(self.at).context("the expression ends too early")?;
        if matches!(word, "AND" | "OR" | "WITH" | "(" | ")") {
            bail!("{word:?} is not expected here");
        }
        self.at += 1;
        Ok(word.to_owned())
    }

    fn take(&mut self, word: &str) -> bool {
        let found = self.words.get(self.at) == Some(&word);
        self.at += usize::from(found);
        found
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::is_satisfied;

    fn accepts(licence: &str) -> bool {
        ["MIT", "ISC", "Apache-2.0 WITH LLVM-exception"].contains(&licence)
    }

    #[test]
    fn expressions_mean_what_spdx_says() {
        for (expression, expected) in [
            ("MIT", true),
            ("GPL-3.0", false),
            ("GPL-3.0 OR MIT", true),
            ("GPL-3.0/MIT", true),
            ("GPL-3.0 / ISC", true),
            ("GPL-3.0 AND MIT", false),
            ("MIT AND ISC", true),
            // AND binds tighter than OR.
            ("MIT OR ISC AND GPL-3.0", true),
            ("(MIT OR ISC) AND GPL-3.0", false),
            ("GPL-3.0 AND GPL-2.0 OR MIT", true),
            ("GPL-3.0 AND (GPL-2.0 OR MIT)", false),
            ("Apache-2.0", false),
            ("Apache-2.0 WITH LLVM-exception", true),
            ("MIT WITH LLVM-exception", false),
            ("((MIT))", true),
        ] {
            assert_eq!(is_satisfied(expression, accepts).unwrap(), expected, "{expression}");
        }
    }

    #[test]
    fn what_is_no_expression_is_an_error_and_not_a_yes() {
        for text in ["", "MIT OR", "OR MIT", "(MIT", "MIT)", "MIT ISC", "MIT WITH", "()", "MIT AND AND ISC", "MIT ()"] {
            assert!(is_satisfied(text, accepts).is_err(), "{text:?}");
        }
    }

    /// An expression with every parenthesis written, and its value.
    fn tree() -> impl Strategy<Value = (String, bool)> {
        let leaf = prop_oneof![Just(("MIT".to_owned(), true)), Just(("GPL-3.0".to_owned(), false))];
        leaf.prop_recursive(5, 32, 2, |inner| {
            (inner.clone(), any::<bool>(), inner).prop_map(|((left, l), both, (right, r))| {
                let (word, value) = if both { ("AND", l & r) } else { ("OR", l | r) };
                (format!("({left} {word} {right})"), value)
            })
        })
    }

    proptest! {
        #[test]
        fn parentheses_decide_at_any_depth((expression, value) in tree()) {
            prop_assert_eq!(is_satisfied(&expression, accepts).unwrap(), value);
        }
    }
}
