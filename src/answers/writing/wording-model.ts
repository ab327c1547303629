import { z } from 'zod'
import { withoutPersonalNumbers } from '../../language/mask.ts'
import type { ChatModel } from '../../platform/model/chat-model.ts'
import type { PaidCalls } from '../spending/paid-calls.ts'
import type { Prompts, Wording } from './prompts.ts'

/**
 * Proposes the wording of a part of a plan from what was entered, on the account of a chat. `null` when there is nothing to be had: the
 * budget is spent, the provider fails or was stopped. What it says is not checked yet.
 */
export type ProposeWording = (
  call: { chatId: number; waiting<T>(work: () => Promise<T>): Promise<T> },
  wording: Wording,
  entries: readonly string[],
) => Promise<string | null>

const FORM = { name: 'wording', schema: z.object({ text: z.string() }) }
/** A paragraph of some 150 words, Cyrillic having two tokens a word or three. */
const MOST_TOKENS = 800
const PATIENCE_MS = 30_000

export function createWordingModel(parts: {
  model: ChatModel
  prompts: Pick<Prompts, 'wording'>
  calls: PaidCalls
  stopping: AbortSignal
}): ProposeWording {
  const { model, prompts, calls, stopping } = parts
  return async (call, wording, entries) => {
    const messages = prompts.wording[wording].fill({
      language: 'Serbian, in Cyrillic script',
      entries: entries.map(withoutPersonalNumbers).join('\n'),
    })
    const signal = AbortSignal.any([AbortSignal.timeout(PATIENCE_MS), stopping])
    const paid = await calls.pay(call, () => model.fill(messages, FORM, { signal, mostTokens: MOST_TOKENS }))
    return paid.kind === 'failed' || paid.result.end === 'stopped' ? null : (paid.result.value?.text.trim() ?? null)
  }
}
