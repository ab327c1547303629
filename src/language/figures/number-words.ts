import { remembering } from '../remembering.ts'

/** A number written in words: its value, and how many tokens it takes. */
export type WordNumber = { value: number; tokens: number; kind: 'number' | 'fraction'; parts?: number }

type Part = { kind: 'unit' | 'teen' | 'ten' | 'hundreds' | 'hundred' | 'scale'; value: number; last?: boolean }

const ORDINAL = '(?:i|a|o|e|u|og|oga|eg|ega|om|ome|em|oj|im|ih|ima)'
const SERBIAN_UNITS: [number, string][] = [
  [2, 'dv(?:a|e|ije|ema|ama|oje|ojic[aeiu])'],
  [3, `tri(?:ma)?|troje|trojic[aeiu]|trec${ORDINAL}`],
  [4, `cetiri(?:ma)?|cetvor(?:o|ic[aeiu])|cetvrt${ORDINAL}`],
  [5, `pet(?:oro|oric[aeiu]|${ORDINAL})?`],
  [6, `sest(?:oro|oric[aeiu]|${ORDINAL})?`],
  [7, `sedam|sedmor(?:o|ic[aeiu])|sedm${ORDINAL}`],
  [8, `osam|osmor(?:o|ic[aeiu])|osm${ORDINAL}`],
  [9, `devet(?:oro|oric[aeiu]|${ORDINAL})?`],
]
const SERBIAN_TEENS =
  'deset jedanaest dvanaest trinaest cetrnaest petnaest sesnaest sedamnaest osamnaest devetnaest'.split(' ')
const SERBIAN_TENS = 'dvadeset trideset cetrdeset pedeset sezdeset sedamdeset osamdeset devedeset'.split(' ')
const SERBIAN_HUNDREDS: [number, string][] = [
  [200, 'dv(?:e|je)st[ao]'],
  [300, 'trist[ao]'],
  [400, 'cetiristo'],
  [500, 'petsto'],
  [600, 'seststo'],
  [700, 'sedamsto'],
  [800, 'osamsto'],
  [900, 'devetsto'],
]
const SCALES: [number, string][] = [
  [1e3, 'hiljad(?:a|e|u|i|ama)|tisuc[aeu]|thousands?'],
  [1e6, 'milion(?:a|i|e|u|ima)?|millions?'],
  [1e9, 'milijard(?:a|e|u|i|ama)|billions?'],
]
const ENGLISH_UNITS: [number, string][] = [
  [2, 'two'],
  [3, 'three|third'],
  [4, 'four|fourth'],
  [5, 'five|fifth'],
  [6, 'six|sixth'],
  [7, 'seven|seventh'],
  [8, 'eight|eighth'],
  [9, 'nine|ninth'],
]
const ENGLISH_TEENS =
  'ten(?:th)?|eleven(?:th)?|twelve|twelfth|thirteen(?:th)?|fourteen(?:th)?|fifteen(?:th)?|sixteen(?:th)?|seventeen(?:th)?|eighteen(?:th)?|nineteen(?:th)?'
const ENGLISH_TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
/** Alone these are articles and «other» as often as numbers, so they count only after a ten or hundred, or before a scale. */
const ONLY_IN_COMPOUNDS: [number, string][] = [
  [1, `jed(?:an|n(?:a|o|og|oga|om|ome|u|e|oj|i|im|ih))|prv${ORDINAL}|one|first`],
  [2, `drug${ORDINAL}|second`],
]

const WORDS: [RegExp, Part][] = [
  ...SERBIAN_UNITS.map(([value, form]) => entry(form, 'unit', value)),
  ...SERBIAN_TEENS.map((word, i) => entry(`${word}(?:ak|oro|oric[aeiu]|${ORDINAL})?`, 'teen', 10 + i)),
  ...SERBIAN_TENS.map((word, i) => entry(`${word}(?:ak|oro|${ORDINAL})?`, 'ten', 20 + 10 * i)),
  ...SERBIAN_HUNDREDS.map(([value, form]) => entry(form, 'hundreds', value)),
  entry('sto|stotin(?:a|e|u|i|ak|ama)|stot(?:i|a|e|og|oj)|hundreds?', 'hundred', 100),
  ...SCALES.map(([value, form]) => entry(form, 'scale', value)),
  ...ENGLISH_UNITS.map(([value, form]) => entry(form, 'unit', value)),
  ...englishTeens(),
  ...ENGLISH_TENS.map((word, i) => entry(`${word}|${word.replace(/y$/, 'ieth')}`, 'ten', 20 + 10 * i)),
  ...ONLY_IN_COMPOUNDS.map(([value, form]) => entry(form, 'unit', value)),
]

function entry(form: string, kind: Part['kind'], value: number): [RegExp, Part] {
  return [new RegExp(`^(?:${form})$`), { kind, value }]
}

