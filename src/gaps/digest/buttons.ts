import { z } from 'zod'
import { button } from '../../bot/registry/button.ts'

/** Whether one wants the weekly digest. */
export const DIGEST = button('gaps:digest', { who: 'trainer', args: [z.enum(['on', 'off'])] })
