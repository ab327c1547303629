import { readFileSync } from 'node:fs'
import { EMISSIONS, TRANSITIONS, type Weights } from './tagger.ts'

/** Where `npm run train` keeps what it learned: the transitions as 16-bit numbers, then the emissions as 8-bit ones. */
export const WEIGHTS_FILE = new URL('tagger.weights', import.meta.url)

let read: Weights | undefined

/** The weights of the tagger, read when they are first needed. */
export function weights(): Weights {
  read ??= unpacked(readFileSync(WEIGHTS_FILE))
  return read
}

/** Only how weights compare matters, so they are kept as whole numbers, as large as fit. */
export function packed({ emissions, transitions }: Weights): Uint8Array {
  const unit = Math.max(...Array.from(emissions, Math.abs)) / 127
  return new Uint8Array([
    ...new Uint8Array(Int16Array.from(transitions, (value) => Math.round(value / unit)).buffer),
    ...new Uint8Array(Int8Array.from(emissions, (value) => Math.round(value / unit)).buffer),
  ])
}

export function unpacked(bytes: Uint8Array): Weights {
  const copy = Uint8Array.from(bytes).buffer
  return {
    transitions: new Int16Array(copy, 0, TRANSITIONS),
    emissions: new Int8Array(copy, TRANSITIONS * 2, EMISSIONS),
  }
}
