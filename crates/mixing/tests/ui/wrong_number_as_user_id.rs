use orientor_identity::UserId;

fn goals_of(_owner: UserId) {}

fn main() {
    goals_of(42);
}
