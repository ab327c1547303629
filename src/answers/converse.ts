import type { Search } from '../knowledge/search/search.ts'
import { foldedWords } from '../language/fold.ts'
import { isFunctionWord } from '../language/function-words.ts'
import type { Db } from '../platform/database/database.ts'
import type { Answer } from './answer.ts'
import type { About } from './intent/intent.ts'
import { answerAbout, chunksOf } from './quoting/about.ts'
import { askBack, follow, type Way } from './quoting/follow.ts'
import { gather } from './quoting/gather.ts'
import { type Conversation, type Exchange, isYes, mayStandAlone } from './reading/conversation.ts'
import { askedInConversation, formsOf, withoutDenied } from './reading/follow-up.ts'
import type { Reading } from './reading/read.ts'
import { asWritten } from './reading/understand.ts'

/** An answer without a model, and how the message was understood. */
export type Converse = {
  answer: Answer
  /** The question as it would be asked alone. */
  understood: string
  way: Way
}

type Parts = { db: Db; search: Search }

/** A message that asks something, or says something `about` the last answer. */
type Message = { text: string; reading: Reading; about: About | null }

/** Answers a message by its own words and by what was said before, without a model. */
export async function converse(
  parts: Parts,
  conversation: Conversation,
  { text, reading, about }: Message,
): Promise<Converse> {
  const last = conversation.at(-1)
  if (last && last.offer !== null && isYes(text)) return put(parts, last.offer, 'offer')
  if (last && about && !namesItself(about, text))
    return { answer: await answerAbout(parts, about, last), understood: last.question, way: about }
  if (isStory(reading, text)) return { answer: ASKED_WHAT, understood: text, way: 'alone' }
  if (!last) return (await askBack(parts.search, reading.asked[0])) ?? put(parts, text, 'alone')
  if (reading.asked.length > 1) return put(parts, text, 'alone')
  return followed(parts, last, reading, text)
}

/** Whether a message names what it wants itself: «не то, него Х», «дај пример табеле». */
function namesItself(about: About, text: string): boolean {
  if (about === 'no') return withoutDenied(text) !== text
  return about === 'example' && foldedWords(text).some((word) => !isFunctionWord(word) && !EXAMPLE_WORD.test(word))
}

const EXAMPLE_WORD = /^(primer|example|neki|jedan|navedi|ilustr)/

async function put({ search }: Parts, text: string, way: Way): Promise<Converse> {
  const understood = asWritten(text)
  return { answer: await gather(search, understood), understood: understood.questions.join('\n'), way }
}

/**
 * Least evidence at which a question that names its subject is answered as if nothing had been said before. On 103 follow-ups of half a
 * 0.9, 0.75 and 0.6 gave 51.5, 54.4 and 53.4 % right and 9.7, 10.7 and 12.6 % wrong; the others were asked back.
 */
const STANDS_ALONE = 0.5

async function followed(parts: Parts, last: Exchange, reading: Reading, text: string): Promise<Converse> {
  if (mayStandAlone(text)) {
    const alone = await put(parts, text, 'alone')
    const { answer } = alone
    if (answer.kind === 'term' || (answer.kind === 'quoted' && answer.evidence >= STANDS_ALONE)) return alone
  }
  const [cited] = await chunksOf(parts.db, last.cited.slice(0, 1))
  const asked = askedInConversation(reading)
  const found = await follow(parts.search, formsOf(last, asked), cited ?? null)
  return found ?? put(parts, text, 'alone')
}

/** A text of more characters that asks nothing was sent to be talked about. */
const STORY = 250
const ASKED_WHAT: Answer = { kind: 'asked-back', choices: [], hits: [] }

function isStory({ asks }: Reading, text: string): boolean {
  return !asks && text.length > STORY
}
