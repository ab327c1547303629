/** How the number of headings, or of list items, of one level is made. */
export type NumberLevel = {
  /** What stands before the text; `%1` is the number of the widest level, `%2` of the next, as far as `%9`. */
  template: string
  /** `null` for a level without a number, or with a bullet. */
  format: NumberFormat | null
  start: number
  /** Whether one of a wider level begins the count anew. */
  restarts: boolean
  /** Whether the numbers of wider levels are shown in Arabic figures, however they are shown there. */
  isLegal: boolean
}

export type NumberFormat =
  | 'decimal'
  | 'decimal-zero'
  | 'upper-roman'
  | 'lower-roman'
  | 'upper-letter'
  | 'lower-letter'
  /** а, б, в as Word counts them, without ђ, ј and the like. */
  | 'upper-russian'
  | 'lower-russian'
  /** а, б, в, г, д, ђ as LibreOffice counts them for Serbian. */
  | 'upper-serbian'
  | 'lower-serbian'

/** Counts headings, or the items of a list, as word processors do. */
export class LevelNumbers {
  readonly #levels: readonly (NumberLevel | undefined)[]
  readonly #counts: (number | undefined)[] = []

  /** `levels` from the widest one. */
  constructor(levels: readonly (NumberLevel | undefined)[]) {
    this.#levels = levels
  }

  /** Makes the next number of a level (0 is the widest) this one. */
  restart(level: number, at: number): void {
    this.#counts[level] = at - 1
  }

  /** The number of the next one of a level, as the document shows it; empty where it shows none. */
  next(level: number): string {
    const own = this.#levels[level]
    if (!own) return ''
    this.#counts[level] = (this.#counts[level] ?? own.start - 1) + 1
    for (let deeper = level + 1; deeper < this.#levels.length; deeper++)
      if (this.#levels[deeper]?.restarts) this.#counts[deeper] = undefined
    if (own.format === null) return ''
    return own.template.replace(/%([1-9])/g, (_, wider: string) => this.#shown(Number(wider) - 1, own)).trim()
  }

  #shown(level: number, own: NumberLevel): string {
    const wider = this.#levels[level]
    if (!wider?.format) return ''
    return formatNumber(this.#counts[level] ?? wider.start, own.isLegal ? 'decimal' : wider.format)
  }
}

function formatNumber(number: number, format: NumberFormat): string {
  if (number < 1 || number > MOST_NUMBERED) return String(number)
  switch (format) {
    case 'decimal':
      return String(number)
    case 'decimal-zero':
      return String(number).padStart(2, '0')
    case 'upper-roman':
      return roman(number)
    case 'lower-roman':
      return roman(number).toLowerCase()
    case 'upper-letter':
      return letters(number, LATIN)
    case 'lower-letter':
      return letters(number, LATIN).toLowerCase()
    case 'upper-russian':
      return letters(number, RUSSIAN)
    case 'lower-russian':
      return letters(number, RUSSIAN).toLowerCase()
    case 'upper-serbian':
      return letters(number, SERBIAN)
    case 'lower-serbian':
      return letters(number, SERBIAN).toLowerCase()
  }
}

/** Nobody numbers more with letters. */
const MOST_NUMBERED = 3_999

const ROMAN = 'M 1000,CM 900,D 500,CD 400,C 100,XC 90,L 50,XL 40,X 10,IX 9,V 5,IV 4,I 1'
  .split(',')
  .map((pair) => pair.split(' ') as [string, string])

function roman(number: number): string {
  let left = number
  return ROMAN.map(([sign, value]) => {
    const times = Math.floor(left / Number(value))
    left -= times * Number(value)
    return sign.repeat(times)
  }).join('')
}

const LATIN = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const RUSSIAN = 'АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ'
const SERBIAN = 'АБВГДЂЕЖЗИЈКЛЉМНЊОПРСТЋУФХЦЧЏШ'

/** The letters of an alphabet, then each twice and so on. */
function letters(number: number, alphabet: string): string {
  return alphabet[(number - 1) % alphabet.length]!.repeat(Math.ceil(number / alphabet.length))
}
