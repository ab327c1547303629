import { toLatin } from './script.ts'

const TOP_LEVEL = String.raw`(?:\p{L}{2,24}|xn--[a-z0-9-]+)`
const LINK = new RegExp(
  [
    String.raw`\p{L}[\p{L}\d+.-]{1,20}:\/\/[^\s<>()[\]"„“”«»]+`,
    String.raw`(?:mailto|tel|tg|javascript|data):[^\s<>"]+`,
    String.raw`[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,8}`,
    String.raw`(?<![\p{L}\d.@-])[\p{L}\d](?:[\p{L}\d-]{0,62})(?:\.[\p{L}\d-]{1,63}){0,8}\.${TOP_LEVEL}(?![\p{L}\d])(?::\d{1,5})?(?:[/?#][^\s<>"„“”«»]*)?`,
    String.raw`(?<![\d.])(?!\d{1,3}(?:\.\d{3}){3}(?!\d))\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?(?:\/[^\s<>"]*)?(?![\d.])`,
    String.raw`(?<![\p{L}\d])@[\p{L}\d_]{2,64}`,
    String.raw`(?<![\p{L}\d/.<])\/[a-z_][a-z\d_]{1,31}(?:@[a-z\d_]+)?(?![\p{L}\d/])`,
    String.raw`(?<![\p{L}\d])[#$]\p{L}[\p{L}\d_]{1,63}`,
  ].join('|'),
  'giu',
)

/** No link has a space in it, and most words have none of these. */
const WORD = /\S+/g
const MAY_BE_LINK = /[@#$/]|[.:]\S/

/**
 * Everything in a text that a Telegram client may make tappable: addresses with and without a scheme, e-mails, mentions,
 * commands, hashtags. Lower case, without the punctuation after it.
 */
export function findLinks(text: string): string[] {
  const words = (text.match(WORD) ?? []).filter((word) => MAY_BE_LINK.test(word))
  return words
    .flatMap((word) => Array.from(word.matchAll(LINK), ([link]) => trimmed(link)))
    .filter((link) => !isAbbreviation(link))
}

/** The text with its links taken out, each a space. */
export function withoutLinks(text: string): string {
  return text.replace(WORD, (word) => (MAY_BE_LINK.test(word) ? word.replace(LINK, keptIfAbbreviation) : word))
}

function keptIfAbbreviation(link: string): string {
  return isAbbreviation(trimmed(link)) ? link : ' '
}

function trimmed(link: string): string {
  return link.toLowerCase().replace(/[.,;:!?)\]}'’]+$/u, '')
}

/** «e.g», «т.ј», «д.о.о» are written like addresses; nothing but single letters between points is none. */
function isAbbreviation(link: string): boolean {
  return /^(?:\p{L}\.)+\p{L}{1,2}$/u.test(link)
}

/** What ends the name of a site, of those that Serbian words are not; Cyrillic ones as Latin has them. */
const ENDINGS =
  'com|net|org|info|biz|app|dev|xyz|online|site|shop|store|top|club|link|click|live|ru|cn|rs|eu|uk|hr|srb|rf|kom|gov|edu|tk|ly'
/** How a point or an at-sign is written so that no program takes what stands around it for a link. */
const POINT = String.raw`(?:\s*[([{]\s*(?:\.|·|dot|tacka)\s*[)\]}]\s*|\s+(?:dot|tacka)\s+|\s+\.\s*|\s*\.(?=\s)\s+(?=[a-z]))`
const AT = String.raw`(?:\s*[([{]\s*(?:@|at|et|majmun)\s*[)\]}]\s*|\s+@\s*|\s*@\s+)`
const SITE = new RegExp(
  String.raw`[a-z\d][a-z\d-]{1,62}${POINT}(?:[a-z\d-]{1,63}(?:\.|${POINT})){0,4}(?:${ENDINGS})(?![\p{L}\d])`,
  'gu',
)
const ADDRESS = new RegExp(String.raw`[a-z\d._%+-]{2,64}${AT}[a-z\d-]{2,63}`, 'gu')
const WORDS_IN_TWO_SCRIPTS = /[\p{Script=Cyrillic}\p{Script=Latin}]+/gu
const IN_TWO_SCRIPTS = /\p{Script=Cyrillic}\p{Script=Latin}|\p{Script=Latin}\p{Script=Cyrillic}/u
/** Points of other alphabets. */
const OTHER_POINTS = /[。｡．․]/g

/**
 * Links that are written so as not to be seen for what they are, but that a person would type: «primer tačka com», «primer . com»,
 * «ime (at) primer», and words that mix the letters of two scripts. Small letters, one space for any.
 */
export function findDisguisedLinks(text: string): string[] {
  const mixed = IN_TWO_SCRIPTS.test(text)
    ? text.match(WORDS_IN_TWO_SCRIPTS)!.filter((word) => IN_TWO_SCRIPTS.test(word))
    : []
  if (!MAY_BE_DISGUISED.test(text)) return mixed.map((word) => word.toLowerCase())
  const plain = toLatin(text.replace(OTHER_POINTS, ' . ').normalize('NFKC'))
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/\s+/g, ' ')
  const found = [SITE, ADDRESS].flatMap((pattern) => plain.match(pattern) ?? [])
  return [...mixed.map((word) => word.toLowerCase()), ...found]
}

/** Hardly a sentence has any of these. */
const MAY_BE_DISGUISED = /[@([{。｡．․]|\s\.|\.\s+\p{Ll}|(?:тачка|tačka|tacka|dot)/iu
