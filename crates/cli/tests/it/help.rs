//! What the program says about itself.

use crate::support::{PUBLISHABLE, SECRET, bash, folder, run, write};

const COMMANDS: [&str; 18] = [
    "serve",
    "dev",
    "migrate",
    "resolve",
    "identity",
    "audit",
    "plan",
    "apply",
    "verify",
    "undo",
    "history",
    "merge",
    "relink",
    "import",
    "reconcile",
    "clerk",
    "settings",
    "completions",
];

#[tokio::test]
async fn the_help_of_every_command_says_what_it_needs() {
    let all = run(&["--help"], &[]).await.success();
    for command in COMMANDS {
        assert!(all.contains(&format!("\n  {command} ")), "{command} is not listed: {all}");
    }
    for (command, parts) in [
        ("serve", &["DATABASE_URL", "CLERK_PUBLISHABLE_KEY", "CLERK_ISSUERS", "CLERK_SECRET_KEY", "--bind"][..]),
        ("dev", &["Needs nothing", "--folder", "--users", "--clerk-bind", "[default: 1000]"]),
        ("migrate", &["DATABASE_URL", "--dry-run", "--revert", "--discard-new-rows", "exit code 3"]),
        ("resolve", &["DATABASE_URL", "CLERK_PUBLISHABLE_KEY", "--issuer", "--csv", "Exit code 1"]),
        (
            "audit",
            &["DATABASE_URL", "SELECT", "--format", "--fail-on", "--clerk-directory", "Exit code 0", "doctor.toml"],
        ),
        ("identity", &["DATABASE_URL", "--reason", "link", "unlink", "deactivate", "restore", "events", "Exit code 1"]),
        ("clerk", &["--issuer", "--state", "--webhook-url", "CLERK_WEBHOOK_SIGNING_SECRET", "loopback"]),
        ("settings", &["--config"]),
        ("completions", &["bash", "zsh", "fish"]),
    ] {
        let help = run(&[command, "--help"], &[]).await.success();
        for part in parts {
            assert!(help.contains(part), "`{command} --help` lacks {part:?}: {help}");
        }
    }
}

#[tokio::test]
async fn the_version_is_that_of_the_package() {
    let version = run(&["--version"], &[]).await.success();
    assert_eq!(version, format!("orientor {}\n", env!("CARGO_PKG_VERSION")));
}

#[tokio::test]
async fn completion_scripts_know_every_command() {
    for shell in ["bash", "zsh", "fish"] {
        let script = run(&["completions", shell], &[]).await.success();
        for command in COMMANDS {
            assert!(script.contains(command), "{shell} does not know {command}");
        }
    }
    // It is one that bash can read, and it completes.
    let program = env!("CARGO_BIN_EXE_orientor");
    let script = format!(
        "source <({program} completions bash); COMP_WORDS=(orientor mig); COMP_CWORD=1; \
         _orientor orientor mig orientor; echo \"${{COMPREPLY[@]}}\""
    );
    assert_eq!(bash(&script).await, "migrate\n");
}

#[tokio::test]
async fn what_nobody_knows_ends_with_2_and_a_hint() {
    for (arguments, part) in [
        (&["serv"][..], "'serve'"),
        (&["frobnicate"], "--help"),
        (&["serve", "--binf", "x"], "'--bind'"),
        (&["migrate", "--dry-run", "--revert"], "cannot be used with"),
        (&["migrate", "--discard-new-rows"], "--revert"),
        (&["resolve"], "<ID>"),
        (&["completions", "tcsh"], "bash"),
    ] {
        let ended = run(arguments, &[]).await;
        assert_eq!((ended.code, ended.stdout.as_str()), (Some(2), ""), "{arguments:?}: {ended:?}");
        assert!(ended.stderr.contains(part), "{arguments:?}: {ended:?}");
    }
}

#[tokio::test]
async fn the_settings_that_it_prints_are_a_settings_file() {
    let (folder, settings) = (folder(), run(&["settings"], &[]).await.success());
    assert!(settings.contains("[database]") && settings.contains("(DATABASE_URL)"), "{settings}");
    let file = write(folder.path(), "orientor.toml", &settings);

    let refused = run(&["serve", "--config", &file], &[]).await;
    assert!(refused.sentence(2).contains("no Clerk instance is configured"), "{refused:?}");

    let edited = settings.replace("bind = \"127.0.0.1:8000\"", "bind = \"nowhere\"");
    let file = write(folder.path(), "edited.toml", &edited);
    let refused = run(&["serve"], &[("ORIENTOR_CONFIG", &file), PUBLISHABLE, SECRET]).await;
    assert!(refused.sentence(2).contains("\"nowhere\""), "{refused:?}");
    // An empty value means: not set.
    let refused = run(&["serve"], &[("ORIENTOR_CONFIG", ""), PUBLISHABLE, SECRET]).await;
    assert!(refused.sentence(2).contains("DATABASE_URL"), "{refused:?}");
}

#[tokio::test]
async fn a_reader_that_has_seen_enough_is_no_failure() {
    let program = env!("CARGO_BIN_EXE_orientor");
    for command in ["settings", "completions bash", "migrate --dry-run --database-url sqlite::memory:"] {
        // The reader is gone for certain before the first byte is written.
        let script = format!("{{ sleep 0.2; {program} {command} 2>/dev/null; }} | true");
        bash(&script).await;
    }
}
