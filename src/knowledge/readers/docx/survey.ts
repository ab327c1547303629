import { streamXml } from '../package/xml.ts'

/** What of a document must be known before it is gone through. */
export type Survey = {
  /** For each section whether the one after it begins on a new page. */
  turns: boolean[]
  /** How many there are of each thing that is not read. */
  counts: Record<(typeof COUNTED)[number], number>
}

const COUNTED = ['c:chart', 'o:OLEObject', 'dgm:relIds', 'm:oMath'] as const
const ON_THE_SAME_PAGE = ['continuous', 'nextColumn']

export function surveyOf(xml: string): Survey {
  const counts = { 'c:chart': 0, 'o:OLEObject': 0, 'dgm:relIds': 0, 'm:oMath': 0 }
  const turns: boolean[] = []
  let isFormer = false
  streamXml(xml, {
    open: (name, attribs) => {
      if (isCounted(name)) counts[name] += 1
      else if (isChange(name)) isFormer = true
      else if (name === 'w:sectPr' && !isFormer) turns.push(true)
      else if (name === 'w:type' && !isFormer && ON_THE_SAME_PAGE.includes(attribs['w:val'] ?? ''))
        turns.splice(-1, 1, false)
    },
    text: () => {},
    close: (name) => {
      if (isChange(name)) isFormer = false
    },
  })
  // The type stands in the section that it begins.
  return { turns: turns.slice(1), counts }
}

function isCounted(name: string): name is keyof Survey['counts'] {
  return (COUNTED as readonly string[]).includes(name)
}

/** Whether an element holds what its paragraph or section was like before a tracked change. */
export function isChange(name: string): boolean {
  return name === 'w:pPrChange' || name === 'w:sectPrChange'
}
