//! One target, driven by honggfuzz: `cargo xtask fuzz` builds and runs this.

use std::{env, process::ExitCode};

use orientor_fuzz::{TARGET, target};

fn main() -> ExitCode {
    let name = env::var(TARGET).unwrap_or_default();
    let Some(target) = target(&name) else {
        eprintln!("{TARGET} names no fuzz target; run: cargo xtask fuzz --help");
        return ExitCode::FAILURE;
    };
    loop {
        honggfuzz::fuzz(target);
    }
}
