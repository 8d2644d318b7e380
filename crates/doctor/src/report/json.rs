//! The audit as JSON: a published contract.

use std::io::Write;

use crate::{error::DoctorError, finding::Audit};

/// The JSON Schema (draft 2020-12) of what [`json`] writes.
pub const JSON_SCHEMA: &str = include_str!("../../schemas/audit.schema.json");

/// Writes the audit as JSON.
pub fn json(audit: &Audit, out: &mut impl Write) -> Result<(), DoctorError> {
    serde_json::to_writer_pretty(&mut *out, audit).map_err(|error| DoctorError::Report(error.into()))?;
    writeln!(out).map_err(DoctorError::Report)
}
