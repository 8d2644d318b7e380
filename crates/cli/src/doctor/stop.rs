//! Ctrl-C and SIGTERM: the first asks to stop at the next good moment, the second ends at once.

use tokio_util::sync::CancellationToken;

use crate::{commands::asked_to_end, exit::Failure};

/// What a shell expects of a program that Ctrl-C has ended.
const INTERRUPTED: i32 = 130;

/// Cancels `stop` at the first signal from now on.
pub(crate) fn stop_on_signals(stop: CancellationToken) -> Result<(), Failure> {
    let first = asked_to_end()?;
    tokio::spawn(async move {
        first.await;
        eprintln!("orientor: stopping; once more ends it at once");
        let second = asked_to_end();
        stop.cancel();
        if let Ok(second) = second {
            second.await;
            std::process::exit(INTERRUPTED);
        }
    });
    Ok(())
}
