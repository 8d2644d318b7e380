//! What onboarding has left in the tables of the personality test.

use orientor_identity::UserId;

use crate::{StoreError, Tx, database::Arg};

use super::{among, keys};

/// Deletes the user's sittings of this kind, and their answers.
pub async fn delete_sittings(tx: &mut Tx, user: UserId, kind: &str) -> Result<(), StoreError> {
    let arguments = [Arg::Number(user.get()), Arg::Text(kind)];
    let mine = "SELECT id FROM personality_assessments WHERE user_id = $1 AND assessment_type = $2";
    // Older databases have no rules that would do the first two.
    for sql in [
        format!("DELETE FROM personality_responses WHERE assessment_id IN ({mine}) RETURNING '', NULL"),
        format!(
            "UPDATE personality_profiles SET assessment_id = NULL WHERE user_id = $1 AND assessment_id IN ({mine}) \
             RETURNING '', NULL"
        ),
        "DELETE FROM personality_assessments WHERE user_id = $1 AND assessment_type = $2 RETURNING '', NULL".to_owned(),
    ] {
        tx.rows(&sql, &arguments).await?;
    }
    Ok(())
}

/// Deletes these profiles, as far as they are the user's.
pub async fn delete_profiles(tx: &mut Tx, user: UserId, profiles: &[i64]) -> Result<(), StoreError> {
    let asked = among(tx.dialect(), "id", "$2");
    let sql = format!("DELETE FROM personality_profiles WHERE user_id = $1 AND {asked} RETURNING '', NULL");
    let ids = keys(profiles);
    tx.rows(&sql, &[Arg::Number(user.get()), Arg::Text(&ids)]).await?;
    Ok(())
}
