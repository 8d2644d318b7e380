use orientor_doctor::*;
#[tokio::main]
async fn main() {
    let url = std::env::args().nth(1).unwrap();
    let directory = std::env::args().nth(2).map(|p| {
        let v: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(p).unwrap()).unwrap();
        Directory {
            users: v["users"]
                .as_array()
                .unwrap()
                .iter()
                .map(|u| DirectoryUser {
                    id: u["id"].as_str().unwrap().into(),
                    email: u["email"].as_str().map(Into::into),
                    ..Default::default()
                })
                .collect(),
            trusted: true,
        }
    });
    let audit = audit(AuditOptions { url, directory, ..Default::default() }, &Quiet).await;
    match audit {
        Ok(a) => println!("{}", serde_json::to_string_pretty(&a).unwrap()),
        Err(e) => {
            eprintln!("{e} {:?}", std::error::Error::source(&e));
        }
    }
}
