use orientor_identity::ClerkUserId;

fn main() {
    let _ = ClerkUserId { bytes: [0; 69], length: 0 };
}
