//! Random schemas: a healthy one is clean, and a damaged one shows exactly what was planted, by an oracle that knows
//! what it did and nothing of how the doctor looks.

mod damage;
mod dice;
mod schema;

use std::{env, time::SystemTime};

use self::{damage::plant, dice::Dice, schema::Schema};
use crate::support::{assert_same, database, found, look, options, planted, run};

/// How many schemas; `cargo xtask prove` asks for more.
const COUNT: &str = "ORIENTOR_PROVE";
/// Makes one schema only, the one of this seed, to see again what has failed.
const SEED: &str = "ORIENTOR_SEED";

/// Ten that are always the same, and then fresh ones.
fn seeds() -> Vec<u64> {
    if let Some(seed) = env::var(SEED).ok().and_then(|it| it.parse().ok()) {
        return vec![seed];
    }
    let count: u64 = env::var(COUNT).ok().and_then(|it| it.parse().ok()).unwrap_or(15);
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap().as_micros();
    let fresh = u64::try_from(now).unwrap() % 1_000_000_000_000;
    (1..=count.min(10)).chain((10..count).map(|n| fresh + n)).collect()
}

async fn examine(seed: u64) {
    let mut dice = Dice::new(seed);
    let schema = Schema::roll(&mut dice);
    let database = database(&[&schema.sql()]).await;

    let healthy = look(options(database.url())).await;

    let again = format!("{SEED}={seed}");
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

#[tokio::test]
async fn damage_is_found_and_none_is_invented() {
    for seed in seeds() {
        examine(seed).await;
    }
}
