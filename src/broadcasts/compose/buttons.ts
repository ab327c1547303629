import { z } from 'zod'
import { button, buttons, rowId } from '../../bot/registry/button.ts'
import { MUNICIPALITIES } from '../../people/municipalities/municipalities.ts'

export const NEW = button('poruka:new', { who: 'trainer' })

/** Whom it is for: a kind of audience, then which people of it. */
export const PICK_AUDIENCE = button('poruka:audience', {
  who: 'trainer',
  args: [z.enum(['session', 'municipalities', 'everyone', 'never-attended', 'unanswered'])],
})
export const PICK_SESSION = button('poruka:session', { who: 'trainer', args: [rowId] })
export const PICK_WHO = button('poruka:who', { who: 'trainer', args: [z.enum(['confirmed', 'line', 'all'])] })
export const PICK_MUNICIPALITY = button('poruka:code', {
  who: 'trainer',
  args: [z.enum(MUNICIPALITIES.map(({ code }) => code))],
})

/** A button under the message that leads to this session. */
export const BUTTON_TO_SESSION = button('poruka:button-session', { who: 'trainer', args: [rowId] })

/** From one question to another; each needs nothing but what was entered so far. */
export const STEPS = buttons(
  'poruka',
  [
    'open',
    'next',
    'back',
    'button-none',
    'button-to-session',
    'button-to-question',
    'edit-text',
    'edit-audience',
    'send-later',
  ],
  { who: 'trainer' },
)

/** The end of it: given up, tried on oneself, sent; and the answers to what is asked before it is sent. */
export const ENDS = buttons('poruka', ['cancel', 'send-me', 'send-now', 'anyway', 'morning', 'insist', 'confirm'], {
  who: 'trainer',
})
