import { z } from 'zod'
import { button, pageUpTo, rowId } from '../bot/registry/button.ts'
import { PLACE_FORM, TOPIC_FORM } from './filter.ts'
import { PERIOD_FORM } from './period.ts'

/** A year, or 0 for all of them. */
const year = pageUpTo(9_999)
const place = z.string().regex(PLACE_FORM)
const period = z.string().regex(PERIOD_FORM)
const topic = z.string().regex(TOPIC_FORM)
const file = z.enum(['map', 'xlsx', 'pdf'])

/** A report of a period, a place and a topic; as a file; and what else it may be of. */
export const REPORT = button('report:of', { who: 'trainer', args: [period, place, topic] })
export const REPORT_FILE = button('report:get', { who: 'trainer', args: [file, period, place, topic] })
export const CHOOSE = button('report:choose', {
  who: 'trainer',
  args: [z.enum(['period', 'place', 'topic']), period, place, topic],
})

/** Below older reports, which were of a year and a place. */
export const YEAR_REPORT = button('report:show', { who: 'trainer', args: [year, place] })
export const YEAR_FILE = button('report:file', { who: 'trainer', args: [file, year, place] })

/** Sums of the time before: entered, and removed again. */
export const ENTER_PAST = button('report:past', { who: 'trainer' })
export const REMOVE_PAST = button('report:remove', { who: 'trainer', args: [rowId] })
