import type { AnyNode, Element } from 'domhandler'
import { elementsOf, isElement } from '../package/xml.ts'
import { clean } from '../text/clean.ts'
import { lowered, raised } from '../text/raised.ts'

/** A formula in one line, from Office's markup (`m:oMath`) or MathML: «Н = (a + b)/2», «x²», «√(x)». Empty without text. */
export function formulaText(formula: Element): string {
  return clean(all(formula.children))
}

function all(nodes: AnyNode[]): string {
  return nodes.map((node) => (isElement(node) ? part(node) : node.type === 'text' ? node.data : '')).join('')
}

/** Names of both vocabularies without their prefixes; properties and annotations say nothing. */
function part(element: Element): string {
  const name = element.name.replace(/^.*:/, '')
  if (/Pr$|^annotation/.test(name)) return ''
  const parts = elementsOf(element).filter((child) => !/Pr$/.test(child.name))
  const [first = '', second = '', third = ''] = parts.map((child) => all([child]))
  switch (name) {
    case 'f':
    case 'mfrac':
      return `${grouped(first)}/${grouped(second)}`
    case 'sSup':
    case 'msup':
      return `${grouped(first)}${above(second)}`
    case 'sSub':
    case 'msub':
      return `${first}${below(second)}`
    case 'sSubSup':
    case 'msubsup':
      return `${first}${below(second)}${above(third)}`
    case 'nary':
    case 'munderover':
      return name === 'nary' ? nary(element, first, second, third) : `${first}${below(second)}${above(third)}`
    case 'rad':
      return second === '' ? `√${grouped(first)}` : `${first}√${grouped(second)}`
    case 'msqrt':
      return `√${grouped(all(element.children))}`
    case 'mroot':
      return `${second}√${grouped(first)}`
    case 'd':
      return `(${parts.map((child) => all([child])).join('; ')})`
    case 'm':
    case 'mtable':
    case 'eqArr':
      return parts.map((child) => all([child])).join('; ')
    case 'mr':
    case 'mtr':
      return parts.map((child) => all([child])).join(', ')
    default:
      return all(element.children)
  }
}

function nary(element: Element, from: string, to: string, what: string): string {
  const properties = elementsOf(element).find((child) => child.name === 'm:naryPr')
  const sign = properties && elementsOf(properties).find((child) => child.name === 'm:chr')?.attribs['m:val']
  return `${sign ?? '∫'}${from === '' ? '' : below(from)}${to === '' ? '' : above(to)} ${what}`
}

function grouped(text: string): string {
  return /^[\p{L}\p{N}.,%]*$/u.test(text) || /^\([^()]*\)$/.test(text) ? text : `(${text})`
}

function above(text: string): string {
  const signs = raised(text)
  return signs === text ? `^${grouped(text)}` : signs
}

function below(text: string): string {
  const signs = lowered(text)
  return signs === text ? `_${grouped(text)}` : signs
}
