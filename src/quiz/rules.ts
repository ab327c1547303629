/** A question with answers to choose from; `right` is the place of the right one, the first 0. */
export type Question = { text: string; options: string[]; right: number; explanation: string }

/** Questions of one exercise. The number stays behind buttons of old messages. */
export type Quiz = { id: number; title: string; exercise: number; questions: Question[] }

/**
 * Quizzes as they are written in `exercises/kviz.md`: a section each, a heading a question, its answers as a list in which
 * the right one is ticked, and the explanation quoted. Throws for what is written otherwise, and says where.
 */
export function readQuizzes(markdown: string): Quiz[] {
  return markdown
    .split(/^## /m)
    .slice(1)
    .map((section) => readQuiz(section))
}

function readQuiz(section: string): Quiz {
  const [head = '', ...questions] = section.split(/^### /m)
  const title = head.split('\n')[0]!.trim()
  const id = Number(/<!-- kviz: (\d+) -->/.exec(head)?.[1])
  const exercise = Number(/<!-- vezba: (\d+) -->/.exec(head)?.[1])
  if (!Number.isInteger(id + exercise)) throw new Error(`The quiz «${title}» has no number, or none of its exercise`)
  return { id, title, exercise, questions: questions.map(readQuestion) }
}

function readQuestion(text: string): Question {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const answers = lines.flatMap((line) => {
    const [, tick, option] = /^- \[([ x])\] (.+)$/.exec(line) ?? []
    return option === undefined ? [] : [{ option, isRight: tick === 'x' }]
  })
  const right = answers.findIndex(({ isRight }) => isRight)
  const explanation = lines.filter((line) => line.startsWith('> ')).map((line) => line.slice(2))
  const isWhole = answers.length >= 2 && answers.filter(({ isRight }) => isRight).length === 1
  if (!isWhole || answers.length + explanation.length + 1 !== lines.length)
    throw new Error(`The question «${lines[0]}» is not a heading, answers of which one is ticked, and an explanation`)
  return { text: lines[0]!, options: answers.map(({ option }) => option), right, explanation: explanation.join(' ') }
}

/** What somebody answered so far, in order: the place of an answer, or `null` for a question that was passed over. */
export type Answers = (number | null)[]

/** What comes after these answers. */
export type Next = { kind: 'ask'; at: number; question: Question } | { kind: 'over'; score: Score }

/** `missed` are the places of the questions that were not answered rightly, the first 0. */
export type Score = { right: number; of: number; missed: number[] }

export function nextOf({ questions }: Quiz, answers: Answers): Next {
  const question = questions[answers.length]
  return question ? { kind: 'ask', at: answers.length, question } : { kind: 'over', score: scoreOf(questions, answers) }
}

function scoreOf(questions: readonly Question[], answers: Answers): Score {
  const missed = questions.flatMap(({ right }, at) => (answers[at] === right ? [] : [at]))
  return { right: questions.length - missed.length, of: questions.length, missed }
}

/** A quiz is passed by so many right answers of all. */
const PASSED = 2 / 3

export function hasPassed({ questions }: Quiz, answers: Answers): boolean {
  return scoreOf(questions, answers).right >= questions.length * PASSED
}

/** So few finished that a result would say who answered how. */
export const FEWEST_SHOWN = 3

/** What came of a quiz that was sent to people: how many finished it, their mean of right answers, and how many missed each question. */
export type Results = { finished: number; meanRight: number; of: number; missed: number[] }

/** `null` while too few have finished. Of whoever finished several times the first counts. */
export function resultsOf(quiz: Quiz, finished: readonly { personId: number; answers: Answers }[]): Results | null {
  const first = new Map<number, Answers>()
  for (const { personId, answers } of finished) if (!first.has(personId)) first.set(personId, answers)
  if (first.size < FEWEST_SHOWN) return null
  const scores = [...first.values()].map((answers) => scoreOf(quiz.questions, answers))
  return {
    finished: first.size,
    meanRight: scores.reduce((sum, { right }) => sum + right, 0) / first.size,
    of: quiz.questions.length,
    missed: quiz.questions.map((_, at) => scores.filter(({ missed }) => missed.includes(at)).length),
  }
}
