// @ts-check
// Sticks to the newest message only while the person is already there.
import { byId } from './dom.js'
import { scrollBehavior } from './message/references.js'

/** How near to the end counts as being there. */
const nearPx = 48

/** @param {HTMLElement} box scrolls @param {HTMLElement} content grows */
export function stickyScroll(box, content) {
  const button = byId('to-bottom')
  const caption = byId('to-bottom-text')
  let stuck = true
  let newCount = 0

  const distance = () => box.scrollHeight - box.scrollTop - box.clientHeight
  function show() {
    if (stuck) newCount = 0
    button.hidden = stuck
    caption.hidden = newCount === 0
  }
  /** @param {ScrollBehavior} [behavior] */
  function toBottom(behavior = 'instant') {
    stuck = true
    box.scrollTo({ top: box.scrollHeight, behavior })
    show()
  }
  let lastTop = 0
  box.addEventListener('scroll', () => {
    // Only a way up is the person's wish to leave the end: the event comes late, and when messages follow each other
    // fast the end has moved on by then.
    if (distance() < nearPx) stuck = true
    else if (box.scrollTop < lastTop) stuck = false
    lastTop = box.scrollTop
    show()
  })
  // Unfolding something grows the chat too; then what was unfolded must stay in sight.
  content.addEventListener('click', (event) => {
    if (!(event.target instanceof Element) || !event.target.closest('summary, .expand, .footnote')) return
    stuck = false
    setTimeout(() => {
      stuck = distance() < nearPx
      show()
    }, 300)
  })
  new ResizeObserver(() => (stuck ? toBottom() : show())).observe(content)
  // The box shrinks when the keyboard or a long draft opens below it.
  new ResizeObserver(() => stuck && toBottom()).observe(box)
  button.addEventListener('click', () => toBottom(scrollBehavior()))

  return {
    toBottom,
    /** Redraws without moving a person who reads further up. @param {() => void} draw */
    keep(draw) {
      const top = box.scrollTop
      const wasStuck = stuck
      draw()
      if (wasStuck) toBottom()
      else box.scrollTop = top
    },
    /** A message came in. */
    noteNew() {
      if (stuck) return
      newCount += 1
      show()
    },
  }
}
