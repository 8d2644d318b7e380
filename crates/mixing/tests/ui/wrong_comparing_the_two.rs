use orientor_identity::{ClerkUserId, UserId};

fn same(user: UserId, caller: ClerkUserId) -> bool {
    user == caller
}

fn main() {
    let _ = same;
}
