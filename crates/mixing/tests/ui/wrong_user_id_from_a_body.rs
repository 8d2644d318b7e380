use orientor_identity::UserId;

#[derive(serde::Deserialize)]
struct Body {
    recipient_id: UserId,
}

fn main() {}
