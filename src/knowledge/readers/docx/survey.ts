import { streamXml } from '../package/xml.ts'

/** What of a document must be known before it is gone through. */
export type Survey = {
  /** For each section whether the one after it begins on a new page. */
  turns: boolean[]
}

const ON_THE_SAME_PAGE = ['continuous', 'nextColumn']

export function surveyOf(xml: string): Survey {
  const turns: boolean[] = []
  let isFormer = false
  streamXml(xml, {
    open: (name, attribs) => {
      if (isChange(name)) isFormer = true
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
  return { turns: turns.slice(1) }
}

/** Whether an element holds what its paragraph or section was like before a tracked change. */
export function isChange(name: string): boolean {
  return name === 'w:pPrChange' || name === 'w:sectPrChange'
}
