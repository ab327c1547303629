import type { Section } from '../document.ts'

/** A section as it is met: `isHeaded` when its last heading stands at its beginning, and is not only carried on from a page before. */
export type Met = { section: Section; isHeaded: boolean }

/**
 * The sections that say something, in order. A heading with nothing under it, neither text nor a heading with text, is
 * text itself, below the headings above it.
 */
export function sectionsWithText(met: readonly Met[]): Section[] {
  // From the end, so that a heading knows what stands under it.
  const found: Section[] = []
  const ofHeadings = new Set<Section>()
  for (const { section, isHeaded } of met.toReversed()) {
    const next = found.at(-1)
    if (section.blocks.length > 0) found.push(section)
    else if (isHeaded && section.headings.length > 0 && !(next && standsUnder(next.headings, section.headings))) {
      const text = headingAsText(section)
      if (next && ofHeadings.has(next) && isSamePlace(next, text)) next.blocks.unshift(...text.blocks)
      else {
        found.push(text)
        ofHeadings.add(text)
      }
    }
  }
  return found.reverse()
}

function standsUnder(headings: string[], above: string[]): boolean {
  return above.every((heading, i) => heading === headings[i])
}

function headingAsText(section: Section): Section {
  const { headings } = section
  return { ...section, headings: headings.slice(0, -1), blocks: [{ kind: 'paragraph', text: headings.at(-1)! }] }
}

function isSamePlace(one: Section, other: Section): boolean {
  return (
    one.headings.join('\n') === other.headings.join('\n') && JSON.stringify(one.place) === JSON.stringify(other.place)
  )
}
