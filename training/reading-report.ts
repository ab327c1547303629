import { Random } from '../bench/random.ts'
import { featuresOf } from '../src/answers/reading/features.ts'
import { path, TAGS } from '../src/answers/reading/tagger.ts'
import { unpacked } from '../src/answers/reading/weights.ts'
import { fillNames } from './fill.ts'
import { learnReading } from './learn.ts'
import { type Example, exampleOf, type Marked, markedMessages } from './parts.ts'

/** Shares from 0 to 1, of messages that were not learned from. */
export type ReadingReport = {
  messages: number
  /** Words in the right part. */
  words: number
  /** Questions whose first and last word were both found. */
  questions: number
  /** Messages all of whose questions were found, and nothing else. */
  whole: number
}

const FOLDS = 5

/** How well the parts of messages are told, by cross-validation: each fifth is read with what the others teach. */
export function reportReading(): ReadingReport {
  const all = markedMessages()
  const random = new Random(1)
  const read = Array.from({ length: FOLDS }, (_, fold) => {
    const weights = unpacked(learnReading(all.filter((_, at) => at % FOLDS !== fold)))
    return all
      .filter((_, at) => at % FOLDS === fold)
      .map((marked) => exampleOf(filled(marked, random)))
      .map((example) => ({ example, found: path(weights, featuresOf(example.words)) }))
  }).flat()
  return {
    messages: read.length,
    words: share(read.flatMap(({ example, found }) => found.map((tag, at) => tag === example.tags[at]))),
    questions: share(
      read.flatMap(({ example, found }) => questionsIn(example.tags).map((one) => questionsIn(found).includes(one))),
    ),
    whole: share(read.map(({ example, found }) => `${questionsIn(example.tags)}` === `${questionsIn(found)}`)),
  }
}

function filled(marked: Marked, random: Random): Marked {
  return marked.map((part) => ({ ...part, text: fillNames(part.text, random) }))
}

const ASK = TAGS.indexOf('ask')
const ASKED = TAGS.indexOf('asked')

/** Where each question begins and ends: «3-7». */
function questionsIn(tags: Example['tags']): string[] {
  return tags.flatMap((tag, from) => {
    if (tag !== ASK) return []
    let to = from + 1
    while (tags[to] === ASKED) to++
    return [`${from}-${to}`]
  })
}

function share(all: readonly boolean[]): number {
  return all.filter(Boolean).length / all.length
}
