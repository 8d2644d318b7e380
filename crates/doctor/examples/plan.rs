use orientor_doctor::*;
#[tokio::main]
async fn main() {
    let args: Vec<String> = std::env::args().collect();
    let url = args[2].clone();
    let show = |e: &dyn std::error::Error| { let mut s = e.to_string(); let mut n = e.source(); while let Some(c) = n { s += ": "; s += &c.to_string(); n = c.source(); } s };
    let options = ApplyOptions { url: url.clone(), batch: std::env::var("BATCH").ok().and_then(|b| b.parse().ok()).unwrap_or(5000), ..Default::default() };
    match args[1].as_str() {
        "plan" => {
            let directory = args.get(4).map(|p| { let v: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(p).unwrap()).unwrap();
                Directory { users: v["users"].as_array().unwrap().iter().map(|u| DirectoryUser { id: u["id"].as_str().unwrap().into(), email: u["email"].as_str().map(Into::into), first_name: u["first_name"].as_str().map(Into::into), last_name: u["last_name"].as_str().map(Into::into), ..Default::default() }).collect(), trusted: true } });
            match plan(AuditOptions { url, directory, ..Default::default() }, &Decisions::default(), &Quiet).await {
                Ok(p) => { for (i, s) in p.steps.iter().enumerate() { println!("{i} {} {}.{} {} [{}]", s.check, s.schema, s.table, s.title, s.rows()); } std::fs::write(&args[3], serde_json::to_string_pretty(&p).unwrap()).unwrap(); }
                Err(e) => println!("ERR {}", show(&e)),
            }
        }
        "merge" => match plan_merge(&AuditOptions { url, ..Default::default() }, args[4].parse().unwrap(), args[5].parse().unwrap()).await {
            Ok(p) => { for (i, s) in p.steps.iter().enumerate() { println!("{i} {} {}.{} {} [{}]", s.check, s.schema, s.table, s.title, s.rows()); } std::fs::write(&args[3], serde_json::to_string_pretty(&p).unwrap()).unwrap(); }
            Err(e) => println!("ERR {}", show(&e)),
        },
        "apply" => { let p: Plan = serde_json::from_str(&std::fs::read_to_string(&args[3]).unwrap()).unwrap();
            match apply(&p, &options, &Quiet, WriteConsent::given_by_operator()).await { Ok(a) => println!("{a:?}"), Err(e) => println!("ERR {}", show(&e)) } }
        "rehearse" => { let p: Plan = serde_json::from_str(&std::fs::read_to_string(&args[3]).unwrap()).unwrap();
            match rehearse(&p, &options, &Quiet).await { Ok(a) => println!("{a:#?}"), Err(e) => println!("ERR {}", show(&e)) } }
        "undo" => match undo(args[3].parse().unwrap(), &UndoOptions { apply: options, partial: false }, &Quiet, WriteConsent::given_by_operator()).await { Ok(a) => println!("{a:?}"), Err(e) => println!("ERR {}", show(&e)) },
        "verify" => match verify(args[3].parse().unwrap(), &options, &Quiet).await { Ok(a) => println!("{a:?}"), Err(e) => println!("ERR {}", show(&e)) },
        _ => {}
    }
}
