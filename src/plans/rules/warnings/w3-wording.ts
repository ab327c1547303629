import { fold } from '../../../language/fold.ts'
import { type Check, type Found, fault, named } from '../finding.ts'
import { type Objective, SPECIFIC, specificObjectives } from '../objectives.ts'
import { isEmpty, numberOf } from '../values.ts'
import { beginsAsActivity, beginsAsDoing } from '../wording.ts'

/** An objective that is an activity, or one that only «improves the position». */
export const W3: Check = {
  code: 'W3',
  level: 'warning',
  fact: 'F78',
  repair: 'repair-w3',
  find: (plan) => specificObjectives(plan).flatMap(worded),
}

/** «Побољшати положај», «унапређење положаја», «бољи услови живота»: better, and nothing that one could count. */
const BETTER = /\b(?:pobolj|unapred|unapr|bolj|podiz|podig)\w*(?: \w+){0,4} (?:poloz|uslov|status|kvalitet|zivot)\w*/

const POSITION = /\bpolozaj\w*/

/** «Посебан циљ 2:», «ПЦ2 –», «2.»: what stands before an objective's words. */
const NAMED = new RegExp(
  String.raw`^\s*(?:(?:${SPECIFIC}\s*)?(?:циљ|cilj|[псpsоo][цc])\s*[\d.]*|\d{1,2}(?:\.\d{1,2})*(?=\s*[.:)–-]))?\s*[:.)–-]?\s*`,
  'iu',
)

function worded({ text, rows, place }: Objective): Found[] {
  const bare = text.replace(NAMED, '')
  if (beginsAsActivity(bare) || (!/\d/.test(bare) && beginsAsDoing(bare)))
    return [fault(place, 'why-w3-activity', { objective: named(bare) })]
  // A better «положај» can mean anything, whatever is counted beside it.
  const isMeasured =
    /\d/.test(bare) ||
    (!POSITION.test(fold(bare)) && rows.some(({ cells }) => !isEmpty(cells.target) && numberOf(cells.target) !== null))
  return BETTER.test(fold(bare)) && !isMeasured ? [fault(place, 'why-w3-vague', { objective: named(bare) })] : []
}
