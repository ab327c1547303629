import { foldedWords } from '../../language/fold.ts'
import { findMunicipalities, type Municipality, municipalityNamed } from '../municipalities/municipalities.ts'
import { readEmail, readName } from '../registration/rules.ts'

/** Somebody without Telegram, as staff wrote them down. */
export type Entry = { name: string; municipality: string; phone: string | null; email: string | null }

/** How somebody is reached who has no Telegram; both are `null` when nobody wrote it down. */
export type Contact = { phone: string | null; email: string | null }

/** What was written about somebody, or what is missing in it; `near` are units that may have been meant. */
export type EntryReading =
  | { kind: 'read'; entry: Entry }
  | { kind: 'refused'; why: 'too-long' | 'no-name' | 'no-contact' }
  | { kind: 'refused'; why: 'no-municipality'; near: Municipality[] }

const LONGEST_ENTRY = 300
/** «Сремски Карловци», «Нови Београд»; no name of a unit has more words. */
const MOST_WORDS = 4
const NEAR = 3

/**
 * A person in one message, in any order: «Ана Анић, Пландиште, 064 123 4567». Commas may be missing: then the municipality stands
 * last. At least a number or an address is needed, since nothing can be sent to them otherwise.
 */
export function readEntry(text: string): EntryReading {
  if (text.length > LONGEST_ENTRY) return { kind: 'refused', why: 'too-long' }
  const { rest, phone, email } = takeContact(text)
  const parts = rest.split(/[,;\n]/).flatMap((part) => part.trim() || [])
  const { named, others } = takeMunicipality(parts.length === 1 ? parted(parts[0]!) : parts)
  const name = readName(others.join(' '))
  if (name.kind === 'refused' && !named) return { kind: 'refused', why: 'no-name' }
  if (!named) return { kind: 'refused', why: 'no-municipality', near: findMunicipalities(parts.at(-1)!).slice(0, NEAR) }
  if (name.kind === 'refused') return { kind: 'refused', why: 'no-name' }
  if (phone === null && email === null) return { kind: 'refused', why: 'no-contact' }
  return { kind: 'read', entry: { name: name.name, municipality: named.code, phone, email } }
}

function takeContact(text: string): { rest: string } & Contact {
  const address = text.split(/[\s,;<>()]+/).find((word) => word.includes('@')) ?? ''
  const email = readEmail(address)
  const without = email === null ? text : text.replace(address, ',')
  const number = NUMBER.exec(without)?.[0] ?? ''
  const phone = readPhone(number)
  return { rest: phone === null ? without : without.replace(number, ','), phone, email }
}

const NUMBER = /[+(]?\d[\d ()./-]{4,22}\d/

/** Digits of a number that can be called: from a local one to an international one. */
const DIGITS = { least: 6, most: 15 }

/** A telephone number as it was written, in one line; `null` for what is none. */
export function readPhone(text: string): string | null {
  const phone = text.replace(/\s+/g, ' ').trim()
  const digits = phone.replace(/\D/g, '').length
  return /^[+(]?[\d ()./-]*$/.test(phone) && digits >= DIGITS.least && digits <= DIGITS.most ? phone : null
}

/** A name and a unit that no comma parts: the longest ending that names a unit. */
function parted(text: string): string[] {
  const words = text.split(/\s+/)
  for (let most = Math.min(MOST_WORDS, words.length - 2); most > 0; most--) {
    const ending = words.slice(-most).join(' ')
    if (municipalityNamed(ending)) return [words.slice(0, -most).join(' '), ending]
  }
  return [text]
}

/** The last part that names a unit, and the others. */
function takeMunicipality(parts: readonly string[]): { named: Municipality | null; others: readonly string[] } {
  const at = parts.findLastIndex((part) => municipalityNamed(part))
  return at === -1
    ? { named: null, others: parts.length > 1 ? parts.slice(0, -1) : parts }
    : { named: municipalityNamed(parts[at]!), others: parts.toSpliced(at, 1) }
}

/** What two spellings of one name have in common: the words, in whatever order, script and case. */
export function nameKey(name: string): string {
  return foldedWords(name)
    .toSorted((a, b) => a.localeCompare(b))
    .join(' ')
}
