// Written by `npm run texts` from texts.sr.ftl and texts.en.ftl beside it. Change those.

/** The sentences of this room and what each is given; null for nothing. */
export interface Texts {
  'command-kviz': null
  'quizzes-title': null
  'quizzes-how': null
  'quizzes-label': { title: string | number; count: string | number }
  'button-quiz-send': null
  'button-quiz-pass': null
  'button-quiz-again': null
  'quiz-place': { at: string | number; of: string | number }
  'quiz-answer': null
  'quiz-gone': null
  'quiz-over': null
  'quiz-passed': null
  'quiz-group-how': null
  'quiz-group-asked': null
  'button-quiz-end': null
  'quiz-group-end': { quiz: string | number; exercise: string | number }
  'quiz-score': { right: string | number; of: string | number }
  'quiz-all-right': null
  'quiz-missed': null
  'quiz-exercise': { exercise: string | number }
  'quiz-choose-session': null
  'quiz-no-sessions': null
  'quiz-ask-send': { quiz: string | number; session: string | number }
  'quiz-recipients': { count: string | number }
  'button-quiz-yes': null
  'button-quiz-results': null
  'quiz-nobody': { session: string | number }
  'quiz-sent': { count: string | number }
  'quiz-in-the-morning': null
  'quiz-sent-already': null
  'quiz-invite': { session: string | number; quiz: string | number; count: string | number }
  'button-quiz-begin': null
  'quiz-few-results': { fewest: string | number }
  'quiz-results': { quiz: string | number; session: string | number }
  'quiz-results-line': { finished: string | number; mean: string | number; of: string | number }
  'quiz-hardest': null
  'quiz-hardest-line': { question: string | number; missed: string | number; finished: string | number }
  'session-gone': null
}
