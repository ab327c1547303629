import { z } from 'zod'
import { button, pageUpTo, rowId } from '../bot/registry/button.ts'
import { PLACE_FORM } from './filter.ts'

/** A year, or 0 for all of them. */
const year = pageUpTo(9_999)
const place = z.string().regex(PLACE_FORM)

export const REPORT = button('report:show', { who: 'trainer', args: [year, place] })
export const REPORT_FILE = button('report:file', {
  who: 'trainer',
  args: [z.enum(['map', 'xlsx', 'pdf']), year, place],
})

/** Sums of the time before: entered, and removed again. */
export const ENTER_PAST = button('report:past', { who: 'trainer' })
export const REMOVE_PAST = button('report:remove', { who: 'trainer', args: [rowId] })
