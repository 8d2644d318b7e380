use orientor_identity::{UserId, UserRef};

fn goals_of(_owner: UserId) {}

fn main() {
    let named: UserRef = "42".parse().unwrap();
    goals_of(named);
}