function englishTeens(): [RegExp, Part][] {
  const values = [10, 11, 12, 12, 13, 14, 15, 16, 17, 18, 19]
  return ENGLISH_TEENS.split('|').map((form, i) => entry(form, 'teen', values[i]!))
}

const FIRST_LETTERS = /^[jdtcpsohmtuefnb]/

/** What one word (lower case, Latin, without diacritics) adds to a number, or `null`. */
function partOf(word: string): Part | null {
  return FIRST_LETTERS.test(word) ? partLike(word) : null
}

const partLike = remembering((word) => WORDS.find(([form]) => form.test(word))?.[1] ?? joined(word), 20_000)

/** «dvadesetpet», as it is often written, and the number inside «petogodišnji». */
function joined(word: string): Part | null {
  const ten = SERBIAN_TENS.findIndex((tens) => word.startsWith(tens))
  if (ten >= 0) {
    const rest = word.slice(SERBIAN_TENS[ten]!.length)
    const unit = WORDS.find(([form, part]) => part.kind === 'unit' && form.test(rest))?.[1]
    if (unit) return { kind: 'teen', value: 20 + 10 * ten + unit.value }
  }
  const compound = /^([a-z]+?)o?(?:godisnj|dnevn|mesecn|nedeljn|casovn|satn|clan|strank|stepen)/.exec(word)?.[1]
  return compound === undefined ? null : (PREFIXES.get(compound) ?? null)
}

const PREFIXES = new Map<string, Part>(
  [
    ...['dv', 'tr', 'cetvor', 'pet', 'sest', 'sedm', 'osm', 'devet'].map((word, i): [string, number] => [word, i + 2]),
    ...SERBIAN_TEENS.map((word, i): [string, number] => [word, 10 + i]),
    ...SERBIAN_TENS.map((word, i): [string, number] => [word, 20 + 10 * i]),
  ].map(([word, value]) => [word, { kind: 'teen', value, last: true }]),
)

const FRACTIONS: [RegExp, number][] = [
  [/^(?:polovin(?:a|e|i|u|om)|pola|half|halves)$/, 2],
  [/^(?:trecin(?:a|e|i|u|om|ama)|thirds)$/, 3],
  [/^(?:cetvrtin(?:a|e|i|u|om|ama)|quarters?)$/, 4],
  [/^(?:petin(?:a|e|i|u|om|ama)|fifths)$/, 5],
]

const AND = new Set(['i', 'and'])

/**
 * The number that begins with the first of `words` (lower case, Latin, without diacritics), or `null`: cardinals,
 * ordinals and collective numbers, inflected, up to thousands of millions; halves, thirds, quarters and fifths. «Један»
 * and «други» alone say too little to count.
 */
export function numberInWords(words: readonly string[]): WordNumber | null {
  const fraction = denominatorOf(words[0]!)
  if (fraction !== null) return { value: 1, parts: fraction, tokens: 1, kind: 'fraction' }
  const sum = new Sum()
  let tokens = 0
  for (let at = 0; at < words.length; at++) {
    if (at > 0 && AND.has(words[at]!)) continue
    const part = partOf(words[at]!)
    if (!part || !sum.add(part)) break
    tokens = at + 1
    if (part.last) break
  }
  const next = words[tokens]
  const parts = tokens === 1 && next !== undefined ? denominatorOf(next) : null
  if (parts !== null && sum.value < parts) return { value: sum.value, parts, tokens: 2, kind: 'fraction' }
  const saysNothing = tokens === 1 && (sum.value === 1 || SECOND.test(words[0]!) || words[0] === 'sto')
  return tokens === 0 || saysNothing ? null : { value: sum.value, tokens, kind: 'number' }
}

const SECOND = new RegExp(`^(?:${ONLY_IN_COMPOUNDS[1]![1]})$`)

function denominatorOf(word: string): number | null {
  return FRACTIONS.find(([form]) => form.test(word))?.[1] ?? null
}

/** Adds up words as long as each may follow the ones before it. */
class Sum {
  #total = 0
  #current = 0
  #scale = Number.POSITIVE_INFINITY

  get value(): number {
    return this.#total + this.#current
  }

  /** Whether the word belongs to the number. */
  add({ kind, value }: Part): boolean {
    const { room, added } = this.#place(kind, value)
    if (!room) return false
    this.#current = added
    if (kind === 'scale') {
      this.#total += this.#current
      this.#current = 0
      this.#scale = value
    }
    return true
  }

  #place(kind: Part['kind'], value: number): { room: boolean; added: number } {
    const current = this.#current
    switch (kind) {
      case 'unit':
        return { room: current % 10 === 0 && current % 100 !== 10, added: current + value }
      case 'teen':
      case 'ten':
        return { room: current % 100 === 0, added: current + value }
      case 'hundreds':
        return { room: current === 0, added: value }
      case 'hundred':
        return { room: current < 10, added: Math.max(1, current) * 100 }
      case 'scale':
        return { room: value < this.#scale, added: Math.max(1, current) * value }
    }
  }
}
