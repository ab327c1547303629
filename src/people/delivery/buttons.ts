import { z } from 'zod'
import { bigRowId, button } from '../../bot/registry/button.ts'

/** Shows a message again that may not have arrived: which row of the outbox it was. */
export const SHOW_AGAIN = button('again', { who: 'everyone', args: [bigRowId] })

/** How messages that need more than text are shown in this chat from now on. */
export const SHOW_AS = button('form', { who: 'everyone', args: [z.enum(['plain', 'rich'])] })
