import { packed } from '../src/answers/reading/weights.ts'
import { learnChain } from './chain.ts'
import { examplesOf, type Marked, markedMessages } from './parts.ts'

/** One seed for all: the same data give the same weights. */
const SEED = 15

/** The weights that tell the parts of a message, as they are kept. */
export function learnReading(messages: readonly Marked[] = markedMessages()): Uint8Array {
  return packed(learnChain(examplesOf(messages, SEED), SEED))
}
