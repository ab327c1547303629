import { streamXml } from '../package/xml.ts'
import { HARD_BREAK, PAGE_BREAK } from '../page-breaks.ts'
import { Edited } from './edited.ts'
import { isChange, surveyOf } from './survey.ts'

export type MarkedXml = {
  xml: string
  /** Whether Word noted where its pages broke; without that only breaks somebody set are known. */
  rendered: boolean
  breaks: number
}

/**
 * The XML of a document with a mark as text wherever a page begins: where Word last broke pages, at breaks somebody
 * set, and at sections that begin on a new page. A break that somebody set and Word then noted again is marked once.
 */
export function markPageBreaks(xml: string): MarkedXml {
  const { turns } = surveyOf(xml)
  const marks = new Marks(xml, turns)
  streamXml(xml, marks)
  return { xml: marks.marked(), rendered: marks.rendered, breaks: marks.breaks }
}

const TEXT = `<w:t xml:space="preserve">${PAGE_BREAK}</w:t>`
const HARD_TEXT = TEXT.replace(PAGE_BREAK, HARD_BREAK)
const RUN = `<w:r>${TEXT}</w:r>`
const OFF = ['0', 'false', 'off']

class Marks {
  rendered = false
  breaks = 0
  readonly #edited: Edited
  readonly #turns: boolean[]
  /** Without text since the last break, or since the beginning, another one only repeats it. */
  #textSince = false
  #isText = false
  /** Inside the properties that a paragraph or section had before a tracked change. */
  #isFormer = false
  #dueAfterProperties = false
  #dueAfterParagraph = false
  /** What comes in place of the element that is open. */
  #replacement: { from: number; by: string } | null = null

  constructor(xml: string, turns: boolean[]) {
    this.#edited = new Edited(xml)
    this.#turns = turns
  }

  marked = () => this.#edited.toString()

  open = (name: string, attribs: Record<string, string>, from: number) => {
    this.#isText = name === 'w:t'
    if (name === 'w:lastRenderedPageBreak') {
      this.rendered = true
      this.#replacement = { from, by: this.#textSince ? this.#mark(TEXT) : '' }
    } else if (name === 'w:br' && attribs['w:type'] === 'page') this.#replacement = { from, by: this.#mark(HARD_TEXT) }
    else if (isChange(name)) this.#isFormer = true
    else if (name === 'w:pageBreakBefore' && !this.#isFormer)
      this.#dueAfterProperties = this.#textSince && !OFF.includes(attribs['w:val'] ?? '')
  }

  text = (text: string) => {
    if (this.#isText && /\S/.test(text)) this.#textSince = true
  }

  close = (name: string, from: number, to: number) => {
    this.#isText = false
    if (this.#replacement) this.#edited.replace(this.#replacement.from, to, this.#replacement.by)
    this.#replacement = null
    if (isChange(name)) this.#isFormer = false
    else if (name === 'w:sectPr' && !this.#isFormer) this.#dueAfterParagraph = this.#turns.shift() ?? false
    else if (name === 'w:pPr' && !this.#isFormer) this.#afterProperties(to)
    else if (name === 'w:p') this.#afterParagraph(from)
  }

  #afterProperties(at: number): void {
    if (this.#dueAfterProperties) this.#edited.replace(at, at, this.#mark(RUN))
    this.#dueAfterProperties = false
  }

  #afterParagraph(at: number): void {
    if (this.#dueAfterParagraph && this.#textSince) this.#edited.replace(at, at, this.#mark(RUN))
    this.#dueAfterParagraph = false
  }

  #mark(text: string): string {
    this.breaks += 1
    this.#textSince = false
    return text
  }
}
