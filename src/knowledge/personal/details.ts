import { countContacts } from '../../language/mask.ts'
import { countPersonalNumbers } from '../../language/personal-number.ts'

/** What stands in a text by which somebody can be reached or told apart, and how often. */
export type Details = { phones: number; emails: number; personalNumbers: number; addresses: number }

export const NO_DETAILS: Details = { phones: 0, emails: 0, personalNumbers: 0, addresses: 0 }

export function sumOf(all: readonly Details[]): Details {
  return all.reduce(
    (sum, one) => ({
      phones: sum.phones + one.phones,
      emails: sum.emails + one.emails,
      personalNumbers: sum.personalNumbers + one.personalNumbers,
      addresses: sum.addresses + one.addresses,
    }),
    NO_DETAILS,
  )
}

/** A mobile number that a sheet keeps as a number, without its zero. */
const PHONE_AS_NUMBER = /^6\d{7,8}$/
/** «Немањина 22», «Цара Душана 14а/3, Рума», «Доња Бадања бб»: a street or village and a house, and perhaps a place. */
const ADDRESS_CELL =
  /^\p{Lu}[\p{L}.'’-]{1,24}(?: [\p{L}.'’-]{1,24}){0,4},? (?:бр\.? ?|br\.? ?)?(?:\d{1,3} ?\p{L}?(?:\/\d{1,3})?|бб|bb)(?:,? [\p{L}\d .]{2,40})?$/u

/** The details in one cell or one run of text. */
export function detailsIn(text: string): Details {
  if (!/[\d@]|бб|bb/.test(text)) return NO_DETAILS
  const { emails, phones, addresses } = countContacts(text)
  const trimmed = text.trim()
  return {
    phones: phones || Number(PHONE_AS_NUMBER.test(trimmed)),
    emails,
    personalNumbers: countPersonalNumbers(text),
    addresses: addresses || Number(phones === 0 && ADDRESS_CELL.test(trimmed)),
  }
}

/** By these a person is reached or known, whatever else stands beside them. */
export function tellsWho({ phones, emails, personalNumbers }: Details): boolean {
  return phones + emails + personalNumbers > 0
}

const DATE = /(?<!\d)\d{1,2}\. ?\d{1,2}\. ?\d{4}(?!\d)|(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/
/** An amount or another number that is no year and no count of few. */
const LARGE = /(?<!\d)(?:\d{1,3}(?:[., ]\d{3}){1,3}(?!\d)|(?!(?:19|20)\d\d(?!\d))\d{4,})/
const TO_BE_SIGNED = /_{3,}|\.{6,}|…{2,}/

/** A date of birth, an amount, a number of a document or an account, a place to sign: of a person where a row is a person. */
export function mayBeOfPerson(text: string): boolean {
  return DATE.test(text) || LARGE.test(text) || TO_BE_SIGNED.test(text)
}
