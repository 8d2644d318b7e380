use orientor_identity::{ClerkUserId, UserId};

fn ask_clerk(_whom: &ClerkUserId) {}

fn handler(user: UserId) {
    ask_clerk(&user);
}

fn main() {
    let _ = handler;
}
