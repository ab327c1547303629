import { capitalised } from '../../language/letters.ts'
import { declared, type TableName } from '../rules/tables.ts'
import type { Part } from './draft.ts'
import { formOf, isForm } from './forms.ts'

/**
 * How a table is laid out when we write it: columns that are always there in their order, and those without which an entry is
 * not complete. Other columns of its declaration are written when some entry has them. `years` stands where a column for each
 * year of the period comes.
 */
type Layout = { shown: readonly string[]; needed: readonly string[] }

const words = (text: string) => text.split(' ')

const LAYOUTS: Record<TableName, Layout> = {
  group: { shown: words('member institution role substitute'), needed: words('member institution substitute') },
  profile: { shown: words('indicator value year source'), needed: words('indicator value year source') },
  categories: {
    shown: words('category present persons families women children year source estimate'),
    needed: words('category present persons year source estimate'),
  },
  data: { shown: words('item source date by'), needed: words('item source date by') },
  previous: { shown: words('activity planned achieved spent reason'), needed: words('activity planned achieved') },
  services: { shown: words('service provider capacity users missing'), needed: words('service provider') },
  needs: { shown: words('category need persons source method'), needed: words('category need persons source method') },
  actors: {
    shown: words('actor role interest influence resources expectation'),
    needed: words('actor role interest influence'),
  },
  swot: { shown: words('box item figure'), needed: words('box item figure') },
  problems: { shown: words('effects problem causes deeper'), needed: words('problem causes effects') },
  priorities: {
    shown: words('problem number gravity urgency duty feasibility cost funding development sum rank reason'),
    needed: words('problem number gravity urgency duty feasibility cost funding development'),
  },
  objectives: {
    shown: words(
      'mark objective kind category indicator baseline baselineYear target targetYear source developmentGoal',
    ),
    needed: words('objective kind category indicator baseline baselineYear target targetYear source'),
  },
  activities: {
    shown: words('mark objective measure activity holder partners term indicator verification cost funds category'),
    needed: words('objective measure activity holder term indicator verification cost funds category'),
  },
  firstYear: { shown: words('activity task quarter holder cost'), needed: words('activity task quarter holder') },
  budget: {
    shown: words('mark activity unit quantity price priceSource years total secured kirs other share'),
    needed: words('activity unit quantity price priceSource secured'),
  },
  sums: { shown: words('label total'), needed: words('label total') },
  bodies: { shown: words('body role responsible'), needed: words('body role responsible') },
  meetings: { shown: words('meeting date topic'), needed: words('meeting date topic') },
  risks: { shown: words('risk likelihood impact response holder'), needed: words('risk likelihood impact response') },
  monitoring: { shown: words('indicator by when source to'), needed: words('indicator by when source to') },
  alignment: {
    shown: words('objective development midterm national until'),
    needed: words('objective development national until'),
  },
  passports: {
    shown: words('indicator unit baseline target source by frequency breakdown'),
    needed: words('indicator unit baseline target source by frequency'),
  },
  comments: { shown: words('comment from accepted reason'), needed: words('comment from accepted reason') },
  report: { shown: words('activity done indicator planned spent reason proposal'), needed: [] },
  glossary: { shown: words('term meaning'), needed: words('term meaning') },
}

/** Forms whose columns are not all needed. */
const NEEDED_OF_FORMS: Partial<Record<Part, readonly string[]>> = {
  legal: words('text'),
  oldPlan: words('period'),
  debate: words('from to place contact'),
  yearlyReport: words('deadline to'),
}

/** Columns in the order in which the document and people have them; `years` where those of the budget come. */
export function columnsOf(part: Part): readonly string[] {
  return isForm(part) ? Object.keys(formOf(part).columns) : LAYOUTS[part].shown
}

/** Every column that an entry may have, years apart. */
export function allColumnsOf(part: Part): readonly string[] {
  return isForm(part) ? columnsOf(part) : Object.keys(declared(part).columns)
}

export function neededOf(part: Part): readonly string[] {
  return isForm(part) ? (NEEDED_OF_FORMS[part] ?? columnsOf(part)) : LAYOUTS[part].needed
}

/** How some titles and columns are written where people read them; readers know them by the names they are declared with. */
const WRITTEN: Readonly<Record<string, string>> = {
  swot: 'СВОТ',
  previous: 'Спровођење претходног плана',
  'objectives kind': 'Општи/посебан',
  'activities mark': 'Ознака',
  'budget mark': 'Ознака',
  'categories persons': 'Лица',
  'categories present': 'Присутна',
  'sums label': 'Ставка',
}

/** How a part is called. */
export function titleOf(part: Part): string {
  if (WRITTEN[part]) return WRITTEN[part]
  return capitalised(isForm(part) ? formOf(part).title : declared(part).title[0]!)
}

/** How a column is called, as heads of tables say it. */
export function headOf(part: Part, column: string): string {
  if (/^\d{4}$/.test(column)) return `${column}.`
  return WRITTEN[`${part} ${column}`] ?? capitalised(namesOf(part, column)[0] ?? column)
}

/** All names that a column goes by. */
export function namesOf(part: Part, column: string): readonly string[] {
  return (isForm(part) ? formOf(part).columns[column] : declared(part).columns[column]) ?? []
}
