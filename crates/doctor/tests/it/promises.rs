//! Promises about the checks as a whole.
