import { plainOfBlocks } from '../bot/message/rich.ts'
import type { Outgoing } from '../bot/send/outbox.ts'
import type { Locale } from '../language/locale.ts'
import { mask } from '../language/mask.ts'
import { type Answer, quotesOf } from './answer.ts'
import { type Conversation, type Exchange, withExchange } from './reading/conversation.ts'
import { offerText } from './writing/written-texts.ts'

/**
 * Refusals are no part of a conversation: a follow-up to one would only bring back what must not be answered. Nor is what
 * says nothing of the material.
 */
const REMEMBERED: ReadonlySet<Answer['kind']> = new Set([
  'written',
  'quoted',
  'term',
  'near',
  'sources',
  'asked-back',
  'none-such',
  'sessions',
  'unknown',
])

/** A conversation with one more question, `understood` as it would be asked alone, and the answer as it was shown. */
export function remembered(
  conversation: Conversation,
  { understood, answer }: { understood: string; answer: Answer },
  { locale, message }: { locale: Locale; message: Outgoing },
): Conversation {
  if (!REMEMBERED.has(answer.kind)) return conversation
  return withExchange(conversation, {
    question: mask(understood).text,
    answer: plainOfBlocks(message.content.filter((block) => block.type !== 'details')),
    ...subjectOf(answer, conversation.at(-1)),
    offer: answer.kind === 'written' && answer.offer ? offerText(locale, answer.offer) : null,
  })
}

/** What may be talked about next: the passages cited; those of the last answer, while none are. */
function subjectOf(answer: Answer, last: Exchange | undefined): Pick<Exchange, 'cited' | 'found' | 'topic'> {
  const quotes = quotesOf(answer)
  if (answer.kind === 'asked-back' || answer.kind === 'none-such')
    return {
      cited: last?.cited ?? [],
      found: answer.kind === 'asked-back' ? answer.choices.map((chunk) => chunk.id) : (last?.found ?? []),
      topic: last?.topic ?? '',
    }
  const cited = quotes.map((quote) => quote.chunk.id)
  return {
    cited,
    found: foundIn(answer).filter((id) => !cited.includes(id)),
    topic: answer.kind === 'term' ? answer.term.term : (quotes[0]?.chunk.headings.at(-1) ?? ''),
  }
}

function foundIn(answer: Answer): number[] {
  const hits = answer.kind === 'unknown' ? answer.nearest : 'hits' in answer ? answer.hits : []
  return hits.map((hit) => hit.chunk.id)
}
