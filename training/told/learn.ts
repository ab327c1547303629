import { readFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { Random } from '../../bench/random.ts'
import { featuresOf } from '../../src/answers/intent/features.ts'
import { type Model, modelBytes } from '../../src/answers/intent/model.ts'
import { type Around, aroundOf, type Line, spelled } from '../intent/data.ts'
import { labelledLines } from '../intent/learn.ts'
import { type Example, regress } from '../intent/regression.ts'
import { markedMessages } from '../parts.ts'

const FILES = { told: 'for-the-trainer.txt', other: 'not-for-the-trainer.txt' } as const
const NAMES = Object.keys(FILES)

/** A message of ours counts as several of those that were labelled for something else. */
const OURS = 16

/** What people write about coming to a session, and what they write besides, a message a line. */
export function toldLines(): Line[] {
  return NAMES.flatMap((label) => {
    const file = FILES[label as keyof typeof FILES]
    const lines = readFileSync(new URL(file, import.meta.url), 'utf8').split('\n')
    return lines.flatMap((text, i) => (text === '' ? [] : [{ label, text, at: `${file}:${i + 1}` }]))
  })
}

/** Every so manieth of the messages labelled for what they want; not those about sign-ups, which may be either, nor our own. */
const EVERY = 6

function otherLines(): Line[] {
  const own = new Set(toldLines().map(({ text }) => text))
  const clear = labelledLines().filter(
    ({ label, text }) => label !== 'fn:/moje' && label !== 'fn:/obuke' && !own.has(text),
  )
  return clear.filter((_, i) => i % EVERY === 0).map((line) => ({ ...line, label: 'other' }))
}

/** The classifier that these lines teach, beside the messages labelled for what they want; the same lines give the same weights. */
function trainTold(lines: readonly Line[], others = otherLines(), around = aroundOf(markedMessages())): Model {
  const random = new Random(5)
  return regress(
    [
      ...lines.flatMap((line) => examplesOf(line, around, random, OURS)),
      ...others.flatMap((line) => examplesOf(line, around, random, 1)),
    ],
    NAMES,
  )
}

function examplesOf(line: Line, around: Around, random: Random, times: number): Example[] {
  const label = NAMES.indexOf(line.label)
  return spelled(line, around, random).map(({ text, weight }) => ({
    features: featuresOf(text),
    label,
    weight: weight * times,
  }))
}

/** The weights that tell what is for a trainer, as they are kept. */
export function learnTold(): Uint8Array {
  return brotliCompressSync(modelBytes(trainTold(toldLines())))
}

/** How our messages fare when each fifth is read with what the others teach: the share told right, by where they belong. */
export function crossValidatedTold(read: (model: Model, text: string) => boolean): { told: number; other: number } {
  const lines = toldLines()
  const others = otherLines()
  const around = aroundOf(markedMessages())
  const right = { told: 0, other: 0 }
  for (let fifth = 0; fifth < 5; fifth++) {
    const model = trainTold(
      lines.filter((_, i) => i % 5 !== fifth),
      others,
      around,
    )
    for (const { label, text } of lines.filter((_, i) => i % 5 === fifth))
      if (read(model, text) === (label === 'told')) right[label as keyof typeof right]++
  }
  const of = (label: string) => lines.filter((line) => line.label === label).length
  return { told: right.told / of('told'), other: right.other / of('other') }
}
