import { z } from 'zod'
import { button } from '../bot/registry/button.ts'
import { dialogue } from '../bot/registry/dialogue.ts'

/** Checks the document that was sent last. */
export const CHECK = button('plan:check', { who: 'everyone' })

/** The document that somebody sent without saying what for, by Telegram's name for it; `null` while one is waited for. */
const file = z.object({ id: z.string(), name: z.string(), bytes: z.number() }).nullable()
export const CHECK_DIALOGUE = dialogue('plan-check', z.object({ file }), {
  who: 'everyone',
  accepts: ['document', 'text'],
})
