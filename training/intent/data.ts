import { readdirSync, readFileSync } from 'node:fs'
import { Random } from '../../bench/random.ts'
import { toLatin } from '../../src/language/script.ts'
import { withoutDiacritics } from '../../src/language/spellings.ts'
import { fillNames } from '../fill.ts'
import type { Marked } from '../parts.ts'

/** A message with its label, and where it stands. */
export type Line = { label: string; text: string; at: string }

/** All labelled messages of `training/intent/*.tsv`, names filled in. Throws for a line that is not `label<TAB>message`. */
export function readLines(folder: URL): Line[] {
  const random = new Random(7)
  return readdirSync(folder)
    .filter((name) => name.endsWith('.tsv'))
    .sort()
    .flatMap((name) =>
      readFileSync(new URL(name, folder), 'utf8')
        .split('\n')
        .flatMap((line, i) => {
          if (line === '') return []
          const [label, text, ...rest] = line.split('\t')
          if (!label || !text || rest.length > 0) throw new Error(`${name}, line ${i + 1}: not «label<TAB>message»`)
          return [{ label, text: fillNames(text, random), at: `${name}:${i + 1}` }]
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
