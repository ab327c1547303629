import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readSolutions } from '../../src/knowledge/material/solutions.ts'
import { shownTo } from '../../src/language/locale.ts'
import { allQuizzes } from '../../src/quiz/quizzes.ts'
import { nextOf, type Quiz, readQuizzes, resultsOf } from '../../src/quiz/rules.ts'
import { askedIn, pollOf, say } from '../../src/quiz/texts.ts'
import { runs } from '../support/runs.ts'

describe('the quizzes that there are', () => {
  test('have numbers of their own, and are of exercises whose solutions staff have', async () => {
    const quizzes = allQuizzes()
    expect(new Set(quizzes.map(({ id }) => id)).size).toBe(quizzes.length)
    const solved = (await readSolutions()).map(({ headings }) => headings.at(-1)!)
    for (const { exercise } of quizzes)
      expect(solved.some((heading) => heading.startsWith(`Вежба ${exercise}:`))).toBe(true)
  })

  /** Source: the Bot API's sendPoll. */
  test.each(['sr-Cyrl', 'sr-Latn', 'en'] as const)('fit into polls of Telegram, in %s', (locale) => {
    for (const quiz of allQuizzes()) {
      expect(quiz.questions.length).toBeGreaterThan(3)
      quiz.questions.forEach((_, at) => {
        const { question, options, right, explanation } = pollOf(locale, quiz, at)
        expect(question.length).toBeLessThanOrEqual(300)
        for (const option of options) expect(option.length).toBeLessThanOrEqual(100)
        expect(explanation.length).toBeLessThanOrEqual(200)
        expect(explanation).not.toBe('')
        expect(options[right]).toBeDefined()
        expect(new Set(options).size).toBe(options.length)
      })
      expect(
        shownTo(locale, quiz.title).length + say(locale)('quizzes-label', { title: '', count: 9 }).length,
      ).toBeLessThan(60)
    }
  })

  test('have their right answers in no one place', () => {
    for (const { questions } of allQuizzes())
      expect(new Set(questions.map(({ right }) => right)).size).toBeGreaterThan(1)
  })
})

const HEAD = '## Провера\n<!-- kviz: 1 -->\n<!-- vezba: 2 -->\n'

test.each([
  ['no right answer', '### А?\n- [ ] да\n- [ ] не\n> јер'],
  ['two right answers', '### А?\n- [x] да\n- [x] не\n> јер'],
  ['one answer', '### А?\n- [x] да\n> јер'],
  ['a line that is nothing', '### А?\n- [x] да\n- [ ] не\nјер тако'],
])('a question with %s is refused, and named', (_, question) => {
  expect(() => readQuizzes(HEAD + question)).toThrow('«А?»')
})

test('a quiz without a number is refused, and named', () => {
  expect(() => readQuizzes('## Провера\n### А?\n- [x] да\n- [ ] не')).toThrow('«Провера»')
})

const quizOf = (rights: number[]): Quiz => ({
  id: 1,
  title: 'Провера',
  exercise: 1,
  questions: rights.map((right, i) => ({ text: `${i}`, options: ['а', 'б', 'в'], right, explanation: '' })),
})

test('questions come in order, and then the score with what was missed', () => {
  const quiz = quizOf([0, 1, 2])
  expect(nextOf(quiz, [])).toMatchObject({ kind: 'ask', at: 0 })
  expect(nextOf(quiz, [0, null])).toMatchObject({ kind: 'ask', at: 2 })
  expect(nextOf(quiz, [0, null, 1])).toEqual({ kind: 'over', score: { right: 1, of: 3, missed: [1, 2] } })
})

test('whatever is answered, right and missed make up all', () => {
  const answers = fc.array(fc.option(fc.nat(2)), { minLength: 5, maxLength: 5 })
  fc.assert(
    fc.property(fc.array(fc.nat(2), { minLength: 5, maxLength: 5 }), answers, (rights, said) => {
      const next = nextOf(quizOf(rights), said)
      if (next.kind !== 'over') throw new Error('it goes on')
      expect(next.score.right + next.score.missed.length).toBe(5)
      expect(next.score.missed.every((at) => said[at] !== rights[at])).toBe(true)
    }),
    runs(100),
  )
})

describe('what came of a quiz', () => {
  const quiz = quizOf([0, 1])
  const one = (personId: number, ...answers: (number | null)[]) => ({ personId, answers })

  test('is not shown of so few that it would say who answered how', () => {
    expect(resultsOf(quiz, [one(1, 0, 1), one(2, 0, 0), one(1, 0, 0)])).toBeNull()
  })

  test('counts the first time of each person', () => {
    const finished = [one(1, 0, 1), one(2, 0, 0), one(3, null, 1), one(2, 0, 1)]
    expect(resultsOf(quiz, finished)).toEqual({ finished: 3, meanRight: 4 / 3, of: 2, missed: [1, 1] })
  })
})

test.each([
  ['100001:quiz:7:2', { runId: 7, at: 2 }],
  ['100001:template:7:2', null],
  ['update:5:0', null],
])('«%s» names a question of a quiz or nothing', (key, expected) => {
  expect(askedIn(key)).toEqual(expected)
})
