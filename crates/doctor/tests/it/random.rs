//! Random schemas: a healthy one is clean, and a damaged one shows exactly what was planted, by an oracle that knows
//! what it did and nothing of how the doctor looks.

pub mod damage;
pub mod schema;

use orientor_testkit::dice::{Dice, each};

use self::{damage::plant, schema::Schema};
use crate::support::{assert_same, database, found, look, options, planted, run};

async fn examine(seed: u64) {
    let mut dice = Dice::new(seed);
    let schema = Schema::roll(&mut dice);
    let database = database(&[&schema.sql()]).await;

    let healthy = look(options(database.url())).await;

    let again = format!("ORIENTOR_SEED={seed}");
    assert_same(&format!("{again}, healthy"), &found(&healthy), &planted(""));
    assert_eq!(healthy.coverage.could_not_look, [], "{again}");
    assert_eq!(healthy.chosen.users, schema.users_place(), "{again}");
    assert_eq!(healthy.coverage.user_columns, schema.user_columns(), "{again}");

    let damage = plant(&schema, &mut dice);
    run(database.url(), &[&damage.sql]).await;

    let damaged = look(options(database.url())).await;

    assert_same(&format!("{again}, damaged by\n{}", damage.sql), &found(&damaged), &damage.planted);
    assert_eq!(damaged.coverage.could_not_look, [], "{again}");
}

#[test]
fn damage_is_found_and_none_is_invented() {
    each("random schemas audited", 15, examine);
}
