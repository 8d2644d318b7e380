//! `orientor resolve`: ids both ways, from a shell.

use orientor_testkit::database::TestDatabase;

use crate::support::{ISSUER, Look, PUBLISHABLE, bash, folder, migrated, orientor, run, run_with_input, write};

/// So many users, the first with number 1.
const USERS: usize = 2_500;

fn clerk_id(number: usize) -> String {
    format!("user_{number:027}")
}

/// A database in which user `n` carries [`clerk_id`]`(n)`.
async fn peopled() -> TestDatabase {
    let database = migrated().await;
    let rows: Vec<String> =
        (1..=USERS).map(|number| format!("('p{number}@example.com', '{}')", clerk_id(number))).collect();
    let look = Look::into(database.url()).await;
    look.run(&format!("INSERT INTO users (email, clerk_user_id) VALUES {}", rows.join(", "))).await;
    assert_eq!(look.number("SELECT CAST(max(id) AS bigint) FROM users").await, 2_500);
    look.close().await;
    database
}

#[tokio::test]
async fn ids_are_found_both_ways() {
    let database = peopled().await;
    let environment = [PUBLISHABLE, ("DATABASE_URL", database.url())];
    let resolve = async |ids: &[&str]| run(&[&["resolve"], ids].concat(), &environment).await;
    let (seven, nobody) = (clerk_id(7), clerk_id(9_999));

    let found = resolve(&[&seven, "2500", "7"]).await;
    assert_eq!((found.code, found.stderr.as_str()), (Some(0), ""));
    assert_eq!(found.stdout, format!("{seven}\t7\t{seven}\n2500\t2500\t{}\n7\t7\t{seven}\n", clerk_id(2_500)));

    let found = resolve(&[&seven, &nobody, "2501", "ada@example.com", "007", "user_"]).await;
    assert_eq!((found.code, found.stderr.as_str()), (Some(1), "5 of 6 ids name nobody\n"));
    let lines = [
        format!("{seven}\t7\t{seven}"),
        format!("{nobody}\t-\tnobody"),
        "2501\t-\tnobody".to_owned(),
        "ada@example.com\t-\tnot an id".to_owned(),
        "007\t-\tnot an id".to_owned(),
        "user_\t-\tnot an id\n".to_owned(),
    ];
    assert_eq!(found.stdout, lines.join("\n"));

    // Another instance may have issued the same id, to somebody else.
    let elsewhere = resolve(&[&seven, "--issuer", "https://other.example.com"]).await;
    assert_eq!((elsewhere.code, elsewhere.stdout), (Some(1), format!("{seven}\t-\tnobody\n")));
}

#[tokio::test]
async fn files_are_read_as_spreadsheets_write_them() {
    let (database, folder) = (peopled().await, folder());
    let environment = [("CLERK_ISSUERS", ISSUER), ("DATABASE_URL", database.url())];
    let heading = "id,user_id,issuer,clerk_id,note\n";

    let text = format!("\u{feff}\"Clerk id\",name\r\n\"{}\",\"Ada, Countess\"\r\n\r\n 8 ,\r\n", clerk_id(7));
    let expected = format!("{heading}{0},7,{ISSUER},{0},\n8,8,{ISSUER},{1},\n", clerk_id(7), clerk_id(8));
    let file = write(folder.path(), "quoted.csv", &text);
    assert_eq!(run(&["resolve", "--csv", &file], &environment).await.success(), expected);
    let from_stdin = run_with_input(orientor(&["resolve", "--csv", "-"], &environment), &text).await;
    assert_eq!(from_stdin.success(), expected);

    let file = write(folder.path(), "odd.csv", "8\n\"user_7, \"\"Ada\"\"\"\n9000\n");
    let odd = run(&["resolve", "--csv", &file], &environment).await;
    let lines = [format!("8,8,{ISSUER},{},", clerk_id(8)), "\"user_7, \"\"Ada\"\"\",,,,not an id".to_owned()];
    assert_eq!((odd.code, odd.stdout), (Some(1), format!("{heading}{}\n9000,,,,nobody\n", lines.join("\n"))));

    let file = write(folder.path(), "empty.csv", "id\n");
    assert_eq!(run(&["resolve", "--csv", &file], &environment).await.success(), heading);
}

#[tokio::test]
async fn a_long_file_keeps_its_order() {
    let (database, folder) = (peopled().await, folder());
    let environment = [PUBLISHABLE, ("DATABASE_URL", database.url())];
    for by_number in [false, true] {
        let id = |number: usize| if by_number { number.to_string() } else { clerk_id(number) };
        let ids: Vec<String> = (1..=USERS).rev().map(id).collect();
        let file = write(folder.path(), "long.csv", &format!("id\n{}", ids.join("\n")));

        let answer = run(&["resolve", "--csv", &file], &environment).await;

        assert_eq!((answer.code, answer.stderr.as_str()), (Some(0), ""));
        let lines: Vec<String> =
            (1..=USERS).rev().map(|n| format!("{},{n},{ISSUER},{},\n", id(n), clerk_id(n))).collect();
        assert_eq!(answer.stdout, format!("id,user_id,issuer,clerk_id,note\n{}", lines.concat()));
        // A reader that has seen enough is no failure.
        let program = env!("CARGO_BIN_EXE_orientor");
        let cut =
            format!("{program} resolve --csv {file} --issuer {ISSUER} --database-url '{}' | head -n 1", database.url());
        assert_eq!(bash(&cut).await, "id,user_id,issuer,clerk_id,note\n");
    }
}

#[tokio::test]
async fn what_it_cannot_do_it_says() {
    let database = TestDatabase::new().await;
    let url = ("DATABASE_URL", database.url());

    let nothing = run(&["resolve", "1"], &[]).await;
    assert!(
        nothing.sentence(2).contains("Set CLERK_PUBLISHABLE_KEY or CLERK_ISSUERS, or give --issuer"),
        "{nothing:?}"
    );
    let no_database = run(&["resolve", "1"], &[PUBLISHABLE]).await;
    assert!(no_database.sentence(2).contains("set DATABASE_URL"), "{no_database:?}");
    let no_file = run(&["resolve", "--csv", "/nowhere/ids.csv"], &[PUBLISHABLE, url]).await;
    assert!(no_file.sentence(2).contains("cannot read /nowhere/ids.csv"), "{no_file:?}");
    let unmigrated = run(&["resolve", "1"], &[PUBLISHABLE, url]).await;
    assert!(unmigrated.sentence(2).contains("run `orientor migrate`"), "{unmigrated:?}");
}
