import type { Language } from '../../language/detect.ts'
import type { Document } from './document.ts'

export type Format = 'docx' | 'pptx' | 'xlsx' | 'odt' | 'odp' | 'ods' | 'pdf' | 'html' | 'md' | 'txt' | 'csv'

/** Why a file is not read. */
export type RefusalReason =
  | 'too-large'
  | 'too-many-pages'
  /** A zip bomb, or a file whose contents need more memory than the limit. */
  | 'unpacks-too-large'
  | 'too-slow'
  | 'encrypted'
  | 'damaged'
  /** A PDF in which no page has text; the detail says how many there are. */
  | 'scanned'
  | 'empty'
  | 'unknown-format'
  /** doc, ppt, xls, rtf; the detail says which. */
  | 'old-format'
  /** xlsb: a workbook whose parts are no XML. */
  | 'binary-workbook'
  | 'macros'

/** What stands in the file and not in the document: a kind in one place. */
export type Unread = {
  what:
    | 'images'
    | 'charts'
    | 'diagrams'
    | 'objects'
    | 'formulas'
    | 'comments'
    | 'pages-without-text'
    | 'damaged-pages'
    | 'hidden-slides'
    | 'hidden-sheets'
    | 'hidden-rows'
    | 'hidden-columns'
    | 'hidden-text'
    /** Letters of which a font does not say which they are; they stand in the text as «�». */
    | 'letters'
    /** Headers and footers of pages. */
    | 'running-text'
  count: number
  /** Left out where the file does not tell, and in versions that were read before places were kept. */
  at?: UnreadPlace
}

/** Pages, slides and sheets count from 1; `cells` are an address as the program shows it: «B4», «3–5», «C». */
export type UnreadPlace =
  | { kind: 'page' | 'slide'; number: number }
  | { kind: 'sheet'; number: number; name: string; cells?: string }
  /** Below this heading, in a file without pages. */
  | { kind: 'heading'; text: string }

export type ReadResult =
  | {
      kind: 'read'
      format: Format
      document: Document
      language: Language
      /** Pages, slides or sheets; `null` where the format or the writer of the file does not tell. */
      pages: number | null
      /** Only what occurs: no count is 0. */
      unread: Unread[]
    }
  | { kind: 'refused'; reason: RefusalReason; detail?: string }

/** Thrown inside the readers, caught by `readFile`, which returns it as a value. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly reason: RefusalReason
  readonly detail: string | undefined

  constructor(reason: RefusalReason, detail?: string) {
    super(detail ?? reason)
    this.reason = reason
    this.detail = detail
  }
}
