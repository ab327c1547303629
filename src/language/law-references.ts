import { type Figure, type Finder, figure } from './figures/figure.ts'

const ARTICLE = `(?:član(?:a|u|om|ovi|ove|ovima)?|clan(?:a|u|om|ovi|ove|ovima)?|čl|cl|articles?|art)`
const PARAGRAPH = `(?:stav(?:a|u|om|ovi|ove|ovima)?|st|paragraphs?|para)`
const POINT = `(?:tačk(?:a|e|i|u|om|ama)|tack(?:a|e|i|u|om|ama)|tač|tac|points?|items?)`
const NUMBER = String.raw`\d{1,4}(?:[a-zđ](?!\p{L}))?`
const NUMBERS = String.raw`${NUMBER}(?:[.)]{0,2}\s?(?:,|i|ili|do|and|or|to|–|-)\s?${NUMBER})*`
const LEVEL = `(?:${ARTICLE}|${PARAGRAPH}|${POINT})`
const PIECE = new RegExp(String.raw`(${ARTICLE})?(${PARAGRAPH})?(${POINT})?\.?\s?(${NUMBERS})`, 'giu')

/** «чл. 13. став 2. тачка 4)», «чланови 20 и 32», «Article 13(2)», and «„Службени гласник РС“, бр. 107/2012 и 26/24». */
export const LAW_REFERENCES: readonly Finder[] = [
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}\d])${LEVEL}\.?\s?${NUMBERS}[.)]*(?:,?\s?${LEVEL}\.?\s?${NUMBERS}[.)]*){0,4}(?:\(\d{1,2}\))?`,
      'giu',
    ),
    read: ([text]) => readReference(text),
  },
  {
    pattern: /(?<![\d/.,])(\d{1,3})\/(\d{4}|\d{2})(?![\d/])/g,
    read: ([text, number, year]) =>
      Number(number) === 0 ? null : [figure('issue', text, `issue:${Number(number)}/${fullYear(year!)}`)],
  },
]

/** Issues of the gazette from before this two-digit year are of the nineteen hundreds. */
const OLDEST_SHORT_YEAR = 45

function fullYear(year: string): number {
  if (year.length === 4) return Number(year)
  return Number(year) + (Number(year) >= OLDEST_SHORT_YEAR ? 1900 : 2000)
}

/** A paragraph belongs to the article before it, a point to both; each is a figure. */
function readReference(text: string): Figure[] {
  const spelled = text.replace(/\((\d{1,2})\)$/, ' stav $1')
  let article = ''
  let paragraph = ''
  return [...spelled.matchAll(PIECE)].flatMap(([piece, isArticle, isParagraph, , numbers]) => {
    const each = (numbers!.match(new RegExp(NUMBER, 'giu')) ?? []).map((one) => one.toLowerCase())
    return each.map((number) => {
      if (isArticle) {
        article = `čl. ${number}`
        paragraph = ''
        return figure('law', piece, article)
      }
      if (isParagraph) {
        paragraph = `st. ${number}`
        return inside(piece, [article, paragraph])
      }
      return inside(piece, [article, paragraph, `tač. ${number}`])
    })
  })
}

function inside(text: string, path: string[]): Figure {
  const levels = path.filter(Boolean)
  return {
    kind: 'law',
    text: text.trim(),
    means: [levels.join(' ')],
    says: levels.map((_, i) => levels.slice(i).join(' ')),
  }
}
