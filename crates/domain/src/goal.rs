//! How far along a career goal is.

/// Most points that a milestone is worth: those of the tenth tier.
const MAX_MILESTONE_POINTS: u32 = 1_000;

/// Share of a goal that is reached, in percent.
///
/// * `completed`, `total`: its milestones. Without any, the share is whatever was `stored`, brought into 0 to 100.
pub fn progress(completed: u32, total: u32, stored: f64) -> f64 {
    if total > 0 {
        f64::from(completed.min(total)) / f64::from(total) * 100.0
    } else if stored.is_nan() {
        0.0
    } else {
        stored.clamp(0.0, 100.0)
    }
}

/// The points that completing a milestone earns, from what is stored with it. The tiers' rule is 100 a tier.
pub fn milestone_points(stored: i64) -> u32 {
    u32::try_from(stored.max(0)).unwrap_or(u32::MAX).min(MAX_MILESTONE_POINTS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn progress_is_the_share_of_completed_milestones() {
        let shares = [(0, 4), (1, 4), (4, 4), (5, 4)].map(|(completed, total)| progress(completed, total, 12.0));

        assert!(shares.iter().zip([0.0, 25.0, 100.0, 100.0]).all(|(is, expected)| (is - expected).abs() < 1e-9));
    }

    #[test]
    fn without_milestones_progress_is_what_was_stored_within_its_limits() {
        let kept = [12.5, -3.0, 250.0, f64::NAN].map(|stored| progress(0, 0, stored));

        assert!(kept.iter().zip([12.5, 0.0, 100.0, 0.0]).all(|(is, expected)| (is - expected).abs() < 1e-9));
    }

    #[test]
    fn a_milestone_is_never_worth_less_than_nothing_or_more_than_ten_tiers() {
        assert_eq!([-5, 0, 300, 1_000, i64::MAX].map(milestone_points), [0, 0, 300, 1_000, 1_000]);
    }
}
