//! Databases that the doctor has never seen, each healthy and damaged.

use orientor_doctor::Audit;

use crate::support::{assert_same, database, found, look, options, planted};

/// A database, its damage, and what is to be found.
pub struct Strange {
    pub name: &'static str,
    pub healthy: &'static str,
    pub damage: &'static str,
    pub planted: &'static str,
    /// What has to be taken for the users, their key and the places of the provider's ids.
    pub chosen: (&'static str, &'static str, &'static [&'static str]),
}

macro_rules! strange {
    ($name:literal, $chosen:expr) => {
        Strange {
            name: $name,
            healthy: include_str!(concat!("strange/", $name, ".sql")),
            damage: include_str!(concat!("strange/", $name, ".damage.sql")),
            planted: include_str!(concat!("strange/", $name, ".planted.txt")),
            chosen: $chosen,
        }
    };
}

pub const ALL: &[Strange] = &[
    strange!("club", ("Club House.App Members", "memberNo", &["Member Logins.uid"])),
    strange!("campus", ("public.people", "person_no", &["people.clerk_id"])),
    strange!("bazaar", ("public.users", "id", &["users.uid"])),
    strange!("islands", ("public.users", "id", &["users.sub"])),
    strange!("office", ("hr.employees", "employee_id", &["oauth_accounts.subject"])),
    strange!("tenants", ("public.accounts", "id", &["account_profiles.auth_id"])),
];

async fn healthy(strange: &Strange) {
    let database = database(&[strange.healthy]).await;

    let audit = look(options(database.url())).await;

    assert_eq!(chosen(&audit), (strange.chosen.0, strange.chosen.1, strange.chosen.2.to_vec()));
    assert_same(strange.name, &found(&audit), &planted(""));
    assert_eq!(audit.coverage.could_not_look, [], "{}", strange.name);
    assert_eq!(audit.coverage.user_columns_found, audit.coverage.user_columns_checked);
}

fn chosen(audit: &Audit) -> (&str, &str, Vec<&str>) {
    let subjects = audit.chosen.subjects.iter().map(String::as_str).collect();
    (&audit.chosen.users, &audit.chosen.id, subjects)
}

async fn damaged(strange: &Strange) {
    let database = database(&[strange.healthy, strange.damage]).await;

    let audit = look(options(database.url())).await;

    assert_eq!(chosen(&audit), (strange.chosen.0, strange.chosen.1, strange.chosen.2.to_vec()));
    assert_same(strange.name, &found(&audit), &planted(strange.planted));
    assert_eq!(audit.coverage.could_not_look, [], "{}", strange.name);
}

macro_rules! both {
    ($($name:ident)*) => { $(
        mod $name {
            fn this() -> &'static super::Strange {
                super::ALL.iter().find(|it| it.name == stringify!($name)).unwrap()
            }

            #[tokio::test]
            async fn is_clean_when_healthy() {
                super::healthy(this()).await;
            }

            #[tokio::test]
            async fn shows_exactly_its_damage() {
                super::damaged(this()).await;
            }
        }
    )* };
}

both! { club campus bazaar islands office tenants }
