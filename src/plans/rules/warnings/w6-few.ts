import { fold } from '../../../language/fold.ts'
import { sentences } from '../../../language/sentences.ts'
import { categoriesIn } from '../categories.ts'
import { type Check, type Found, fault, named } from '../finding.ts'
import { inRow, type Plan, type Row, rowsOf } from '../plan.ts'
import type { ColumnOf } from '../tables.ts'
import { numberOf } from '../values.ts'

/** Fewer people than this can be recognised. */
const FEWEST = 5

/** A figure of one to four persons. */
export const W6: Check = {
  code: 'W6',
  level: 'warning',
  fact: 'F68',
  repair: 'repair-w6',
  find: (plan) => [
    ...rowsOf(plan, 'categories').flatMap((row) =>
      few(row, ['persons', 'women', 'men', 'children'], row.cells.category),
    ),
    ...rowsOf(plan, 'needs').flatMap((row) => few(row, ['persons', 'women'], row.cells.category)),
    ...plan.prose.flatMap(({ value, place }) => [...inText(value, place), ...vulnerable(value, place)].slice(0, 1)),
  ],
}

function few<N extends 'categories' | 'needs'>(
  row: Row<N>,
  columns: readonly ColumnOf<N>[],
  category: string | undefined,
): Found[] {
  // One finding a row: where there are two women, three persons are no second fault.
  const column = columns.find((one) => isFew(row.cells[one]))
  if (column === undefined) return []
  return [
    fault(inRow(row, column), 'why-w6', {
      figure: String(numberOf(row.cells[column])),
      category: named(category ?? ''),
    }),
  ]
}

function isFew(cell: string | undefined): boolean {
  const number = numberOf(cell)
  return number !== null && number >= 1 && number < FEWEST && !/породиц|porodic|домаћин|domaćin|%/iu.test(cell ?? '')
}

const COUNTED =
  /(?<![\p{L}\p{N}.,/–-])(?:[1-4]|једн[аоуе]г?|два|две|дв[оа]је|три|троје|четири|четворо|jedn[aoue]g?|dva|dve|dvoje|tri|troje|četiri|cetiri|četvoro) ((?:\p{L}+ ){0,2}\p{L}+)/giu

/** Children without anybody, and victims: of no category of plans, and sooner recognised than others. */
const ALONE = /^(?:(?:малолетн|жртв|maloletn|žrtv|zrtv)|(?:дете|деце|детета|dete|dece|deteta) (?:без|bez))/iu

/** «Две жртве трговине људима», «3 тражиоца азила»: few people of a category, in a sentence. */
function inText(text: string, place: Plan['prose'][number]['place']): Found[] {
  for (const [quote, words = ''] of text.matchAll(COUNTED)) {
    const [category = ALONE.test(words) ? ('alone' as const) : undefined] = categoriesIn(words)
    if (category === undefined || category === 'workers' || category === 'demography' || category === 'diaspora')
      continue
    if (/^(?:категориј|kategorij|мер|mer|центр|centr|кампањ|породиц|porodic|нов|хиљад)/iu.test(words)) continue
    return [fault({ ...place, quote }, 'why-w6', { figure: quote.split(' ')[0]!, category: named(words) })]
  }
  return []
}

const NUMBER = '[1-4]|једн[аоу]|две|два|двоје|три|троје|четири|четворо|jedn[aou]|dve|dva|dvoje|tri|troje|četiri|četvoro'
const PEOPLE = String.raw`(?:жен|особ|лиц|дет|дец|мушкар|девојчиц|дечак|стариц|старц|žen|zen|osob|lic|det|dec|muškar|devojčic|dečak|staric|starc)\p{L}{0,3}`
/** «3 жене», «две старије особе». */
const FEW_PEOPLE = new RegExp(String.raw`(?<![\p{L}\p{N}.,/–-])(?:${NUMBER}) (?:\p{L}+ )?${PEOPLE}(?!\p{L})`, 'iu')
/** What nobody tells of himself, folded. */
const DELICATE =
  /\b(?:invalid\w*|zrtv[aeiu]\w*|nasilj\w*|obolel\w*|bolesn\w*|hiv|psihijatr\w*|dusevn\w*|osudjivan\w*|osudivan\w*|zavisnic\w*|bez pratnje|bez roditelja|samohran\w*)\b/
/** What is planned, and who works with people, is nobody to be recognised. */
const OTHERWISE =
  /\b(?:ce|treba|najmanje|obuc\w*|zaposli\w*|strucn\w*|volonter\w*|radni[kc]\w*|clan\w*|predstavni\w*|rad[ei]|komisij\w*|tim\w*|cin[ei]|asistent\w*|svak\w+)\b/

/** «Међу њима су 3 особе са инвалидитетом»: few people of whom a sentence tells what is delicate. */
function vulnerable(text: string, place: Plan['prose'][number]['place']): Found[] {
  for (const sentence of sentences(text)) {
    const folded = fold(sentence)
    if (!DELICATE.test(folded) || OTHERWISE.test(folded)) continue
    const [quote] = FEW_PEOPLE.exec(sentence) ?? []
    if (quote === undefined) continue
    const words = quote.split(' ')
    return [fault({ ...place, quote }, 'why-w6', { figure: words[0]!, category: named(words.slice(1).join(' ')) })]
  }
  return []
}
