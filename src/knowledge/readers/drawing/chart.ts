import type { Element } from 'domhandler'
import { findAll, findFirst, parseXml, textIn } from '../package/xml.ts'
import { clean } from '../text/clean.ts'

/** What a chart says in words: its title, the titles of its axes, the names of its series with the labels they are drawn over. */
export function chartTexts(part: Uint8Array | undefined): string[] {
  if (!part) return []
  const tree = parseXml(part)
  const titles = findAll(tree, 'c:title').map((title) => clean(findAll(title, 'a:t').map(textIn).join('')))
  const series = findAll(tree, 'c:ser').map(seriesText)
  return [...new Set([...titles, ...series])].filter(Boolean)
}

const MOST_LABELS = 200

/** «Породице: Бечеј 12, Сента 5»: the values that the file keeps beside their labels. */
function seriesText(series: Element): string {
  const name = textsAt(series, 'c:tx').join(' ')
  const labels = textsAt(series, 'c:cat')
  const values = textsAt(series, 'c:val')
  const pairs = labels.slice(0, MOST_LABELS).map((label, i) => clean(`${label} ${values[i] ?? ''}`))
  return [name, pairs.join(', ')].filter(Boolean).join(': ')
}

function textsAt(series: Element, name: string): string[] {
  const part = findFirst(series, name)
  return part ? findAll(part, 'c:v').map((value) => clean(textIn(value))) : []
}
