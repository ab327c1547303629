import type { Asked, Found, Hit, Search } from '../../knowledge/search/search.ts'
import { mask } from '../../language/mask.ts'
import type { Answer, AnsweredPart } from '../answer.ts'
import { intentOf } from '../intent/intent.ts'
import { clausesOf } from '../reading/clauses.ts'
import { mayStandAlone, tellingWords } from '../reading/conversation.ts'
import type { Understood } from '../reading/understand.ts'
import { answer, answerAsked, answerFrom, HITS } from './answer.ts'
import { evidence } from './evidence.ts'
import { grouped, type Part, SEARCHABLE_WORDS } from './grouping.ts'
import { isAnswered, joinParts } from './several.ts'

/**
 * What the material says to every question of a message. What it asks clause by clause is answered in parts where that is found in different
 * passages, and as one where it is not.
 */
export async function gather(search: Search, understood: Understood): Promise<Answer> {
  const { questions, raw, isRewritten, left } = understood
  const clauses = isRewritten ? questions : questions.flatMap(clausesOf)
  const isWhole = clauses.length === 1 || clauses.length > MOST_CLAUSES
  if (questions.length === 1 && isWhole) return answerOne(search, understood)
  const put = isWhole ? questions : clauses
  const found = await Promise.all(besideTheirs(put, understood).map((one) => findPart(search, one)))
  const refusal = found.map((part) => part.refusal).find((one) => one?.kind === 'emergency' || (isRewritten && one))
  if (refusal) return refusal
  const groups = grouped(found, await search.glossary())
  if (groups.length === 1 && questions.length === 1) return answerOne(search, understood)
  const whole = questions.join(' ')
  const parts = await Promise.all(groups.map((group) => answerGroup(search, group, groups.length === 1 ? raw : whole)))
  if (!parts.some(({ answer }) => isAnswered(answer))) return answer(search, isRewritten ? beside(whole, raw) : raw)
  const masked = parts.map((part) => ({ ...part, question: mask(part.question).text }))
  return joinParts(
    masked,
    left.map((question) => mask(question).text),
  )
}

/** Messages of more clauses ask no more than their sentences do. */
const MOST_CLAUSES = 6

function answerOne(search: Search, { questions, raw, isRewritten }: Understood): Promise<Answer> {
  const put = beside(questions[0], raw)
  // A model may have put what must not be answered into words of its own; a message's own words were judged with the whole.
  return isRewritten ? answer(search, put) : answerAsked(search, put)
}

/** Clauses with the sentence that they stand in, where they are not all of it; one that leans on the sentence before, with that too. */
function besideTheirs(clauses: readonly string[], { raw, isRewritten }: Understood): Put[] {
  if (isRewritten) return clauses.map((clause) => ({ clause, opens: true, asked: [clause] }))
  const sentences: string[][] = []
  for (const clause of clauses) {
    if (sentences.length === 0 || opensSentence(raw, clause)) sentences.push([clause])
    else sentences.at(-1)!.push(clause)
  }
  return sentences.flatMap((sentence, at) => {
    const whole = sentence.join(' ')
    const around =
      sentences.length === 1 ? raw : mayStandAlone(whole) ? whole : [...(sentences[at - 1] ?? []), whole].join(' ')
    return sentence.map((clause, i) => ({
      clause,
      opens: i === 0,
      asked: clause === around ? [clause] : [clause, around],
    }))
  })
}

type Put = { clause: string; opens: boolean; asked: readonly [string, ...string[]] }

/** What is found for one clause of several. That the whole message asks for nothing else was judged before. */
async function findPart(search: Search, { clause, opens, asked }: Put): Promise<Part> {
  const intent = intentOf(clause)
  const isRefused = intent.kind === 'emergency' || intent.kind === 'declined'
  // Of one word and what points back («шта је од тога тачно») nobody can tell.
  if (isRefused && tellingWords(clause) >= SEARCHABLE_WORDS) return { clause, opens, refusal: intent }
  return { clause, opens, found: await search.find({ asked }, HITS) }
}

function opensSentence(raw: string, clause: string): boolean {
  return /(?:^|[.?!…\n])\s*$/.test(raw.slice(0, Math.max(0, raw.indexOf(clause))))
}

async function answerGroup(search: Search, parts: readonly Part[], whole: string): Promise<AnsweredPart> {
  const question = parts.map(({ clause }) => clause).join(' ')
  const refusal = parts.find((part) => part.refusal)?.refusal
  if (refusal) return { question, answer: refusal }
  const surest = parts.flatMap(({ found }) => found ?? []).toSorted((a, b) => evidence(b) - evidence(a))[0]!
  const [first] = surest.hits
  // What too few words ask («и колико траје») is judged by the sentence that they stand in.
  const isJudgedAlone = parts.length === 1 && tellingWords(question) >= SEARCHABLE_WORDS
  const found = isJudgedAlone
    ? surest
    : await search.find({ asked: parts.length === 1 ? [whole] : [question, whole] }, HITS)
  return { question, answer: await answerFrom(search, question, first ? withFirst(found, first) : found) }
}

function withFirst(found: Found, first: Hit): Found {
  return { ...found, hits: [first, ...found.hits.filter(({ chunk }) => chunk.id !== first.chunk.id)] }
}

function beside(question: string, raw: string): Asked {
  return { asked: question === raw || tellingWords(raw) < SEARCHABLE_WORDS ? [question] : [question, raw] }
}
