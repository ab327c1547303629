import { z } from 'zod'
import { bigRowId, button, pageUpTo, rowId } from '../../../bot/registry/button.ts'
import { STATES } from '../../attendance/attendance.ts'
import { dayArgument } from '../../attendance/buttons.ts'

const day = dayArgument
/** What a tap on a name notes. */
const mode = z.enum(STATES)
const page = pageUpTo(500)

/** The list of names of a day: what a tap notes, and which page of the list is shown. */
export const DAY = button('attend:day', { who: 'trainer', args: [rowId, day, mode, page] })
/** A name, by its sign-up; and all of whom nothing is noted yet. */
export const TAP = button('attend:tap', { who: 'trainer', args: [rowId, day, mode, page] })
export const REST = button('attend:rest', { who: 'trainer', args: [rowId, day, mode, page] })
/** Takes back what one press noted. */
export const UNDO = button('attend:undo', { who: 'trainer', args: [rowId, day, mode, page, rowId] })
/** Somebody who came without a place: looked for, and found. */
export const WALK_IN = button('attend:walk-in', { who: 'trainer', args: [rowId, day] })
export const PICK_WALK_IN = button('attend:pick', { who: 'trainer', args: [rowId, day, bigRowId] })
/** A usual reason, in place of words. */
export const WHY = button('attend:why', {
  who: 'trainer',
  args: [z.enum(['signed', 'mistake', 'instead', 'invited'])],
})
