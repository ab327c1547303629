import { z } from 'zod'
import { button, buttons, rowId } from '../bot/registry/button.ts'

/** A question under a broadcast; in the preview there is no broadcast yet. */
export const ASK = button('poruka:ask', { who: 'everyone', args: [z.union([z.literal('preview'), rowId])] })

/** What is done to a broadcast, and what is to be seen of it. */
export const CONTROL = buttons('poruka', ['pause', 'resume', 'cancel'], { who: 'trainer', args: [rowId] })
export const LOOK = buttons('poruka', ['again', 'show', 'text', 'state'], { who: 'trainer', args: [rowId] })
