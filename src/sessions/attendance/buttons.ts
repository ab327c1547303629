import { z } from 'zod'
import { button, pageUpTo, rowId } from '../../bot/registry/button.ts'

/** A date, by the number of days since the first of 1970. */
export const dayArgument = pageUpTo(99_999)

/** Shows the code of a day, and ends that. */
export const SHOW_CODE = button('attend:code', { who: 'trainer', args: [rowId, dayArgument] })
export const STOP_CODE = button('attend:stop-code', { who: 'trainer', args: [rowId, dayArgument] })

/** What is printed for a day: the sheet to sign, badges, signs for the table. */
export const PAPER = button('attend:paper', {
  who: 'trainer',
  args: [rowId, dayArgument, z.enum(['sheet', 'badges', 'signs'])],
})
