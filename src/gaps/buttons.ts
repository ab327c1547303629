import { z } from 'zod'
import { bigRowId, button, rowId } from '../bot/registry/button.ts'

/** Consent to hand a question of one's own to trainers, by its trace; with the name or without. */
export const SEND = button('gaps:send', { who: 'everyone', args: [bigRowId, z.enum(['unsigned', 'signed'])] })
export const NOT_SEND = button('gaps:not', { who: 'everyone' })

/** What somebody changes about a question that they sent: whether they are told of the answer, and that it goes back. */
export const TELL = button('gaps:tell', { who: 'everyone', args: [rowId, z.enum(['on', 'off'])] })
export const TAKE_BACK = button('gaps:back', { who: 'everyone', args: [rowId] })
