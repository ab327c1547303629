import { z } from 'zod'
import { bigRowId, button, pageUpTo, rowId } from '../bot/registry/button.ts'

/** Coming sessions, and one of them: to see it, to pass it on, to keep it in a calendar. */
export const PAGE_OF_SESSIONS = button('session:page', { who: 'everyone', args: [pageUpTo(9_999)] })
export const VIEW = button('session:view', { who: 'everyone', args: [rowId] })
export const SHARE = button('session:share', { who: 'everyone', args: [rowId] })
/** What is done when, as a file or in words. */
export const PROGRAMME = button('session:programme', { who: 'everyone', args: [rowId] })
export const CALENDAR = button('session:file', { who: 'everyone', args: [rowId] })

/** Why one is where one is in line. */
export const WHY = button('session:why', { who: 'everyone', args: [rowId] })

export const JOIN = button('session:join', { who: 'everyone', args: [rowId] })
/** Giving a sign-up up: asked, confirmed, and thought better of. */
export const ASK_TO_LEAVE = button('session:leave', { who: 'everyone', args: [rowId] })
export const LEAVE = button('session:leave-yes', { who: 'everyone', args: [rowId] })
export const STAY = button('session:stay', { who: 'everyone' })

/** The answer to an offer of a freed place. */
export const ANSWER_OFFER = button('offer', { who: 'everyone', args: [z.enum(['yes', 'no']), rowId] })

/** What staff open from wherever somebody in a session is named: their sign-up, and a message to them. */
export const PERSON = button('staff:person', { who: 'trainer', args: [rowId] })
export const MESSAGE = button('staff:message', { who: 'trainer', args: [rowId] })

/** Somebody whom staff wrote down is the same person as somebody who came to the bot, or not. */
export const JOIN_PEOPLE = button('entered:join', { who: 'trainer', args: [bigRowId, bigRowId] })
export const NOT_THE_SAME = button('entered:not-same', { who: 'trainer' })
/** What opens by a personal link: the places of somebody without Telegram, taken over by them. */
export const CLAIM = button('claim', { who: 'everyone', args: [z.string().regex(/^[\w-]{1,57}$/)] })
export const NOT_ME = button('session:not-me', { who: 'everyone' })

/** What a session asks of those in it: the next question, a tap on a usual answer, another look at a question. */
export const QUESTIONS = button('asked:open', { who: 'everyone', args: [rowId] })
export const TAP_ANSWER = button('asked:tap', {
  who: 'everyone',
  args: [rowId, z.string().regex(/^[a-z][a-z0-9]{0,11}$/), pageUpTo(20)],
})
export const ASK_AGAIN = button('asked:again', {
  who: 'everyone',
  args: [rowId, z.string().regex(/^[a-z][a-z0-9]{0,11}$/)],
})

/** A colleague instead of oneself: a link for them, and their answer, with what the link says. */
export const SEND_COLLEAGUE = button('session:send', { who: 'everyone', args: [rowId] })
export const TAKE_PLACE = button('take', { who: 'everyone', args: [z.string().regex(/^[\w-]{1,59}$/)] })
export const LEAVE_PLACE = button('session:take-no', { who: 'everyone' })

/** One's own certificates, which another room handles. */
export const MY_CERTIFICATES = button('potvrda:mine', { who: 'everyone' })
