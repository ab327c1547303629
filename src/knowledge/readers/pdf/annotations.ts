import type { PDFPageProxy } from 'unpdf/pdfjs'
import { FILLED_IN, type TextItem } from './turned.ts'

/** What stands on a page beside its text: values of a form and written boxes, at their places; and notes, which have none. */
export type Annotations = { texts: TextItem[]; notes: string[] }

/** As pdf.js gives them; only what is used here. */
type Annotation = {
  subtype?: string
  rect?: number[]
  hidden?: boolean
  noView?: boolean
  contentsObj?: { str?: string }
  fieldType?: string
  fieldValue?: unknown
  checkBox?: boolean
  radioButton?: boolean
  exportValue?: unknown
  buttonValue?: unknown
  options?: { exportValue?: unknown; displayValue?: unknown }[]
}

/** Placed, or without a text of their own. */
const NO_NOTES = new Set<string | undefined>(['Widget', 'FreeText', 'Link', 'Popup'])
const LARGEST_LETTERS = 11
const LEADING = 1.2
/** The width of a letter, in sizes: what is written is measured by nobody. */
const LETTER_WIDTH = 0.5

/** What people filled in and wrote onto a page. Links, hidden fields and buttons say nothing. */
export async function annotationsOf(page: PDFPageProxy): Promise<Annotations> {
  const shown = ((await page.getAnnotations()) as Annotation[]).filter((one) => !one.hidden && !one.noView && one.rect)
  const placed = shown.filter(({ subtype }) => subtype === 'Widget' || subtype === 'FreeText')
  return {
    texts: placed.flatMap((one) => textsIn(one.rect!, page.rotate, textOf(one))),
    notes: shown
      .filter(({ subtype }) => !NO_NOTES.has(subtype))
      .map(textOf)
      .filter(Boolean),
  }
}

function textOf(annotation: Annotation): string {
  if (annotation.subtype !== 'Widget') return annotation.contentsObj?.str?.trim() ?? ''
  const { fieldType, fieldValue, checkBox, radioButton } = annotation
  if (checkBox || radioButton) return fieldValue === (annotation.exportValue ?? annotation.buttonValue) ? '☒' : '☐'
  if (fieldType !== 'Tx' && fieldType !== 'Ch') return ''
  const values = [fieldValue].flat().filter((value) => typeof value === 'string')
  return values
    .map((value) => shownFor(value, annotation))
    .join(', ')
    .trim()
}

/** A choice is kept under a short value and shown under another. */
function shownFor(value: string, { options }: Annotation): string {
  const shown = options?.find((option) => option.exportValue === value)?.displayValue
  return typeof shown === 'string' ? shown : value
}

/** The lines of a text, written into its box from the top as somebody who reads the page sees it. */
function textsIn(rect: number[], rotate: number, text: string): TextItem[] {
  const [left = 0, bottom = 0, right = 0, top = 0] = rect
  const height = rotate % 180 === 0 ? top - bottom : right - left
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== '')
  const size = Math.max(1, Math.min(LARGEST_LETTERS, (height / Math.max(1, lines.length)) * 0.7))
  const angle = (rotate * Math.PI) / 180
  const [cos, sin] = [Math.round(Math.cos(angle)), Math.round(Math.sin(angle))]
  const [x, y] = { 0: [left, top], 90: [left, bottom], 180: [right, bottom], 270: [right, top] }[rotate] ?? [left, top]
  const first = lines.length === 1 ? height - (height - size) / 2 - size * 0.2 : size
  return lines.map((line, i) => {
    const down = first + i * size * LEADING
    return {
      str: line,
      transform: [size * cos, size * sin, -size * sin, size * cos, x! + down * sin, y! - down * cos],
      width: line.length * size * LETTER_WIDTH,
      fontName: FILLED_IN,
    }
  })
}
