import { z } from 'zod'
import { button, rowId } from '../../../bot/registry/button.ts'
import { FIELDS, STEPS } from './entry.ts'

/** The dialogue whose questions they stand under. */
const of = 'session-plan'

/** A usual answer, with the question that it answers. */
export const ANSWER = button('staff:plan', {
  who: 'trainer',
  of,
  args: [z.enum(STEPS), z.string().regex(/^(?:[\w:-]{1,16}|\d{1,2}:\d{2}–\d{1,2}:\d{2})$/)],
})

/** Which fields there are; one of them; what is to be seen as it would be. */
export const SHOW_FIELDS = button('staff:fields', { who: 'trainer', of })
export const CHANGE_FIELD = button('staff:field', { who: 'trainer', of, args: [z.enum(FIELDS)] })
export const PREVIEW = button('staff:preview', { who: 'trainer', of })
/** The usual answers for all that is still open. */
export const TAKE_USUAL = button('staff:usual', { who: 'trainer', of })

/** From a session to its change, or to another with its words. */
export const EDIT = button('staff:edit', { who: 'trainer', args: [rowId] })
export const COPY = button('staff:copy', { who: 'trainer', args: [rowId] })

/** What becomes of it. */
export const PUBLISH = button('staff:publish', { who: 'trainer', of })
export const KEEP_UNSEEN = button('staff:draft', { who: 'trainer', of })
export const SAVE = button('staff:save', { who: 'trainer', of })
export const DISCARD = button('staff:discard', { who: 'trainer', of, leaves: true })
