import { z } from 'zod'
import { button, buttons, rowId } from '../../bot/registry/button.ts'
import { MUNICIPALITIES } from '../../people/municipalities/municipalities.ts'

export const NEW = button('poruka:new', { who: 'trainer' })
/** From the list, on with what was begun. */
export const OPEN = button('poruka:open', { who: 'trainer' })

/** The dialogue whose questions all others stand under. */
const of = 'broadcast'

/** Whom it is for: a kind of audience, then which people of it. */
export const PICK_AUDIENCE = button('poruka:audience', {
  who: 'trainer',
  of,
  args: [z.enum(['session', 'municipalities', 'everyone', 'never-attended', 'unanswered'])],
})
export const PICK_SESSION = button('poruka:session', { who: 'trainer', of, args: [rowId] })
export const PICK_WHO = button('poruka:who', { who: 'trainer', of, args: [z.enum(['confirmed', 'line', 'all'])] })
export const PICK_MUNICIPALITY = button('poruka:code', {
  who: 'trainer',
  of,
  args: [z.enum(MUNICIPALITIES.map(({ code }) => code))],
})

/** A button under the message that leads to this session. */
export const BUTTON_TO_SESSION = button('poruka:button-session', { who: 'trainer', of, args: [rowId] })

/** From one question to another; each needs nothing but what was entered so far. */
export const STEPS = buttons(
  'poruka',
  [
    'next',
    'back',
    'button-none',
    'button-to-session',
    'button-to-question',
    'edit-text',
    'edit-audience',
    'send-later',
  ],
  { who: 'trainer', of },
)

export const DISCARD = button('poruka:cancel', { who: 'trainer', of, leaves: true })

/** The end of it: tried on oneself, sent; and the answers to what is asked before it is sent. */
export const ENDS = buttons('poruka', ['send-me', 'send-now', 'anyway', 'morning', 'insist', 'confirm'], {
  who: 'trainer',
  of,
})
