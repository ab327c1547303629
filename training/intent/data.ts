import { readdirSync, readFileSync } from 'node:fs'
import { Random } from '../../bench/random.ts'
import { toLatin } from '../../src/language/script.ts'
import { withoutDiacritics } from '../../src/language/spellings.ts'
import { fillNames } from '../fill.ts'
import type { Marked } from '../parts.ts'

/** A message with its label, and where it stands. */
export type Line = { label: string; text: string; at: string }

/**
 * The files of labelled messages, without their ending, in the order in which they are read. Names are filled in one after the other
 * and the classifier learns in this order: another order gives other weights.
 */
const FILES = [
  'coming',
  'courtesy',
  'danger',
  'declined',
  'earlier-questions',
  'functions',
  'not-danger',
  'not-declined',
  'not-functions',
  'pairs',
  'more-questions',
  'other-matters',
  'questions-of-the-material',
  'questions',
  'short-questions',
  'stories-that-ask',
  'stories',
]

/** All labelled messages of a folder, names filled in. Throws for a line that is not `label<TAB>message`, and for a file that is not listed. */
export function readLines(folder: URL): Line[] {
  const unlisted = readdirSync(folder).filter((name) => !FILES.includes(name.replace(/[.]tsv$/, '')))
  if (unlisted.length > 0)
    throw new Error(`Add to FILES in training/intent/data.ts, at the end: ${unlisted.join(', ')}`)
  const random = new Random(7)
  return FILES.flatMap((file) =>
    readFileSync(new URL(`${file}.tsv`, folder), 'utf8')
      .split('\n')
      .flatMap((line, i) => {
        if (line === '') return []
        const [label, text, ...rest] = line.split('\t')
        if (!label || !text || rest.length > 0) throw new Error(`${file}, line ${i + 1}: not «label<TAB>message»`)
        return [{ label, text: fillNames(text, random), at: `${file}:${i + 1}` }]
      }),
  )
}

/** Greetings, stories, thanks and signatures that stand around what is asked, from marked messages. */
export type Around = { before: readonly string[]; after: readonly string[] }

export function aroundOf(messages: readonly Marked[]): Around {
  const random = new Random(11)
  const of = (...marks: string[]) =>
    messages.flat().flatMap((part) => (marks.includes(part.mark) ? [fillNames(part.text, random).trim()] : []))
  return { before: of('g', 'c'), after: of('t', 's') }
}

/** A message with what it counts for its label: as it is, without diacritics, and with what people write around it. */
export function spelled({ text, label }: Line, around: Around, random: Random): { text: string; weight: number }[] {
  const bare = withoutDiacritics(text)
  return [
    { text, weight: 1 },
    ...(bare === toLatin(text) ? [] : [{ text: bare, weight: 0.7 }]),
    ...(standsAlone(label) ? [] : [{ text: wrapped(text, around, random), weight: 0.5 }]),
  ]
}

function wrapped(text: string, { before, after }: Around, random: Random): string {
  const front = random.happens(0.8) ? `${random.pick(before)} ` : ''
  return `${front}${text}${front === '' || random.happens(0.5) ? ` ${random.pick(after)}` : ''}`
}

/** Whether a message of this kind is another as soon as more is said. */
function standsAlone(label: string): boolean {
  return label.startsWith('courtesy:') || label.startsWith('about:')
}
