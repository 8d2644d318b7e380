//! The questions that users think about to find their strengths.
//!
//! They are ours. Their numbers start at 101, because older databases hold answers to other questions with low
//! numbers, which would otherwise seem to be answers to these.

/// A question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Question {
    /// Its number; never given to another question.
    pub id: i64,
    /// The question itself.
    pub text: &'static str,
    /// What it is about.
    pub category: &'static str,
}

const fn question(id: i64, category: &'static str, text: &'static str) -> Question {
    Question { id, text, category }
}

/// All questions, in the order in which they are asked.
pub const QUESTIONS: [Question; 10] = [
    question(101, "energy", "After which kinds of work do you have more energy than before?"),
    question(102, "energy", "What do you start by yourself, without anybody asking you to?"),
    question(103, "skills", "What do you find easy that others seem to find hard?"),
    question(104, "skills", "What do people come to you for help with?"),
    question(105, "achievements", "Which piece of work are you proud of, and what was your part in it?"),
    question(106, "achievements", "Tell of a difficult situation that you got through: what did you do?"),
    question(107, "values", "What would you not give up for a better paid job?"),
    question(108, "values", "Whose life would you like your work to make better, and how?"),
    question(109, "growth", "What would you like to be able to do a year from now?"),
    question(110, "growth", "Which advice about yourself have you heard more than once?"),
];

/// The question with this number.
pub fn find(id: i64) -> Option<&'static Question> {
    QUESTIONS.iter().find(|question| question.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_question_has_a_number_of_its_own_and_can_be_found() {
        for question in &QUESTIONS {
            assert_eq!(find(question.id), Some(question));
            assert!(question.text.ends_with('?') || question.text.ends_with('.'), "{}", question.text);
        }
        assert_eq!(find(1), None);
    }
}
