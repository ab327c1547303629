import { formulaText } from '../drawing/formula.ts'
import { findAll, findFirst, parseXml, textIn } from '../package/xml.ts'
import type { Archive } from '../package/zip.ts'
import { clean } from '../text/clean.ts'
import { OWN_MARKS, unreadMark } from '../text/marks.ts'
import type { ObjectText } from './html.ts'

/** What the objects of an OpenDocument file say: formulas in one line, titles of charts, and marks of what is not read. */
export function objectTexts(parts: Archive['parts']): ObjectText {
  return (object) => {
    const folder = (object.attribs['xlink:href'] ?? '').replace(/^\.\//, '').replace(/\/$/, '')
    const part = parts.get(`${folder}/content.xml`)
    // A formula may stand in the text itself.
    const tree = part ? parseXml(part) : object
    const formula = findFirst(tree, 'math', 'math:math')
    if (formula) return shown(` ${formulaText(formula)} `) || unreadMark('formulas')
    const chart = findFirst(tree, 'chart:chart')
    if (!chart) return unreadMark('objects')
    const titles = findAll(chart, 'chart:title', 'chart:subtitle').map((title) => clean(textIn(title)))
    return ` ${shown(titles.filter(Boolean).join(', '))} ${unreadMark('charts')}`
  }
}

function shown(text: string): string {
  return text.trim() === '' ? '' : text.replace(OWN_MARKS, ' ')
}
