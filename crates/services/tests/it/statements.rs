//! How many statements a use case sends, whatever the number of rows.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use orientor_services::saved;
use orientor_store::{
    Listing, Owned,
    tables::{saved_recommendation::SavedRecommendation, user_note::UserNote},
};
use serde_json::json;
use tracing::{
    Dispatch, Event, Metadata, Subscriber,
    span::{Attributes, Id, Record},
};

use crate::support::Home;

/// Counts the statements that the store sends on this thread.
#[derive(Clone, Default)]
struct Counter(Arc<AtomicUsize>);

impl Counter {
    fn take(&self) -> usize {
        self.0.swap(0, Ordering::Relaxed)
    }
}

impl Subscriber for Counter {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target() == "orientor_store::statement"
    }

    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, _: &Event<'_>) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

#[tokio::test]
async fn saved_occupations_are_listed_in_three_statements_however_many_there_are() {
    let home = Home::new().await;
    home.run("INSERT INTO users (email) VALUES ('ada@example.com')").await;
    let ada = home.users().await[0];
    let counter = Counter::default();
    // While there is one subscriber alone, a thread of another test, which has none, would decide that nobody listens.
    let _another = Dispatch::new(Counter::default());
    let _counting = tracing::subscriber::set_default(counter.clone());

    for number in 0..40 {
        let draft = json!({ "oasis_code": format!("c{number}"), "label": "Nurse" });
        let draft = serde_json::from_value(draft).unwrap();
        let row = Owned::<SavedRecommendation>::by(ada, &home.db).create(&draft).await.unwrap();
        for content in ["one", "two"] {
            let note = json!({ "content": content, "saved_recommendation_id": row.id });
            let note = serde_json::from_value(note).unwrap();
            Owned::<UserNote>::by(ada, &home.db).create(&note).await.unwrap();
        }
        if number == 0 || number == 39 {
            assert!(counter.take() > 0, "statements are seen");

            let page = saved::list(&home.db, ada, &Listing::default()).await.unwrap();

            assert_eq!(counter.take(), 3);
            assert_eq!(page.rows.len(), number + 1);
            assert!(page.rows.iter().all(|row| row.notes.len() == 2));
        }
    }
}
