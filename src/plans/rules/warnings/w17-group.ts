import { fold } from '../../../language/fold.ts'
import { categoriesIn } from '../categories.ts'
import { type Check, type Found, fault, placeOf } from '../finding.ts'
import { hasColumn, type Plan, rowsOf } from '../plan.ts'
import { isEmpty } from '../values.ts'

/** A working group without finance, without anybody from the target groups, without an association, or without substitutes. */
export const W17: Check = {
  code: 'W17',
  level: 'warning',
  fact: 'F61',
  repair: 'repair-w17',
  find: (plan) => {
    const { place, text } = members(plan)
    if (place === null) return []
    const lacking: ('finance' | 'people' | 'association' | 'substitutes')[] = []
    if (!FINANCE.test(text)) lacking.push('finance')
    if (!representsPeople(plan, text)) lacking.push('people')
    if (!ASSOCIATION.test(text)) lacking.push('association')
    if (!hasSubstitutes(plan, text)) lacking.push('substitutes')
    return lacking.map((part): Found => fault(place, 'why-w17', { part }))
  },
}

const FINANCE = /\b(?:finan|budzet|racunovod|trezor|privred\w+ i finan)\w*/
const ASSOCIATION = /\b(?:udruzenj|nvo\b|ocd\b|organizacij\w+ civiln|nevladin|civiln\w+ drustv|fondacij)\w*/

/** The members, and what is said of them, folded: the table's rows, or the paragraphs that name them. */
function members(plan: Plan): { place: Found['place'] | null; text: string } {
  const rows = rowsOf(plan, 'group')
  if (rows.length > 0) {
    const text = rows.map(({ cells, rest }) => [...Object.values(cells), ...rest].join(' ')).join(' | ')
    return { place: placeOf(plan, 'group'), text: fold(text) }
  }
  const said = plan.group
  return said === null ? { place: null, text: '' } : { place: said.place, text: fold(said.value) }
}

/** «Представник избеглих», «из редова расељених»; their own association speaks for them, too. */
function representsPeople(plan: Plan, text: string): boolean {
  const rows = rowsOf(plan, 'group')
  const speaks = new RegExp(String.raw`\b(?:predstavni\w+|clan\w*|iz redova)\b|${ASSOCIATION.source}`)
  const isOne = (cells: string) =>
    (categoriesIn(cells).size > 0 || /ciljn\w+ grup/.test(cells)) &&
    speaks.test(cells) &&
    !/\b(?:povereni|komesarijat|savet|kancelarij)\w*/.test(cells)
  if (rows.length === 0) return text.split(/ (?=predstavni)/).some(isOne)
  return rows.some(
    ({ cells, rest }) =>
      isOne(fold([cells.member, cells.institution, ...rest].filter(Boolean).join(' '))) ||
      SPEAKS.test(fold(`${cells.role ?? ''} ${rest.join(' ')}`)) ||
      [cells.role, ...rest].some((cell) => STANDS_FOR.test(fold(cell ?? ''))),
  )
}

/** «Представник циљне групе», as what somebody is in the group. */
const SPEAKS = /\b(?:predstav\w+|glas\w*) (?:\w+ ){0,2}ciljn\w+ (?:grup|populacij)/

/** «Циљна група | расељена особа коју је предложио збор»: whom a member stands for, in a cell of its own. */
const STANDS_FOR = /^(?:ciljn\w+ (?:grup|populacij)\w*|korisnici)$/

/** «Чланови немају заменике», «заменици нису именовани». */
const NO_SUBSTITUTES = /\b(?:nemaju|nema|bez) zam(?:eni|jeni)\w*|\bzam(?:eni|jeni)\w* (?:\w+ ){0,2}(?:nisu|nije|nema)\b/

function hasSubstitutes(plan: Plan, text: string): boolean {
  if (plan.prose.some(({ value }) => NO_SUBSTITUTES.test(fold(value)))) return false
  const isUnread = rowsOf(plan, 'group').some(({ rest }) => rest.some((cell) => !isEmpty(cell)))
  if (!hasColumn(plan, 'group', 'substitute')) return isUnread || /\bzam(?:eni|jeni)\w*/.test(text)
  return rowsOf(plan, 'group').some(({ cells }) => !isEmpty(cells.substitute))
}
