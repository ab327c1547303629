import { sayIt } from '../bot/message/texts.ts'
import { shortenedTo } from '../language/letters.ts'
import { type Locale, shownTo } from '../language/locale.ts'
import type { Checked } from './check-document.ts'
import type { Unread } from './reading/read-plan.ts'
import type { Lack } from './rules/errors/e9-adopted.ts'
import type { Finding } from './rules/finding.ts'
import type { Place } from './rules/plan.ts'
import { declared } from './rules/tables.ts'
import { say } from './say.ts'

/** Characters of a heading, a cell or a sentence that say where something stands. */
const LONGEST = 70

/** A finding in words: where it is, why that is a fault, and one example of how it may be mended. */
export type Told = { code: string; level: Finding['level']; fact: string; where: string; why: string; repair: string }

export function told(locale: Locale, { code, level, fact, place, why, repair, alike }: Finding): Told {
  const t = say(locale)
  const shown = (value: string | number) => (typeof value === 'string' ? shownTo(locale, value) : value)
  const said = [sayIt(t, why, shown), ...(alike ? [t('why-alike', alike)] : [])].join(' ')
  return { code, level, fact, where: whereOf(locale, place), why: said, repair: t(repair) }
}

/** What a plan lacks to be adopted, in a word or two. */
export function lackName(locale: Locale, part: Lack): string {
  return say(locale)('lack-e9', { part })
}

/** Where something stands, from the widest: chapter, table, row, column. */
function whereOf(locale: Locale, { headings, table, row, column, quote }: Place): string {
  const t = say(locale)
  const named = [
    ...(headings.at(-1) ? [shownTo(locale, headings.at(-1)!)] : []),
    ...(table ? [t('where-table', { title: shownTo(locale, declared(table).title[0]!) })] : []),
    ...(row ? [rowOf(locale, row)] : []),
    ...(column ? [t('where-column', { column: shownTo(locale, column) })] : []),
    ...(!table && !row && quote ? [`„${shownTo(locale, shortenedTo(quote, LONGEST))}“`] : []),
  ]
  return named.length === 0 ? t('where-plan') : named.join(' › ')
}

function rowOf(locale: Locale, { number, label }: { number: number; label: string }): string {
  const t = say(locale)
  return label === ''
    ? t('where-row', { number })
    : t('where-row-named', { number, label: shownTo(locale, shortenedTo(label, LONGEST)) })
}

/** What was not recognised, a line each. */
export function unreadLines(locale: Locale, { tables, columns }: Unread): string[] {
  const t = say(locale)
  return [
    ...tables.map(({ head, headings }) =>
      t('unread-table', {
        heads: shownTo(locale, shortenedTo(head.filter(Boolean).join(' | '), LONGEST)),
        where: shownTo(locale, headings.at(-1) ?? '') || t('where-plan'),
      }),
    ),
    ...columns.map(({ table, head }) =>
      t('unread-column', {
        column: shownTo(locale, shortenedTo(head, LONGEST)),
        title: shownTo(locale, declared(table).title[0]!),
      }),
    ),
  ]
}

/** Everything about a document, as text for a terminal. */
export function reportOf(locale: Locale, { findings, read, unread }: Checked): string {
  const t = say(locale)
  const found = findings.map((finding) => {
    const { code, where, why, fact, repair } = told(locale, finding)
    return `${code} · ${where}\n  ${why} [${fact}]\n  ${repair}`
  })
  const lines = unreadLines(locale, unread).map((line) => `  • ${line}`)
  const rest = lines.length > 0 ? [[t('unread-title'), ...lines].join('\n')] : []
  return [t('checked-read', read), ...(found.length > 0 ? found : [t('checked-nothing')]), ...rest].join('\n\n')
}
