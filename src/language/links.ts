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
