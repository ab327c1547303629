import { z } from 'zod'
import { bigRowId, button, buttons, pageUpTo, rowId } from '../../bot/registry/button.ts'
import { KINDS } from '../session/asked.ts'

/** What staff press around a session and the people in it; making and changing one has buttons of its own, in `form/`. */
export const LIST = button('staff:list', { who: 'trainer', args: [z.enum(['ahead', 'past']), pageUpTo(9_999)] })

/** What is done to a whole session. */
export const ON_SESSION = buttons(
  'staff',
  ['session', 'open', 'close', 'cancel', 'cancel-yes', 'history', 'export', 'link'],
  { who: 'trainer', args: [rowId] },
)

/** Everybody in a session; further people of a long list. */
export const ROLL = button('staff:roll', { who: 'trainer', args: [rowId] })
export const PEOPLE = button('staff:people', { who: 'trainer', args: [rowId, pageUpTo(1_000)] })

/** What is done about a sign-up. */
export const ON_SIGN_UP = buttons('staff', ['approve', 'decline', 'remove'], {
  who: 'trainer',
  args: [rowId],
})
export const MOVE = button('staff:move', { who: 'trainer', args: [rowId, z.enum(['first', 'last', 'rule'])] })
/** Takes back the last act on a sign-up: its event. */
export const UNDO = button('staff:undo', { who: 'trainer', args: [rowId, rowId] })
/** Looks for somebody to add to a session; one of those found. */
export const FIND = button('staff:find', { who: 'trainer', args: [rowId] })
export const PICK = button('staff:pick', { who: 'trainer', args: [rowId, bigRowId] })
/** A usual reason, in place of words. */
export const REASON = button('staff:reason', {
  who: 'trainer',
  args: [z.enum(['own-wish', 'double', 'not-invited', 'agreed'])],
})

/** What a session asks of people: which, one switched, one of the trainer's own, and what was answered. */
export const CHOOSE_QUESTIONS = button('asks:choose', { who: 'trainer', args: [rowId] })
export const SWITCH_QUESTION = button('asks:switch', { who: 'trainer', args: [rowId, z.enum(KINDS)] })
export const ADD_QUESTION = button('asks:add', { who: 'trainer', args: [rowId] })
export const DROP_QUESTION = button('asks:drop', { who: 'trainer', args: [rowId, z.string().regex(/^q\d{1,4}$/)] })
export const OVERVIEW = button('asks:overview', { who: 'trainer', args: [rowId] })

/** What is done when, for people to read: to be sent, and taken away. */
export const PROGRAMME_OF = button('programme:of', { who: 'trainer', args: [rowId] })
export const DROP_PROGRAMME = button('programme:drop', { who: 'trainer', args: [rowId] })

/** From a session to what other rooms do about it; they handle these. */
export const REMINDERS_OF = button('reminders:show', { who: 'trainer', args: [rowId] })
export const BROADCAST_FOR = button('poruka:for', { who: 'trainer', args: [rowId] })
/** The same at once to those with a place. */
export const BROADCAST_TO_CONFIRMED = button('poruka:confirmed', { who: 'trainer', args: [rowId] })

/** Who was there, day by day. */
export const ATTENDANCE = button('attend:sheet', { who: 'trainer', args: [rowId] })
/** How a session is evaluated by those who were there, and what came of it. */
export const EVALUATION_OF = button('ocene:of', { who: 'trainer', args: [rowId] })
/** A quiz for those with a place. */
export const QUIZ_OF = button('kvizovi:of', { who: 'trainer', args: [rowId] })
/** The certificates of a session that has begun. */
export const CERTIFICATES_OF = button('potvrde:of', { who: 'trainer', args: [rowId] })
