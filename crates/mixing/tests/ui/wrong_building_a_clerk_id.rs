use orientor_identity::ClerkUserId;

fn main() {
    let _ = ClerkUserId("user_2abc".into());
}
