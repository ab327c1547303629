import { html } from 'hono/html'
import { readNames } from '../../people/directory-store.ts'
import { say as sayPlan } from '../../plans/chat/say.ts'
import { columnName } from '../../plans/chat/told.ts'
import { PARTS, type Part } from '../../plans/draft/draft.ts'
import { readRows } from '../../plans/entries/read-rows.ts'
import { acceptFinding } from '../../plans/keeping/accepted-store.ts'
import type { Access } from '../../plans/keeping/access.ts'
import { entriesOfPlan, insertEntries, MOST_ENTRIES, readEntry, removeEntry } from '../../plans/keeping/entry-store.ts'
import { markOfFinding } from '../../plans/keeping/review.ts'
import { personalKinds } from '../../plans/rules/errors/e8-personal.ts'
import { type CellResult, type CellWrite, saveCell } from '../../plans/sheet/save-cell.ts'
import { once } from '../once.ts'
import type { Page, View, Visit } from '../page.ts'
import { noteOf } from '../rooms.ts'
import { planView } from './plan.ts'
import { reviewed, writing } from './reach.ts'
import { reviewView } from './review.ts'
import { say } from './texts.ts'

/** One cell is written; what comes back is for the script that sent it (client/sheet.js). */
export const planCell: Page = {
  method: 'POST',
  path: '/plans/:id{[0-9]+}/cell',
  who: 'everyone',
  show: (visit, [planId]) =>
    writing(visit, planId!, async ({ plan }) => {
      const { db, person, locale, now } = visit
      const write = cellIn(visit.form)
      const result: CellResult = write
        ? await saveCell(db, plan, write, { personId: person.id, now })
        : { kind: 'gone' }
      const title = say(locale)('title')
      if (result.kind !== 'saved')
        return { title, status: 422, body: noteOf(await refusal(visit, write, result), 'fault') }
      const { entryId, value } = result
      return {
        title,
        body: html`<p data-saved data-entry="${entryId ?? ''}" data-value="${value}">${say(locale)('saved')}</p>`,
      }
    }),
}

function cellIn(form: URLSearchParams): CellWrite | null {
  const part = partIn(form)
  const entry = form.get('entry') ?? ''
  const [column, was, value] = [form.get('column'), form.get('was'), form.get('value')]
  if (!part || column === null || was === null || value === null || !/^\d{0,15}$/.test(entry)) return null
  return { entryId: entry === '' ? null : Number(entry), part, column, was, value }
}

const partIn = (form: URLSearchParams): Part | undefined => PARTS.find((part) => part === form.get('part'))

async function refusal(
  { db, locale }: Visit,
  write: CellWrite | null,
  result: Exclude<CellResult, { kind: 'saved' }>,
): Promise<string> {
  const t = say(locale)
  switch (result.kind) {
    case 'gone':
      return t('gone')
    case 'personal':
      return sayPlan(locale)('row-personal', { kind: result.of })
    case 'unfit':
      return t('unfit', { column: columnName(locale, write!.part, write!.column) })
    case 'full':
      return sayPlan(locale)('row-too-many', { count: result.count, most: MOST_ENTRIES })
    case 'changed': {
      const { changedBy } = result
      const who = changedBy === null ? undefined : (await readNames(db, [changedBy])).get(changedBy)
      return t('changed', { now: result.now, who: who ?? t('somebody') })
    }
  }
}

/** Rows are added by lines, or one is removed. */
export const planRows: Page = {
  method: 'POST',
  path: '/plans/:id{[0-9]+}/rows',
  who: 'everyone',
  show: (visit, [planId]) =>
    writing(visit, planId!, async (access) => {
      const step = Number(visit.form.get('step')) || null
      const after = await once(visit, () => (visit.form.has('remove') ? remove(visit, access) : add(visit, access)))
      return planView(visit, access, step, after ?? { note: say(visit.locale)('done-before') })
    }),
}

type After = { note?: string; fault?: string }

async function remove({ db, form, locale }: Visit, { plan }: Access): Promise<After> {
  const id = Number(form.get('remove'))
  const entry = Number.isSafeInteger(id) ? await readEntry(db, id) : null
  const removed = entry?.planId === plan.id && (await removeEntry(db, entry.id, entry.version))
  return { note: sayPlan(locale)(removed ? 'row-removed' : 'row-gone') }
}

const MOST_CHARACTERS = 20_000

async function add({ db, form, locale, person, now }: Visit, { plan }: Access): Promise<After> {
  const t = say(locale)
  const part = partIn(form)
  const lines = (form.get('lines') ?? '').slice(0, MOST_CHARACTERS)
  const [personal] = personalKinds(lines)
  if (personal) return { fault: sayPlan(locale)('row-personal', { kind: personal }) }
  const read = part ? readRows(part, lines, plan.period) : []
  const entries = read.flatMap(({ cells }) => (part && Object.keys(cells).length > 0 ? [{ part, cells }] : []))
  if (entries.length === 0) return { fault: sayPlan(locale)('row-unclear') }
  const count = (await entriesOfPlan(db, plan.id)).length + entries.length
  if (count > MOST_ENTRIES) return { fault: sayPlan(locale)('row-too-many', { count, most: MOST_ENTRIES }) }
  await insertEntries(db, plan.id, entries, { personId: person.id, now })
  const left = read.flatMap((one) => one.left)
  const added = t('added', { count: entries.length })
  return { note: left.length > 0 ? `${added} ${t('left', { left: left.join('; ') })}` : added }
}

/** A finding is left as it is, with the reason. */
export const planAccept: Page = {
  method: 'POST',
  path: '/plans/:id{[0-9]+}/accept',
  who: 'everyone',
  show: (visit, [planId]) =>
    writing(visit, planId!, async (access): Promise<View> => {
      const reason = (visit.form.get('reason') ?? '').trim().slice(0, 500)
      if (reason === '') return reviewView(visit, access, { fault: say(visit.locale)('accept-short') })
      const note = await once(visit, () => accept(visit, access, reason))
      return reviewView(visit, access, { note: note ?? say(visit.locale)('done-before') })
    }),
}

async function accept(visit: Visit, access: Access, reason: string): Promise<string> {
  const { db, form, locale, person, now } = visit
  const { findings } = (await reviewed(visit, access)).review
  const finding = findings.find((one) => one.level !== 'error' && markOfFinding(one) === form.get('mark'))
  if (!finding) return sayPlan(locale)('accept-gone')
  const { code, place } = finding
  await acceptFinding(db, { planId: access.plan.id, code, quote: place.quote, reason, personId: person.id }, now)
  return sayPlan(locale)('accept-done', { code })
}
