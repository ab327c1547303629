import { z } from 'zod'
import { button, buttons, pageUpTo, rowId } from '../bot/registry/button.ts'
import { dialogue } from '../bot/registry/dialogue.ts'
import { LOCALES } from '../language/locale.ts'
import { MOST_STRETCHES } from '../sessions/session/days.ts'

/** What staff do with the certificates of a session; they are shown by `CERTIFICATES_OF`. */
export const ON_CERTIFICATES = buttons('potvrde', ['give', 'rules'], { who: 'trainer', args: [rowId] })
/** The rule by the days that it wants; 0: all. */
export const CHOOSE_RULE = button('potvrde:rule', { who: 'trainer', args: [rowId, pageUpTo(MOST_STRETCHES)] })
/** Which quiz it wants passed; 0: none. */
export const CHOOSE_QUIZ = button('potvrde:quiz', { who: 'trainer', args: [rowId, pageUpTo(999)] })
export const CERTIFIED = button('potvrde:people', { who: 'trainer', args: [rowId, pageUpTo(1_000)] })
/** One certificate, and what is done about it. */
export const ON_CERTIFICATE = buttons('potvrde', ['one', 'name', 'paper', 'send'], { who: 'trainer', args: [rowId] })
/** For good reasons alone: whoever has it may have shown it to somebody. */
export const ON_VALIDITY = buttons('potvrde', ['revoke', 'restore'], { who: 'coordinator', args: [rowId] })

/** One's own certificate as PDF; they are listed by `MY_CERTIFICATES`. */
export const GET_CERTIFICATE = button('potvrda:get', { who: 'everyone', args: [rowId, z.enum(LOCALES)] })

const certificateForm = z.object({ certificateId: z.int() })
export const NAME_DIALOGUE = dialogue('certificate-name', certificateForm, { who: 'trainer', accepts: ['text'] })
export const REVOKE_DIALOGUE = dialogue('certificate-revoke', certificateForm, {
  who: 'coordinator',
  accepts: ['text'],
})
