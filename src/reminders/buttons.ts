import { z } from 'zod'
import { button, buttons, rowId } from '../bot/registry/button.ts'
import { NOTICE_KINDS } from '../people/notices/rules.ts'

/** Whether one wants messages of a kind. */
export const CHOOSE_NOTICES = button('notices', {
  who: 'everyone',
  args: [z.enum(NOTICE_KINDS), z.enum(['on', 'off'])],
})

/** «Долазим», by the sign-up. */
export const COMING = button('coming', { who: 'everyone', args: [rowId] })

/** What staff do with the reminders of a session; they are shown by `REMINDERS_OF`. */
export const ON_REMINDERS = buttons('reminders', ['add', 'note', 'material'], { who: 'trainer', args: [rowId] })

/** Switches one of them, by its name; one that is not there is added. */
export const SWITCH = button('reminders:switch', {
  who: 'trainer',
  args: [rowId, z.string().regex(/^(?:before|after)-(?:start|end|sign-up-deadline)-\d{1,2}d\d{1,2}h$/)],
})
