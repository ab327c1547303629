import { z } from 'zod'
import { authoredForm } from '../../bot/message/authored.ts'
import { button, buttons, rowId } from '../../bot/registry/button.ts'
import { dialogue } from '../../bot/registry/dialogue.ts'

/** Begins a correction, asks whether to take the message back, and does that. */
export const AMEND = buttons('poruka', ['correct', 'withdraw', 'withdraw-yes'], { who: 'trainer', args: [rowId] })
/** The message stays as it is. */
export const KEEP = button('poruka:keep', { who: 'trainer' })

const of = 'broadcast-correction'

export const CORRECT_YES = button('poruka:correct-yes', { who: 'trainer', of })
export const CORRECT_OTHERWISE = button('poruka:correct-anew', { who: 'trainer', of })
export const CORRECT_LEAVE = button('poruka:correct-no', { who: 'trainer', of, leaves: true })

/** What a broadcast shall say instead; `null` until it was written. */
export const CORRECTION = dialogue(
  of,
  z.object({ broadcastId: z.int(), words: authoredForm.pick({ text: true, entities: true }).nullable() }),
  { who: 'trainer', accepts: 'anything' },
)
