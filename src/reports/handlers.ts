import { z } from 'zod'
import { paragraph } from '../bot/message/rich.ts'
import { dialogue } from '../bot/registry/dialogue.ts'
import type { Handled } from '../bot/registry/handle.ts'
import type { Outgoing } from '../bot/send/outbox.ts'
import type { BotContext } from '../people/context.ts'
import { readNames } from '../people/directory-store.ts'
import { command, converse, handle } from '../people/roles/handle.ts'
import { type Clock, ZONE } from '../platform/clock.ts'
import type { Db } from '../platform/database/database.ts'
import { ENTER_PAST, REMOVE_PAST, REPORT, REPORT_FILE } from './buttons.ts'
import { EVERYWHERE, type Filter, placeOfCode, readFilter } from './filter.ts'
import { mapPicture } from './map.ts'
import { reportPage } from './page-pdf.ts'
import { type PastReading, readPast } from './past.ts'
import { readFacts } from './reads.ts'
import { type Facts, type Report, reportOf, sumsOf } from './report.ts'
import { deletePast, insertPast } from './store.ts'
import { lineMessage, type PlainSentence, reportMessage, say, type To, titleFor } from './texts.ts'
import { reportWorkbook } from './workbook.ts'

/** What was held before is being written. */
const PAST_DIALOGUE = dialogue('report-past', z.object({}), { who: 'trainer', accepts: ['text'] })

/** What was done, for staff: as a message, a map, a workbook, a page; and what was before the assistant. */
export function reportHandlers({ clock }: { clock: Clock }): Handled<BotContext>[] {
  const at = (ctx: BotContext): Asking => ({ ctx, now: clock.now() })
  return [
    command('izvestaji', 'trainer', (db, ctx, words) => fromWords(db, at(ctx), words)),
    handle(REPORT, (db, ctx, [year, place]) => show(db, at(ctx), filterOf(year, place))),
    handle(REPORT_FILE, (db, ctx, [kind, year, place]) => fileOf(db, at(ctx), kind, filterOf(year, place))),
    handle(ENTER_PAST, async (db, ctx) => {
      await PAST_DIALOGUE.keep(db, ctx.turn.chatId, {}, clock.now())
      return [lineMessage(toOf(ctx), 'past-ask')]
    }),
    converse(
      PAST_DIALOGUE,
      (ctx, _, { text }) =>
        (db) =>
          enterPast(db, at(ctx), text),
    ),
    handle(REMOVE_PAST, async (db, ctx, [id]) => {
      ctx.toast(say(ctx.locale)((await deletePast(db, id)) ? 'past-removed' : 'past-gone'))
      return show(db, at(ctx), ALL)
    }),
  ]
}

type Asking = { ctx: BotContext; now: Temporal.Instant }

const ALL: Filter = { year: null, place: EVERYWHERE }

const filterOf = (year: number, place: string): Filter => ({
  year: year === 0 ? null : year,
  place: placeOfCode(place),
})

function toOf(ctx: BotContext): To {
  const edits = ctx.callbackQuery?.message?.message_id
  return { chatId: ctx.turn.chatId, locale: ctx.locale, ...(edits === undefined ? {} : { edits }) }
}

async function fromWords(db: Db, asking: Asking, words: string): Promise<Outgoing[]> {
  const filter = readFilter(words)
  return filter ? show(db, asking, filter) : [lineMessage(toOf(asking.ctx), 'report-unclear')]
}

async function show(db: Db, { ctx, now }: Asking, filter: Filter): Promise<Outgoing[]> {
  const facts = await readFacts(db, now)
  return [reportMessage(toOf(ctx), reportOf(facts, filter), yearsOf(facts, now))]
}

/** The years in which anything was held, and this one, the newest first. */
function yearsOf({ sheets }: Facts, now: Temporal.Instant): number[] {
  const years = new Set([now.toZonedDateTimeISO(ZONE).year, ...sheets.map(({ session }) => session.starts.year)])
  return [...years].sort((a, b) => b - a)
}

async function fileOf(db: Db, asking: Asking, kind: 'map' | 'xlsx' | 'pdf', filter: Filter): Promise<Outgoing[]> {
  const report = reportOf(await readFacts(db, asking.now), filter)
  return [await FILES[kind](db, asking, report)]
}

const FILES: Record<'map' | 'xlsx' | 'pdf', (db: Db, asking: Asking, report: Report) => Promise<Outgoing>> = {
  map: async (_, { ctx }, report) => {
    const { codes } = sumsOf(report)
    const bytes = await mapPicture(ctx.locale, { filter: report.filter, codes })
    const caption = say(ctx.locale)('map-caption')
    return withFile(ctx, caption, { name: 'mapa.png', bytes, isPicture: true })
  },
  xlsx: async (db, { ctx }, report) => {
    const names = await readNames(
      db,
      report.rows.map(({ attended }) => attended.personId),
    )
    const caption = say(ctx.locale)('caption-xlsx', { title: titleFor(ctx.locale, report.filter) })
    return withFile(ctx, caption, {
      name: fileName(ctx, report, 'xlsx'),
      bytes: await reportWorkbook(ctx.locale, report, names),
    })
  },
  pdf: async (_, { ctx, now }, report) => {
    const caption = say(ctx.locale)('caption-pdf', { title: titleFor(ctx.locale, report.filter) })
    return withFile(ctx, caption, {
      name: fileName(ctx, report, 'pdf'),
      bytes: await reportPage(ctx.locale, report, now),
    })
  },
}

function fileName(ctx: BotContext, { filter }: Report, ending: string): string {
  return `${say(ctx.locale)('file-name')}${filter.year === null ? '' : `-${filter.year}`}.${ending}`
}

function withFile(
  ctx: BotContext,
  caption: string,
  { name, bytes, isPicture }: { name: string; bytes: Uint8Array; isPicture?: true },
): Outgoing {
  const base64 = Buffer.from(bytes).toString('base64')
  const file = { name, base64, ...(isPicture ? { isPicture } : {}) }
  return { chatId: ctx.turn.chatId, content: [paragraph(caption)], file }
}

const REFUSALS = {
  'no-date': 'past-no-date',
  'no-counts': 'past-no-counts',
  'in-future': 'past-in-future',
} as const satisfies Record<Extract<PastReading, { kind: 'refused' }>['why'], PlainSentence>

/** Sums of before; those that cannot be read, or that would count something twice, are not entered. */
async function enterPast(db: Db, asking: Asking, text: string): Promise<Outgoing[]> {
  const { ctx, now } = asking
  const to = toOf(ctx)
  const reading = readPast(text, now.toZonedDateTimeISO(ZONE).toPlainDate())
  if (reading.kind === 'refused') return [lineMessage(to, REFUSALS[reading.why])]
  if (reading.kind === 'unknown-names')
    return [lineMessage(to, 'past-unknown-names', { names: reading.names.slice(0, 10).join(', ') })]
  const { past } = reading
  const overlapping = (await readFacts(db, now)).sheets.filter(
    ({ session }) => Temporal.PlainDate.compare(session.starts.toPlainDate(), past.before) < 0,
  )
  if (overlapping.length > 0) return [lineMessage(to, 'past-overlaps', { count: overlapping.length })]
  await PAST_DIALOGUE.end(db, ctx.turn.chatId)
  await insertPast(db, past, { staffId: ctx.person.id, now })
  return [lineMessage(to, 'past-entered'), ...(await show(db, asking, ALL))]
}
