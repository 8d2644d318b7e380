//! Members of a body on their way to columns.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::OwnedTable;
use crate::StoreError;

/// A JSON Merge Patch of a flat row: each member replaces a column, `null` clears it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Patch(Map<String, Value>);

impl From<Map<String, Value>> for Patch {
    fn from(members: Map<String, Value>) -> Self {
        Self(members)
    }
}

impl Patch {
    /// The members of a draft, all of them.
    pub fn of<T: OwnedTable>(draft: &T::Draft) -> Result<Self, StoreError> {
        match serde_json::to_value(draft) {
            Ok(Value::Object(members)) => Ok(Self(members)),
            Ok(_) => Err(invalid("", "expected an object")),
            Err(error) => Err(invalid("", &error.to_string())),
        }
    }

    /// Whether it changes nothing.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The members that remain, as a draft would write them, once the whole row has been parsed again.
    pub(super) fn over<T: OwnedTable>(&self, stored: Option<&Self>) -> Result<Self, StoreError> {
        let mut whole = stored.map(|stored| stored.0.clone()).unwrap_or_default();
        whole.extend(self.0.clone());
        // The first attempt judges the members together. It may fail for a stored value that was
        // written under other rules; what the patch says is then judged in an otherwise faultless row.
        let draft = parse::<T>(whole)
            .or_else(|error| match (stored, T::sample()) {
                (Some(_), Value::Object(mut faultless)) => {
                    faultless.extend(self.0.clone());
                    parse::<T>(faultless)
                }
                _ => Err(error),
            })
            .map_err(|error| self.blame::<T>(&error))?;
        let mut written = Self::of::<T>(&draft)?;
        written.0.retain(|name, _| self.0.contains_key(name));
        Ok(written)
    }

    /// The columns that it names, in the order of the declaration.
    pub(super) fn columns<T: OwnedTable>(&self) -> Vec<&'static str> {
        T::draft().iter().copied().filter(|column| self.0.contains_key(*column)).collect()
    }

    pub(super) fn without_nulls(mut self) -> Self {
        self.0.retain(|_, value| !value.is_null());
        self
    }

    pub(super) fn to_json(&self) -> String {
        Value::Object(self.0.clone()).to_string()
    }

    /// Finds the member at fault by trying each in an otherwise faultless row.
    fn blame<T: OwnedTable>(&self, whole: &serde_json::Error) -> StoreError {
        let Value::Object(sample) = T::sample() else { return invalid("", &whole.to_string()) };
        let fault = self.0.iter().find_map(|(name, value)| {
            let mut row = sample.clone();
            row.insert(name.clone(), value.clone());
            parse::<T>(row).err().map(|error| invalid(name, &error.to_string()))
        });
        fault.unwrap_or_else(|| invalid("", &whole.to_string()))
    }
}

fn parse<T: OwnedTable>(members: Map<String, Value>) -> Result<T::Draft, serde_json::Error> {
    serde_json::from_value(Value::Object(members))
}

fn invalid(path: &str, reason: &str) -> StoreError {
    StoreError::Invalid { path: path.to_owned(), reason: reason.to_owned() }
}
