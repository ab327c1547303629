import type { Asked, Found, Hit, Search } from '../../knowledge/search/search.ts'
import { mask } from '../../language/mask.ts'
import type { Answer } from '../answer.ts'
import { intentOf } from '../intent/intent.ts'
import { mayStandAlone, tellingWords } from '../reading/conversation.ts'
import type { Understood } from '../reading/understand.ts'
import { answer, answerAsked, answerFrom, HITS } from './answer.ts'
import { Coverage, evidence, LEAST_NEAR, LEAST_SURE, ownTextOf } from './evidence.ts'
import { isAnswered, joinParts } from './several.ts'

/** Words with fewer telling ones among them («а кад?», «колико траје») find by themselves only what is beside the point. */
const SEARCHABLE_WORDS = 2

/**
 * What the material says to every question of a message. The message's own words are searched beside a rewriting, and
 * beside one of several questions that says too little alone.
 */
export async function gather(search: Search, understood: Understood): Promise<Answer> {
  const { questions, raw, isRewritten, left } = understood
  if (questions.length === 1) {
    const put = beside(questions[0], raw)
    // A model may have put what must not be answered into words of its own; a message's own words were judged with the whole.
    return isRewritten ? answer(search, put) : answerAsked(search, put)
  }
  const found = await Promise.all(questions.map((question) => findPart(search, question, raw)))
  const whole = await asOne(search, found)
  if (whole) return whole
  const parts = await answerParts(search, found)
  // A message of one's own was judged whole; a rewriting may have put what must not be answered into a line of its own.
  const refusal = parts.find((part) => part.kind === 'emergency' || (isRewritten && part.kind === 'declined'))
  if (refusal) return refusal
  if (!parts.some(isAnswered)) return answer(search, isRewritten ? beside(questions.join(' '), raw) : raw)
  return joinParts(
    parts.map((part, at) => ({ question: mask(questions[at]!).text, answer: part })),
    left.map((question) => mask(question).text),
  )
}

async function answerParts(search: Search, parts: readonly Part[]): Promise<Answer[]> {
  let before: Hit | undefined
  return inOrder(parts, async ({ question, found, refusal }) => {
    if (!found) return refusal
    const meant = before && goesOn(question, found, before) ? withFirst(found, before) : found
    const answered = await answerFrom(search, question, meant)
    if (isAnswered(answered)) before = answered.hits[0]
    return answered
  })
}

/**
 * The answer to what was taken for several questions, where all together find a passage that one of them finds too, more surely than any
 * alone: «шта да завршим, да имам шта да покажем». `null` where they do not, or one of them must not be answered.
 */
async function asOne(search: Search, parts: readonly Part[]): Promise<Answer | null> {
  const alone = parts.flatMap(({ found }) => found ?? [])
  if (alone.length < parts.length) return null
  const joined = parts.map(({ question }) => question).join(' ')
  const whole = await search.find({ asked: [joined] }, HITS)
  const sure = evidence(whole)
  const [first] = whole.hits
  const isFoundAlone = alone.some(({ hits }) => first && hits[0]?.chunk.id === first.chunk.id)
  const isLessSure = (part: Found) => {
    const own = evidence(part)
    return own >= LEAST_NEAR && own < sure
  }
  return isFoundAlone && alone.every(isLessSure) ? answerFrom(search, joined, whole) : null
}

async function inOrder<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const done: R[] = []
  for (const one of all) done.push(await work(one))
  return done
}

type Part = { question: string } & ({ found: Found; refusal?: never } | { found?: never; refusal: Answer })

/** What is found for one of several questions. That the whole message asks for nothing else was judged before. */
async function findPart(search: Search, question: string, raw: string): Promise<Part> {
  const intent = intentOf(question)
  if (intent.kind === 'emergency' || intent.kind === 'declined') return { question, refusal: intent }
  const put: Asked = tellingWords(question) < SEARCHABLE_WORDS ? { asked: [question, raw] } : { asked: [question] }
  return { question, found: await search.find(put, HITS) }
}

/**
 * Whether a question goes on about what the one before it was answered with («и колико даје сама општина?»): it leans on it or finds
 * nothing sure of its own, and that passage says no less of it.
 */
function goesOn(question: string, found: Found, before: Hit): boolean {
  const coverage = new Coverage(found.words)
  const [own] = found.hits
  if (!own || (mayStandAlone(question) && evidence(found) >= LEAST_SURE)) return false
  const said = coverage.of(ownTextOf(before))
  return said > 0 && said >= coverage.of(ownTextOf(own))
}

function withFirst(found: Found, first: Hit): Found {
  return { ...found, hits: [first, ...found.hits.filter(({ chunk }) => chunk.id !== first.chunk.id)] }
}

function beside(question: string, raw: string): Asked {
  return { asked: question === raw || tellingWords(raw) < SEARCHABLE_WORDS ? [question] : [question, raw] }
}
