import { z } from 'zod'
import { bigRowId, button } from '../../bot/registry/button.ts'
import { STEPS } from '../registration/rules.ts'

/** One answer is to be given anew. */
export const CHANGE = button('change', { who: 'everyone', args: [z.enum(STEPS).exclude(['consent'])] })

/** Erasing is asked for, refused, and confirmed by the very person that the question was put to. */
export const ASK_TO_ERASE = button('erase:ask', { who: 'everyone' })
export const KEEP_ALL = button('erase:no', { who: 'everyone' })
export const ERASE = button('erase:yes', { who: 'everyone', args: [bigRowId] })
