use orientor_identity::{ClerkUserId, UserId};

fn goals_of(_owner: UserId) {}

fn main() {
    let caller: ClerkUserId = "user_2abc".parse().unwrap();
    goals_of(caller);
}
