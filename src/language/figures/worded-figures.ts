import { type Figure, figure } from './figure.ts'
import { numberInWords, type WordNumber } from './number-words.ts'
import { amountInWords } from './units.ts'

const WORD_RUN = /\p{L}+(?:[ -]\p{L}+)*/gu

/** The figures of a text (in Latin, its digits taken out) that are written in words, with the units after them. */
export function figuresInWords(text: string, english: boolean): Figure[] {
  return Array.from(text.matchAll(WORD_RUN)).flatMap(([run]) => figuresOfRun(run.split(/[ -]/), english))
}

function figuresOfRun(written: string[], english: boolean): Figure[] {
  const words = written.map(bare)
  const found: Figure[] = []
  for (let at = 0; at < words.length; ) {
    const number = numberAt(words.slice(at, at + LONGEST_NUMBER), english)
    if (!number) {
      at++
      continue
    }
    const text = written.slice(at, at + number.tokens).join(' ')
    const after = written.slice(at + number.tokens, at + number.tokens + 2).join(' ')
    at += Math.max(1, number.tokens)
    if (number.kind === 'fraction')
      found.push(figure('fraction', text, `${number.value}/${number.parts}`, ...(number.parts === 2 ? ['50%'] : [])))
    else found.push(amountInWords(text, number.value, after) ?? figure('number', text, String(number.value)))
  }
  return found
}

const ONE = /^(?:jed(?:an|n(?:a|o|og|oga|om|u|e|oj))|one)$/
/** Spans and shares, of which «један» is a number and no article. */
const COUNTED =
  /^(?:godin|mesec|nedelj|sedmic|dan|sat|cas|radn|dinar|evr|procen|odsto|year|month|week|day|hour|percent)/
const ORDINALS: [RegExp, number][] = [
  [/^(?:prv(?:i|a|o|e|u|og|om|oj|im|ih)|first)$/, 1],
  [/^(?:drug(?:i|a|o|e|u|og|om|oj|im|ih)|second)$/, 2],
]
/** What is counted in order, so that «други» before it is no «other». */
const ORDERED = /^(?:korak|faz|krug|kvartal|tromesec|polugod|poglavlj|step|phase|round|quarter|chapter)/

/** The number that begins with the first word. «Један», «први» and «други» count before what is counted. */
function numberAt(words: readonly string[], english: boolean): WordNumber | null {
  const [word = '', next = ''] = words
  // The English animal.
  if (english && word === 'pet') return null
  // «Годину дана» is one year.
  if (word === 'godinu' && next === 'dana') return { value: 1, tokens: 0, kind: 'number' }
  if (ONE.test(word) && COUNTED.test(next)) return { value: 1, tokens: 1, kind: 'number' }
  const ordinal = ORDERED.test(next) ? ORDINALS.find(([form]) => form.test(word)) : undefined
  return ordinal ? { value: ordinal[1], tokens: 1, kind: 'number' } : numberInWords(words)
}

/** «Девет стотина деведесет девет милиона …» in full. */
const LONGEST_NUMBER = 16

function bare(word: string): string {
  return word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd')
}
