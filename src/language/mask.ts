import { replacePersonalNumbers } from './personal-number.ts'
import { inScript } from './script.ts'

/** Kinds of data that tell who a person is, with what stands in their place. */
const PLACEHOLDERS = {
  jmbg: '[ЈМБГ]',
  account: '[број рачуна]',
  email: '[имејл]',
  phone: '[телефон]',
  document: '[број документа]',
  address: '[адреса]',
}

type PersonalKind = keyof typeof PLACEHOLDERS
export type Masked = { text: string; counts: Record<PersonalKind, number> }

const NOT_INSIDE = String.raw`(?<![\p{L}\p{N}])`
const GAP = String.raw`[ \u00a0./()-]{0,3}`
const digits = (from: number, to: number) => String.raw`\d(?:${GAP}\d){${from - 1},${to - 1}}(?!\d)`

const ACCOUNT = new RegExp(
  String.raw`${NOT_INSIDE}(?:RS\d{2}(?:[ -]?\d){18,20}|\d{3}\s?-\s?\d{1,13}\s?-\s?\d{2}|\d{4}(?:[ -]\d{4}){3})(?!\d)`,
  'giu',
)
const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,6}/gu
const PHONE = new RegExp(
  [
    String.raw`(?:\+|(?<!\d)00)[1-9]${GAP}${digits(7, 13)}`,
    String.raw`(?<![\p{N}.,/-])\(?0(?:6\d|[1-3]\d)\)?${GAP}${digits(5, 8)}`,
    String.raw`(?=\d)(?<=${NOT_INSIDE}(?:тел|телефон|телефона|моб|мобилни|tel|telefon|telefona|mob|mobilni|phone|mobile)[.:]?\s{0,2}(?:бр\.?|број|br\.?|broj|number)?[.:]?\s{0,2})${digits(5, 12)}`,
  ].join('|'),
  'giu',
)
/** What a number begins with is looked for first: looking back from each letter took most of the time of masking. */
const DOCUMENT = new RegExp(
  String.raw`(?=\p{Lu}{0,2}\d)(?<=${NOT_INSIDE}(?:личн\p{L}{1,3} карт\p{L}{1,2}|ličn\p{L}{1,3} kart\p{L}{1,2}|licn\p{L}{1,3} kart\p{L}{1,2}|л\.?к\.?|l\.?k\.?|id card|пасош\p{L}{0,3}|pasoš\p{L}{0,3}|pasos\p{L}{0,3}|passport|лбо|lbo|бзк|bzk|легитимациј\p{L}{1,2}|legitimacij\p{L}{1,2}|књижиц\p{L}{1,2}|knjižic\p{L}{1,2}|knjizic\p{L}{1,2}|евиденциј\p{L}{2,4} број\p{L}{0,2}|evidencij\p{L}{2,4} broj\p{L}{0,2})[^\d[\]]{0,25})(?:\p{Lu}{0,2}\d(?:[ -]?\d){4,11})(?!\d)`,
  'giu',
)
const STREET = `(?:ул(?:иц[аеуи]|ицом)?|бул(?:евар[ау]?)?|трг[ау]?|ul(?:ic[aeui]|icom)?|bul(?:evar[au]?)?|trg[au]?)`
const AT_ADDRESS = `(?:адрес[аеуи]|adres[aeui]|(?:станује|станујем|живи|живим|stanuje|stanujem|zivi|živi|zivim|živim) (?:у|на|u|na)|address)`
const HOUSE = String.raw`(?:(?:бр(?:ој)?|br(?:oj)?|no)?[. ]{0,2}\d{1,3}(?:[/-]?\d{1,3}|[/-]?\p{L}(?!\p{L}))?(?:\/\d{1,3})?(?![\d.,]?\d)|б\.?\s?б\.?(?!\p{L})|b\.?\s?b\.?(?!\p{L}))`
/** A word of the name of a street, which none of these is («на улици дечака од 10 година»). */
const NAME = String.raw`(?!(?:од|до|из|за|код|има|су|је|са|и|od|do|iz|za|kod|ima|su|je|sa|i|from|of)(?!\p{L}))\p{L}[\p{L}.]{0,20}`
const ADDRESS = new RegExp(
  [
    String.raw`${NOT_INSIDE}${STREET}\.?[: ]{1,2}(?:${NAME}[ ,]{1,2}){1,5}${HOUSE}`,
    String.raw`${NOT_INSIDE}${AT_ADDRESS}[: ]{1,2}(?:(?-i:\p{Lu})[\p{L}.]{0,20}[ ,]{1,2})(?:${NAME}[ ,]{1,2}){0,3}${HOUSE}`,
    String.raw`${NOT_INSIDE}(?-i:\p{Lu})\p{L}{2,20}(?: ${NAME}){0,2} (?:улиц[аеи]|ulic[aei]) ${HOUSE}`,
    String.raw`${NOT_INSIDE}\d{1,3}[a-z]? (?:(?-i:\p{Lu})[\p{L}.]{1,20} ){1,4}(?:street|avenue|boulevard)(?!\p{L})`,
  ].join('|'),
  'giu',
)

/** Placeholders hold no digits, so each round takes some away; two nearly always do. */
const MOST_ROUNDS = 10

/**
 * The text without personal numbers, accounts, e-mails, phones, numbers of documents and street addresses, in either script,
 * and how many of each were there. Years, amounts, dates, references to laws, statistics and emergency numbers stay. Masking
 * again changes nothing. Names stay: they cannot be told from places and offices.
 */
export function mask(text: string): Masked {
  const counts: Masked['counts'] = { jmbg: 0, account: 0, email: 0, phone: 0, document: 0, address: 0 }
  const script = /\p{Script=Cyrillic}/u.test(text) ? 'cyrl' : 'latn'
  const placeholder = (kind: PersonalKind) => () => {
    counts[kind]++
    return inScript(PLACEHOLDERS[kind], script)
  }
  let masked = text
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = masked
    masked = maskOnce(masked, placeholder)
    if (masked === before) break
  }
  return { text: masked, counts }
}

/**
 * How many e-mails, phones and street addresses stand in a text, which may be long: the pattern for numbers of documents,
 * which takes 0.2 ms a character, is left out.
 */
export function countContacts(text: string): { emails: number; phones: number; addresses: number } {
  const emails = text.includes('@') ? (text.match(EMAIL)?.length ?? 0) : 0
  const rest = (emails > 0 ? text.replace(EMAIL, ' ') : text).replace(ACCOUNT, ' ')
  const count = (within: string, pattern: RegExp) => within.match(pattern)?.length ?? 0
  return { emails, phones: count(rest, PHONE), addresses: count(rest, ADDRESS) }
}

function maskOnce(text: string, placeholder: (kind: PersonalKind) => () => string): string {
  if (!/[\p{Nd}@]|б\.?\s?б|b\.?\s?b/iu.test(text)) return text
  return replacePersonalNumbers(text, placeholder('jmbg'))
    .replace(EMAIL, placeholder('email'))
    .replace(DOCUMENT, placeholder('document'))
    .replace(PHONE, placeholder('phone'))
    .replace(ACCOUNT, placeholder('account'))
    .replace(ADDRESS, placeholder('address'))
}

/** A text with a word in place of every JMBG; all else that tells who a person is stays. */
export function withoutPersonalNumbers(text: string): string {
  return replacePersonalNumbers(text, () => PLACEHOLDERS.jmbg)
}
