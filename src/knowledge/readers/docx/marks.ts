import { HARD_BREAK, PAGE_BREAK } from '../page-breaks.ts'

export type MarkedXml = {
  xml: string
  /** Whether Word noted where its pages broke; without that only breaks somebody set are known. */
  rendered: boolean
  breaks: number
}

const SECTION = /<w:sectPr\b[\s\S]*?<\/w:sectPr>/
const TOKENS = new RegExp(
  [
    /<w:lastRenderedPageBreak\b[^>]*>/,
    /<w:br\b[^>]*w:type="page"[^>]*>/,
    /<w:pageBreakBefore\b[^>]*>/,
    SECTION,
    /<\/w:pPr>/,
    /<\/w:p>/,
    /<w:t\b[^>]*>[^<]*\S[^<]*<\/w:t>/,
  ]
    .map((token) => token.source)
    .join('|'),
  'g',
)
const TEXT = `<w:t xml:space="preserve">${PAGE_BREAK}</w:t>`
const HARD_TEXT = TEXT.replace(PAGE_BREAK, HARD_BREAK)
const RUN = `<w:r>${TEXT}</w:r>`

/**
 * The XML of a document with a mark as text wherever a page begins: where Word last broke pages, at breaks somebody
 * set, and at sections that begin on a new page. A break that somebody set and Word then noted again is marked once.
 */
export function markPageBreaks(original: string): MarkedXml {
  const xml = original.replace(/[\ue000\ue001]/g, ' ')
  const turns = sectionsThatTurn(xml)
  const found = { rendered: false, breaks: 0 }
  // Without text since the last break, or since the beginning, another one only repeats it.
  let textSince = false
  let dueAfterProperties = false
  let dueAfterParagraph = false
  const mark = (text: string) => {
    found.breaks += 1
    textSince = false
    return text
  }
  const marked = xml.replace(TOKENS, (token) => {
    if (token.startsWith('<w:lastRendered')) {
      found.rendered = true
      return textSince ? mark(TEXT) : ''
    }
    if (token.startsWith('<w:br')) return mark(HARD_TEXT)
    if (token.startsWith('<w:pageBreakBefore')) dueAfterProperties = textSince && !/w:val="(?:0|false|off)"/.test(token)
    else if (token.startsWith('<w:sectPr')) dueAfterParagraph = turns.shift() ?? false
    else if (token === '</w:pPr>' && dueAfterProperties) {
      dueAfterProperties = false
      return `${token}${mark(RUN)}`
    } else if (token === '</w:p>' && dueAfterParagraph) {
      dueAfterParagraph = false
      return textSince ? `${mark(RUN)}${token}` : token
    } else if (token.startsWith('<w:t')) textSince = true
    return token
  })
  return { xml: marked, ...found }
}

/** For each section whether the one after it begins on a new page; the type stands in the section it begins. */
function sectionsThatTurn(xml: string): boolean[] {
  const types = Array.from(
    xml.matchAll(new RegExp(SECTION, 'g')),
    ([section]) => !/<w:type w:val="(?:continuous|nextColumn)"/.test(section),
  )
  return types.slice(1)
}
