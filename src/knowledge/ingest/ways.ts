import type { Document, Section } from '../readers/document.ts'
import { sectionsByPassage } from './chunk.ts'

/**
 * The document with ways to ask for each of its passages (`ways`, in the order of `chunksOf`): each passage becomes a section
 * of its own under the same headings, since a way is for one passage. The passages are the same.
 */
export function withWays(document: Document, ways: readonly (readonly string[])[]): Document {
  const sections = document.sections.flatMap(sectionsByPassage)
  return { ...document, sections: sections.map((section, i) => withMore(section, ways[i] ?? [])) }
}

function withMore(section: Section, ways: readonly string[]): Section {
  return ways.length === 0 ? section : { ...section, askedAs: [...section.askedAs, ...ways] }
}
