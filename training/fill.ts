import { readFileSync } from 'node:fs'
import type { Random } from '../bench/random.ts'
import { writingOf } from '../src/language/detect.ts'
import { toLatin } from '../src/language/script.ts'
import { withoutDiacritics } from '../src/language/spellings.ts'

/** What a placeholder stands for, and the cases in which `names.tsv` has its names, in the order of its columns. */
type Kind = 'ime' | 'prezime' | 'mesto'
const CASES = ['n', 'g', 'd', 'a'] as const

const PLACEHOLDER = /\{(ime|prezime|mesto)(?::([ngda]))?\}/g

/**
 * A message whose placeholders are filled with names, chosen by `random`, so that no name decides what a message is.
 * «{ime}» is a first name, «{prezime}» a surname, «{mesto}» a town; «:g», «:d» and «:a» ask for the genitive, the dative
 * or locative, and the accusative. Names are spelt as the message is.
 */
export function fillNames(message: string, random: Pick<Random, 'pick'>): string {
  const spelling = spellingOf(message.replace(PLACEHOLDER, ' '))
  return message.replace(PLACEHOLDER, (_, kind: Kind, wanted: (typeof CASES)[number] = 'n') => {
    return spelling(random.pick(names().get(kind)!)[1 + CASES.indexOf(wanted)]!)
  })
}

/** Latin without a single diacritic is taken for the Latin of those who type none. */
function spellingOf(text: string): (name: string) => string {
  if (writingOf(text)?.script !== 'latn') return (name) => name
  return /[čćžšđ]/i.test(text) ? toLatin : withoutDiacritics
}

let read: Map<Kind, string[][]> | undefined

/** The names of each kind, each in its four cases. */
function names(): Map<Kind, string[][]> {
  read ??= Map.groupBy(
    readFileSync(new URL('names.tsv', import.meta.url), 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split('\t')),
    ([kind]) => kind as Kind,
  ) as Map<Kind, string[][]>
  return read
}
