import { z } from 'zod'
import { button, numberUpTo, pageUpTo, rowId } from '../../bot/registry/button.ts'
import { dialogue } from '../../bot/registry/dialogue.ts'

const staff = { who: 'trainer' } as const

/** The queue, a page of it, and one group; a group joined to another. */
export const LIST = button('gaps:list', { ...staff, args: [pageUpTo(10_000)] })
export const OPEN = button('gaps:open', { ...staff, args: [rowId] })
export const JOIN = button('gaps:join', { ...staff, args: [rowId, rowId] })

/** What is done about a group: an answer is begun, a passage that answers is looked for and chosen, it is not for the bot. */
export const ANSWER = button('gaps:answer', { ...staff, args: [rowId] })
export const LOOK = button('gaps:look', { ...staff, args: [rowId] })
export const POINT = button('gaps:point', { ...staff, args: [rowId, rowId] })
export const OFF_TOPIC = button('gaps:off', { ...staff, args: [rowId] })
export const OFF_TOPIC_YES = button('gaps:off-yes', { ...staff, args: [rowId] })

/** What is done about an answer that is not published yet. */
export const PUBLISH = button('gap-answer:publish', { ...staff, args: [rowId] })
export const SHOW = button('gap-answer:show', { ...staff, args: [rowId] })
export const CHANGE = button('gap-answer:change', {
  ...staff,
  args: [rowId, z.enum(['question', 'text', 'origin', 'until'])],
})
export const MONTHS = button('gap-answer:months', { ...staff, args: [rowId, numberUpTo(36)] })
export const DISCARD = button('gap-answer:discard', { ...staff, args: [rowId] })

/** Whether somebody else must agree before an answer is published. */
export const SECOND_EYES = button('gaps:eyes', { who: 'coordinator', args: [z.enum(['on', 'off'])] })

/** A confirmed answer whose last day comes: it holds for so many months more, or goes now. */
export const RENEW = button('gaps:renew', { ...staff, args: [rowId, numberUpTo(36)] })
export const END = button('gaps:end', { ...staff, args: [rowId] })

/** The text of a new answer is being written, or a part of one is. */
export const WRITING = dialogue(
  'gap-answer',
  z.object({
    gapId: z.int(),
    answerId: z.int().nullable(),
    field: z.enum(['question', 'text', 'origin', 'until']),
  }),
  { ...staff, accepts: ['text'] },
)
