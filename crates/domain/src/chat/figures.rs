//! Figures about a user's own use, from one record a day.

use chrono::{Days, NaiveDate};

/// What a user did on a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Day {
    /// Which day, in UTC.
    pub date: NaiveDate,
    /// Messages of the user.
    pub messages: i64,
    /// Conversations that were begun.
    pub conversations: i64,
    /// Tokens that the model used.
    pub tokens: i64,
    /// Mean time until the answer, in ms; `None` if none was timed.
    pub response_ms: Option<f64>,
}

/// Sums over some days.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Usage {
    /// Messages of the user.
    pub messages: i64,
    /// Conversations that were begun.
    pub conversations: i64,
    /// Tokens that the model used.
    pub tokens: i64,
    /// Mean time until the answer, in ms, each day weighing as many as its messages; days without a time do not count.
    /// 0 if there is none.
    pub response_ms: f64,
    /// Days on which something was written.
    pub active_days: usize,
    /// The day with most messages, the first of those alike.
    pub busiest: Option<NaiveDate>,
}

/// How use went over some days.
#[derive(Clone, Debug, PartialEq)]
pub struct Trends {
    /// Messages and tokens of every day, also of those without any, in order.
    pub daily: Vec<(NaiveDate, i64, i64)>,
    /// The same for spans of seven days from the first one on: first and last day of each. The last span may be shorter.
    /// Spans without anything are left out.
    pub weekly: Vec<(NaiveDate, NaiveDate, i64, i64)>,
    /// By how much the messages of the last seven *days* are more than those of the first seven, in percent. Spans are
    /// shorter where there are fewer than fourteen days, so that they never overlap. 0 if the first has none.
    pub growth_percent: f64,
}

/// Sums the days.
#[expect(clippy::cast_precision_loss, reason = "nobody writes 2⁵³ messages")]
pub fn usage(days: &[Day]) -> Usage {
    let mut sum = Usage::default();
    let (mut weight, mut weighted, mut most) = (0.0, 0.0, 0);
    for day in days {
        sum.messages += day.messages;
        sum.conversations += day.conversations;
        sum.tokens += day.tokens;
        sum.active_days += usize::from(day.messages > 0 || day.conversations > 0);
        if let Some(response_ms) = day.response_ms {
            weight += day.messages as f64;
            weighted += response_ms * day.messages as f64;
        }
        if day.messages > most {
            most = day.messages;
            sum.busiest = Some(day.date);
        }
    }
    if weight > 0.0 {
        sum.response_ms = (weighted / weight * 10.0).round() / 10.0;
    }
    sum
}

/// How use went over `count` days up to and including `today`.
///
/// * `days` in any order; days outside are not looked at.
#[expect(clippy::cast_precision_loss, reason = "nobody writes 2⁵³ messages")]
pub fn trends(days: &[Day], today: NaiveDate, count: u16) -> Trends {
    let first = today - Days::new(u64::from(count.max(1)) - 1);
    let mut daily: Vec<(NaiveDate, i64, i64)> = first.iter_days().take(count.into()).map(|day| (day, 0, 0)).collect();
    for day in days.iter().filter(|day| day.date >= first) {
        let at = usize::try_from((day.date - first).num_days()).unwrap_or(usize::MAX);
        if let Some((_, messages, tokens)) = daily.get_mut(at) {
            *messages += day.messages;
            *tokens += day.tokens;
        }
    }
    let sums = |span: &[(NaiveDate, i64, i64)]| {
        span.iter().fold((0, 0), |(messages, tokens), day| (messages + day.1, tokens + day.2))
    };
    let weekly = daily.chunks(7).filter_map(|span| {
        let ((messages, tokens), (first, last)) = (sums(span), (span.first()?, span.last()?));
        (messages > 0 || tokens > 0).then_some((first.0, last.0, messages, tokens))
    });
    let weekly = weekly.collect();
    let span = (daily.len() / 2).min(7);
    let (before, after) = (sums(&daily[..span]).0, sums(&daily[daily.len() - span..]).0);
    let growth = if before > 0 { (after - before) as f64 / before as f64 * 100.0 } else { 0.0 };
    Trends { daily, weekly, growth_percent: (growth * 10.0).round() / 10.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(date: &str, messages: i64, response_ms: Option<f64>) -> Day {
        Day { date: date.parse().unwrap(), messages, conversations: 1, tokens: messages * 10, response_ms }
    }

    #[test]
    fn days_without_a_time_do_not_pull_the_mean_down() {
        let sum =
            usage(&[day("2026-03-01", 3, Some(100.0)), day("2026-03-02", 1, Some(500.0)), day("2026-03-03", 9, None)]);

        assert_eq!((sum.messages, sum.conversations, sum.tokens, sum.active_days), (13, 3, 130, 3));
        assert!((sum.response_ms - 200.0).abs() < 1e-9, "{sum:?}");
        assert_eq!(sum.busiest, Some("2026-03-03".parse().unwrap()));
        assert_eq!(usage(&[]), Usage::default());
    }

    #[test]
    fn growth_compares_days_and_not_records() {
        // Two records in thirty days: the first week has one, the last week the other.
        let days = [day("2026-03-02", 4, None), day("2026-03-30", 6, None)];

        let told = trends(&days, "2026-03-30".parse().unwrap(), 30);

        assert!((told.growth_percent - 50.0).abs() < 1e-9, "{told:?}");
        assert_eq!(told.daily.len(), 30);
        assert_eq!(told.daily[1], ("2026-03-02".parse().unwrap(), 4, 40));
        let spans: Vec<(String, i64)> = told.weekly.iter().map(|week| (week.0.to_string(), week.2)).collect();
        assert_eq!(spans, [("2026-03-01".to_owned(), 4), ("2026-03-29".to_owned(), 6)]);
    }

    #[test]
    fn spans_of_few_days_do_not_overlap() {
        let days = [day("2026-03-01", 2, None), day("2026-03-04", 100, None), day("2026-03-07", 3, None)];

        let told = trends(&days, "2026-03-07".parse().unwrap(), 7);

        // Three days each; the fourth belongs to neither.
        assert!((told.growth_percent - 50.0).abs() < 1e-9, "{told:?}");
        assert!(trends(&[], "2026-03-07".parse().unwrap(), 7).growth_percent.abs() < 1e-9);
    }
}
