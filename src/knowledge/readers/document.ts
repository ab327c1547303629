/** What a file of knowledge says, before it is cut into passages. Pure data; every text is plain, without markup. */

/** The smallest things that are quoted whole or by sentence. */
export type ContentBlock =
  | { kind: 'paragraph'; text: string }
  /** `start` is the number of the first item of an ordered list that does not begin with 1. */
  | { kind: 'list'; ordered: boolean; items: string[]; start?: number }
  | { kind: 'table'; head: string[]; rows: string[][] }

/** Where in its file a section stands; pages and slides count from 1. */
export type Place =
  /** `recognised`: the page is a picture, whose text a program recognised. */
  | { kind: 'page'; number: number; recognised?: true }
  | { kind: 'slide'; number: number }
  | { kind: 'sheet'; name: string }

/** The text under one heading. */
export type Section = {
  /** From the widest heading to this one, without the document's title. */
  headings: string[]
  /** `null` where the format has no pages, slides or sheets. */
  place: Place | null
  /** The heading in English with a few words a person would ask with; empty when the file gives none. */
  headingEn: string
  /** How people ask for it in their own words; searched, never shown. */
  askedAs: string[]
  /** Which piece of it answers each of these, by its mark («3», «3b»); empty or left out: not known, or the whole does. */
  answeredIn?: string[]
  /** Numbers of the facts the section states («F12»). */
  facts: string[]
  /** Short name, in Latin letters, of the form to fill in that this section is; left out: it is none. */
  template?: string
  blocks: ContentBlock[]
}

/** An entry of a glossary. */
export type Term = {
  mark: string
  term: string
  aliases: string[]
  english: string[]
  meaning: string
  meaningEn: string
}

/** An entry with how people ask for it in their own words; searched, never shown. */
export type AskedTerm = Term & { askedAs: string[]; answeredIn: string[] }

export type Document = {
  title: string
  titleEn: string
  /** Where the text comes from, in one sentence. */
  origin: string
  /** The day its content was last checked, as YYYY-MM-DD, or `null`. */
  checkedOn: string | null
  /** Questions the document says it answers. */
  questions: { sr: string[]; en: string[] }
  sections: Section[]
  terms: AskedTerm[]
}

/** A document of which nothing is known but its title and what it says. */
export function bareDocument(title: string, sections: Section[]): Document {
  return { title, titleEn: '', origin: '', checkedOn: null, questions: { sr: [], en: [] }, sections, terms: [] }
}

/** A section of which nothing is known but where it stands and what it says. */
export function bareSection(headings: string[], blocks: ContentBlock[] = [], place: Place | null = null): Section {
  return { headings, place, headingEn: '', askedAs: [], facts: [], blocks }
}

/** The text of a block as one runs it together for search. */
export function textOfBlock(block: ContentBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return block.text
    case 'list':
      return block.items.join('\n')
    case 'table':
      return [block.head.join(' | '), ...block.rows.map((row) => row.join(' | '))].join('\n')
  }
}
