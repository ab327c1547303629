import { featuresOf } from './features.ts'
import { chanceOfDanger, intentOf } from './intent.ts'
import { type Model, modelOf, probabilities } from './model.ts'

/** What `npm run train` makes of the messages in `training/told`. */
export const WEIGHTS_FILE = new URL('told.weights', import.meta.url)

const ours = modelOf(WEIGHTS_FILE)

/**
 * How likely a message is about the writer's own coming to a session, and so for its trainer («касним», «треба ми соба ноћ
 * раније»), 0 to 1. Only worth asking of somebody who is in one. Never throws.
 */
export function chanceForTrainer(text: string, model: Model = ours()): number {
  return probabilities(model, featuresOf(text))[model.names.indexOf('told')]!
}

/**
 * Least chance at which words are taken to be for the trainer: by themselves, in answer to the trainer, and where they might be
 * said of the last answer («не могу») or ask for something that the assistant does.
 */
const LEAST = { alone: 0.5, answers: 0.2, surely: 0.9 }
/**
 * Less alarming than this, what surely is about coming is told to the trainer («дете ми је у болници, не могу да дођем»), and whom to call
 * is said too. Of 2,360 cries for help 12 are both.
 */
const NOT_DANGER = 0.75

/**
 * Whether words of somebody in a session are for its trainer. What shall be said or done at once goes before: danger, thanks, a
 * refusal; and what the assistant does itself, save for what cancels, since nobody cancels by a word.
 */
export function isForTrainer(text: string, { answers }: { answers: boolean }): boolean {
  const chance = chanceForTrainer(text)
  if (chance < (answers ? LEAST.answers : LEAST.alone)) return false
  const surely = chance >= LEAST.surely
  const intent = intentOf(text)
  switch (intent.kind) {
    case 'question':
    case 'sessions':
      return true
    case 'about':
      return surely
    case 'emergency':
      return surely && chanceOfDanger(text) < NOT_DANGER
    case 'declined':
      return surely && intent.reason === 'single-case'
    case 'function': {
      const wanted = intent.forOthers ?? intent.function
      return ['moje', 'poruka', 'pozovi'].includes(wanted) || (wanted === 'obrasci' && surely)
    }
    default:
      return false
  }
}

/** Whether words that go to a trainer are such that their writer should also read whom to call. */
export function isAlarming(text: string): boolean {
  return intentOf(text).kind === 'emergency'
}
