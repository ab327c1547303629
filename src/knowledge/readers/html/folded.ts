import type { AnyNode, Element } from 'domhandler'
import { DomUtils } from 'htmlparser2'
import { elementsOf, isElement, textIn } from '../package/xml.ts'

/** Why an element is not shown: it says nothing, or it has text that stays hidden. `null` for what is shown, at once or after a click. */
export function hides(element: Element): 'nothing' | 'text' | null {
  const isHidden = 'hidden' in element.attribs || /display\s*:\s*none/i.test(element.attribs.style ?? '')
  if (!isHidden || opensByClick(element)) return null
  return /\p{L}{2}/u.test(textIn(element)) ? 'text' : 'nothing'
}

/** Whether something shown opens it: it is a panel, or what can be clicked, or a question, stands right before it. */
function opensByClick(element: Element): boolean {
  if (/^(?:tabpanel|region)$/.test(element.attribs.role ?? '') || 'aria-labelledby' in element.attribs) return true
  const before = DomUtils.prevElementSibling(element)
  return before !== null && (QUESTION.test(before.name) || holdsOpener(before))
}

const QUESTION = /^(?:h[1-6]|dt|summary|button)$/
const OPENS = [
  'aria-expanded',
  'aria-controls',
  'data-toggle',
  'data-bs-toggle',
  'data-target',
  'data-bs-target',
  'onclick',
]

function holdsOpener(element: Element): boolean {
  return (
    isClickable(element) ||
    elementsOf(element).some((child) => isClickable(child) || elementsOf(child).some(isClickable))
  )
}

function isClickable({ name, attribs }: Element): boolean {
  return (
    name === 'button' ||
    OPENS.some((attribute) => attribute in attribs) ||
    attribs.role === 'button' ||
    attribs.role === 'tab' ||
    (name === 'a' && /^(?:#|javascript:)/i.test(attribs.href ?? ''))
  )
}

/** Whether a button opens something that is folded: it says so, it is the text of a heading, or text follows it. */
export function isOpener(button: Element): boolean {
  if (/^(?:submit|reset)$/i.test(button.attribs.type ?? '')) return false
  if (OPENS.slice(0, -1).some((attribute) => attribute in button.attribs) || isInQuestion(button)) return true
  const after = DomUtils.nextElementSibling(button)
  return after !== null && /^(?:div|p|ul|ol|dl|section|table)$/.test(after.name) && /\p{L}{2}/u.test(textIn(after))
}

function isInQuestion(element: Element): boolean {
  for (
    let at: AnyNode | null = element.parent as AnyNode | null, up = 0;
    at && isElement(at) && up < 4;
    at = at.parent as AnyNode | null, up++
  )
    if (QUESTION.test(at.name)) return true
  return false
}
