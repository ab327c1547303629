import type { Budgets, Prices } from './answers/spending/budget.ts'
import type { Config } from './config.ts'
import { type ChatModel, createChatModel } from './platform/model/chat-model.ts'
import { createTranscriber, type Transcriber } from './platform/model/transcriber.ts'

/** A model that writes answers, whether it reads them a second time, what it costs, and what may be spent; one that hears voice messages, or `null`. */
export type Writing = {
  model: ChatModel
  secondReader: boolean
  transcriber: Transcriber | null
  prices: Prices
  budgets: Budgets
}

/** What the configuration names; `undefined` without a model provider. Nothing is asked of the provider yet. */
export function writingOf({ model, writing }: Pick<Config, 'model' | 'writing'>): Writing | undefined {
  if (!model) return undefined
  const { transcription } = model
  return {
    model: createChatModel(model, writing.timeouts),
    secondReader: writing.secondReader,
    transcriber: transcription === null ? null : createTranscriber({ ...model, transcription }),
    prices: writing.prices,
    budgets: writing.budgets,
  }
}
