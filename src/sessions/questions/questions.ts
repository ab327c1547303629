import { KINDS, type Kind, type Question } from '../session/asked.ts'
import { isBefore, type Session, stretchesIn } from '../session/session.ts'

/** Usual answers, by name; where there are none, or none fits, people write. */
export const USUAL: Readonly<Record<Kind, readonly string[]>> = {
  bed: ['all', 'before', 'none'],
  diet: ['any', 'vegetarian', 'fasting', 'no-gluten'],
  arrival: ['evening-before', 'morning', 'noon'],
  transport: ['car', 'bus', 'train', 'needed'],
  phone: [],
}

export const MOST_QUESTIONS = 10
export const LONGEST_QUESTION = 200
export const LONGEST_CHOICE = 40
export const MOST_CHOICES = 8
const LONGEST_ANSWER = 300

/** With one of the kinds switched on or off. */
export function toggled(questions: readonly Question[], kind: Kind): Question[] {
  const has = questions.some((one) => one.kind === kind)
  return has ? questions.filter((one) => one.kind !== kind) : inOrder([...questions, { kind, key: kind }])
}

function inOrder(questions: Question[]): Question[] {
  const rank = ({ kind }: Question) => (kind === 'own' ? KINDS.length : KINDS.indexOf(kind))
  return questions.toSorted((a, b) => rank(a) - rank(b))
}

export type OwnQuestion =
  | { kind: 'read'; question: Extract<Question, { kind: 'own' }> }
  | { kind: 'refused'; why: 'empty' | 'too-long' | 'too-many' }

/** A trainer's own question: its first line asks, each further line is a choice. */
export function readOwnQuestion(text: string, questions: readonly Question[]): OwnQuestion {
  const [asks = '', ...choices] = text
    .split('\n')
    .map((line) => line.replace(/[\p{Cc}\p{Cf}]/gu, ' ').trim())
    .filter((line) => line !== '')
  if (!/\p{L}{2}/u.test(asks)) return { kind: 'refused', why: 'empty' }
  if (asks.length > LONGEST_QUESTION || choices.some((one) => one.length > LONGEST_CHOICE))
    return { kind: 'refused', why: 'too-long' }
  if (choices.length > MOST_CHOICES || questions.length >= MOST_QUESTIONS) return { kind: 'refused', why: 'too-many' }
  return { kind: 'read', question: { kind: 'own', key: newKey(questions), text: asks, choices } }
}

/** A key that none of these questions has. */
export function newKey(questions: readonly Question[]): string {
  const numbers = questions.flatMap(({ key }) => (/^q\d+$/.test(key) ? [Number(key.slice(1))] : []))
  return `q${Math.max(0, ...numbers) + 1}`
}

/** What a tap on a usual answer means; `null` when there is no such answer. */
export function answerAt(question: Question, choice: number): string | null {
  return usualAnswers(question)[choice] ?? null
}

export function usualAnswers(question: Question): readonly string[] {
  return question.kind === 'own' ? question.choices : USUAL[question.kind]
}

/** Words that answer a question; `null` when they cannot. */
export function readWritten(question: Question, text: string): string | null {
  const words = text
    .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (words === '' || words.length > LONGEST_ANSWER) return null
  if (question.kind === 'phone' && (words.match(/\d/g)?.length ?? 0) < 6) return null
  return words
}

/** What a person answered, by the key of the question. */
export type Answers = ReadonlyMap<string, string>

/** The question that comes next; `null`: all are answered. */
export function nextQuestion(questions: readonly Question[], answers: Answers): Question | null {
  return questions.find(({ key }) => !answers.has(key)) ?? null
}

/** Answers may change until places can be given back freely. */
export function mayAnswer(session: Session, now: Temporal.Instant): boolean {
  return session.state !== 'cancelled' && isBefore(now, session.cancelUntil)
}

/** The nights of a session, by the day they begin on: between its days where it is held on both, and the one before it. */
export function nightsOf(session: Session): { before: Temporal.PlainDate; nights: Temporal.PlainDate[] } {
  const stretches = stretchesIn(session)
  const days = new Set<string>()
  for (const { from, to } of stretches)
    for (
      let day = from.toPlainDate();
      Temporal.PlainDate.compare(day, to.toPlainDate()) <= 0;
      day = day.add({ days: 1 })
    )
      days.add(day.toString())
  const nights = [...days]
    .map((day) => Temporal.PlainDate.from(day))
    .filter((day) => days.has(day.add({ days: 1 }).toString()))
  return { before: stretches[0]!.from.toPlainDate().subtract({ days: 1 }), nights }
}

/** How many beds are needed each night, by the usual answers; whoever answered in words is counted by nobody but staff. */
export function bedsByNight(
  session: Session,
  answers: readonly Answers[],
): { night: Temporal.PlainDate; beds: number }[] {
  const { before, nights } = nightsOf(session)
  const said = (...names: string[]) => answers.filter((one) => names.includes(one.get('bed') ?? '')).length
  return [
    { night: before, beds: said('before') },
    ...nights.map((night) => ({ night, beds: said('all', 'before') })),
  ].filter(({ beds }, i) => i > 0 || beds > 0)
}

/** How many gave each answer to a question, those most given first. */
export function countAnswers(key: string, answers: readonly Answers[]): [answer: string, count: number][] {
  const counts = new Map<string, number>()
  for (const one of answers) {
    const answer = one.get(key)
    if (answer !== undefined) counts.set(answer, (counts.get(answer) ?? 0) + 1)
  }
  return [...counts].toSorted(([a, x], [b, y]) => y - x || a.localeCompare(b, 'sr'))
}
