import { z } from 'zod'
import type { ProposeWays } from '../../knowledge/material/ways.ts'
import type { Language } from '../../language/detect.ts'
import { withoutPersonalNumbers } from '../../language/mask.ts'
import type { ChatModel } from '../../platform/model/chat-model.ts'
import type { PaidCalls } from '../spending/paid-calls.ts'
import type { Prompts } from './prompts.ts'

const FORM = {
  name: 'ways',
  schema: z.object({ passages: z.array(z.object({ n: z.number(), ways: z.array(z.string()) })) }),
}

const LANGUAGES: Record<Language, string> = { sr: 'Serbian, in Cyrillic script', en: 'English' }
/** For each passage: five questions of some fifteen words, Cyrillic having two tokens a word or three. */
const TOKENS_A_PASSAGE = 350

/** Proposes ways to ask with the model; what it says of passages that it was not shown is left out. */
export function createWaysModel(parts: {
  model: ChatModel
  prompts: Pick<Prompts, 'ways'>
  calls: PaidCalls
  stopping: AbortSignal
}): ProposeWays {
  const { model, prompts, calls, stopping } = parts
  return async (chatId, passages, { language, most, signal }) => {
    const messages = prompts.ways.fill({
      most: String(most),
      language: LANGUAGES[language],
      passages: passages.map(shownToModel).join('\n\n'),
    })
    const paid = await calls.pay({ chatId, waiting: (work) => work() }, () =>
      model.fill(messages, FORM, {
        signal: AbortSignal.any([signal, stopping]),
        mostTokens: TOKENS_A_PASSAGE * passages.length,
      }),
    )
    if (paid.kind === 'failed' || paid.result.end === 'stopped') return null
    const said = new Map(paid.result.value?.passages.map(({ n, ways }) => [n, ways]))
    return passages.map((_, i) => said.get(i + 1) ?? [])
  }
}

function shownToModel({ title, text }: { title: string; text: string }, at: number): string {
  return `[${at + 1}] ${title}\n${withoutPersonalNumbers(text)}`
}
