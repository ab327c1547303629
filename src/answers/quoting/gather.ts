import type { Asked, Search } from '../../knowledge/search/search.ts'
import { mask } from '../../language/mask.ts'
import type { Answer } from '../answer.ts'
import { tellingWords } from '../reading/conversation.ts'
import type { Understood } from '../reading/understand.ts'
import { answer, answerAsked } from './answer.ts'
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
  const parts = await answerParts(search, understood)
  // A message of one's own was judged whole; a rewriting may have put what must not be answered into a line of its own.
  const refusal = parts.find((part) => part.kind === 'emergency' || (isRewritten && part.kind === 'declined'))
  if (refusal) return refusal
  if (!parts.some(isAnswered)) return answer(search, isRewritten ? beside(questions.join(' '), raw) : raw)
  return joinParts(
    parts.map((part, at) => ({ question: mask(questions[at]!).text, answer: part })),
    left.map((question) => mask(question).text),
  )
}

function answerParts(search: Search, { questions, raw }: Understood): Promise<Answer[]> {
  return Promise.all(
    questions.map((question) =>
      answer(search, tellingWords(question) < SEARCHABLE_WORDS ? { asked: [question, raw] } : question),
    ),
  )
}

function beside(question: string, raw: string): Asked {
  return { asked: question === raw || tellingWords(raw) < SEARCHABLE_WORDS ? [question] : [question, raw] }
}
