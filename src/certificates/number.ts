import { randomInt } from 'node:crypto'
import { type Locale, shownTo } from '../language/locale.ts'

/** The sixteen digits of a certificate: fourteen that nobody can guess, and two that tell a typing error. */
export type CertificateNumber = string

const RANDOM_DIGITS = 14

/**
 * A new number, one of a hundred billion times a thousand. Digits alone: they are the same in both scripts, in English and on every
 * keyboard.
 */
export function newNumber(): CertificateNumber {
  const half = () => String(randomInt(10 ** (RANDOM_DIGITS / 2))).padStart(RANDOM_DIGITS / 2, '0')
  return withCheck(`${half()}${half()}`)
}

/** ISO 7064 MOD 97-10, as account numbers have it here: one digit wrong and two exchanged never go through. */
function withCheck(digits: string): CertificateNumber {
  return `${digits}${String(98 - Number(BigInt(`${digits}00`) % 97n)).padStart(2, '0')}`
}

export function isNumber(digits: string): digits is CertificateNumber {
  return /^\d{16}$/.test(digits) && BigInt(digits) % 97n === 1n
}

/** As it stands on paper: «ЛС-4821-0937-5516-2048». */
export function shownNumber(locale: Locale, number: CertificateNumber): string {
  return `${locale === 'en' ? 'LS' : shownTo(locale, 'ЛС')}-${number.replace(/\d{4}(?=\d)/g, '$&-')}`
}

/** A number in what somebody wrote; `mistyped`: meant as one, but a digit is wrong, missing or too many. */
export type ReadNumber = { kind: 'number'; number: CertificateNumber } | { kind: 'mistyped' }

/** «ЛС» in either script, and digits with whatever parts them. */
const MARKED = /(?<![\p{L}\p{N}])(?:ЛС|LS)[\s:№#\p{Pd}]{0,4}(\d(?:[\s\p{Pd}.·]{0,3}\d){3,39})(?![\p{L}\p{N}])/iu
/** All sixteen without «ЛС», parted or not. */
const BARE = /^\s*(\d(?:[\s\p{Pd}.·]{0,3}\d){15})\s*$/u

/** The number in a text: one marked as such anywhere in it, or a text that is nothing else; `null` without one. Linear. */
export function readNumber(text: string): ReadNumber | null {
  const shown = text.slice(0, LONGEST).normalize('NFKC')
  const found = MARKED.exec(shown)?.[1] ?? BARE.exec(shown)?.[1]
  if (found === undefined) return null
  const digits = found.replace(/\D/g, '')
  return isNumber(digits) ? { kind: 'number', number: digits } : { kind: 'mistyped' }
}

/** What stands after a number, which may be the name on the paper; empty without. */
export function wordsAfterNumber(text: string): string {
  const shown = text.slice(0, LONGEST).normalize('NFKC')
  const found = MARKED.exec(shown)
  return found ? shown.slice(found.index + found[0].length).trim() : ''
}

/** Whoever asks about a number does not write more than that. */
const LONGEST = 400
