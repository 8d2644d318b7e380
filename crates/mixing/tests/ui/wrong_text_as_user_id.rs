use orientor_identity::UserId;

fn main() {
    let _: UserId = "42".parse().unwrap();
}
