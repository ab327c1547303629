import { z } from 'zod'
import { writingOf } from '../../language/detect.ts'
import { tellingWordsOf } from '../../language/function-words.ts'
import { mask } from '../../language/mask.ts'
import { compareWords, indexWords } from '../../language/word-match.ts'
import type { Clock } from '../../platform/clock.ts'
import { afterFailure, type BreakerState, CLOSED, mayAsk } from '../../platform/model/breaker.ts'
import type { ChatModel } from '../../platform/model/chat-model.ts'
import { REFUSALS } from '../intent/intent.ts'
import { transcriptOf } from '../reading/conversation.ts'
import type { Alarm, Reading, Rewriter } from '../reading/rewriter.ts'
import { FREE } from '../spending/budget.ts'
import type { PaidCalls } from '../spending/paid-calls.ts'
import type { Prompts } from './prompts.ts'

/** What the model is to say of a message. Its limits are checked after it: not every provider takes them in a form. */
export const FORM = {
  name: 'understood',
  schema: z.object({
    intent: z.enum(['question', 'danger', ...REFUSALS]),
    followsUp: z.boolean(),
    questions: z.array(z.string()),
  }),
}

const TOKENS = 400
const TIMEOUT_MS = 8_000
const MOST_QUESTIONS = 5
const LONGEST_QUESTION = 400

const NOTHING: Reading = { alarm: null, questions: null, isFollowUp: true, spent: FREE }

/**
 * Reads messages with the model: one call, whose answer is taken only as far as it can be right. A model that was too slow
 * several times in a row is left alone for a while, since every message would wait for it.
 */
export function createReadingModel(parts: {
  model: ChatModel
  prompts: Pick<Prompts, 'understand'>
  calls: PaidCalls
  clock: Clock
  stopping: AbortSignal
}): Rewriter {
  const { model, prompts, calls, clock, stopping } = parts
  let slow: BreakerState = CLOSED
  return {
    understand: async (call, conversation, message) => {
      if (!mayAsk(slow, clock.now())) return NOTHING
      const asked = { conversation: mask(transcriptOf(conversation)).text, message: mask(message).text }
      const timeout = AbortSignal.timeout(TIMEOUT_MS)
      const signal = AbortSignal.any([call.stop, stopping, timeout])
      const paid = await calls.pay(call, () =>
        model.fill(prompts.understand.fill(asked), FORM, { signal, mostTokens: TOKENS }),
      )
      const { spent } = paid
      if (paid.kind === 'failed') return { ...NOTHING, spent }
      slow = timeout.aborted && paid.result.end === 'stopped' ? afterFailure(slow, null, clock.now()) : CLOSED
      const { value } = paid.result
      if (!value) return { ...NOTHING, spent }
      return { ...readOf(value, asked.message, asked.conversation), spent }
    },
  }
}

/** What is taken of the object that the model filled in for `message`. */
export function readOf(
  value: z.infer<typeof FORM.schema>,
  message: string,
  conversation: string,
): Omit<Reading, 'spent'> {
  return {
    alarm: alarmOf(value.intent),
    questions: fitting(value.questions, message, conversation),
    isFollowUp: value.followsUp,
  }
}

function alarmOf(intent: z.infer<typeof FORM.schema>['intent']): Alarm | null {
  if (intent === 'question') return null
  return intent === 'danger' ? { kind: 'emergency' } : { kind: 'declined', reason: intent }
}

/**
 * `questions`, where they can be what `message` asks: a few, short, in its language, and each with a word of its own that
 * stands in the message or the conversation. `null` otherwise, and all of them: whoever lies once is not believed.
 */
export function fitting(
  questions: readonly string[],
  message: string,
  conversation: string,
): readonly [string, ...string[]] | null {
  const [first, ...more] = questions.map((question) => question.replace(/\s+/g, ' ').trim())
  if (first === undefined || more.length >= MOST_QUESTIONS) return null
  const said = indexWords(tellingWordsOf(`${message}\n${conversation}`))
  const language = writingOf(message)?.language
  const fits = (question: string) =>
    question.length <= LONGEST_QUESTION &&
    (language === undefined || writingOf(question, language)?.language === language) &&
    compareWords(said, tellingWordsOf(question)).others.some((share) => share > 0)
  return [first, ...more].every(fits) ? [first, ...more] : null
}
