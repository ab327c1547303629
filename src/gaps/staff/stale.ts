import { readerOf, type To } from '../../bot/message/to.ts'
import { inPlace } from '../../bot/presses.ts'
import type { Handled } from '../../bot/registry/handle.ts'
import { type Outgoing, queue } from '../../bot/send/outbox.ts'
import {
  claimAsking,
  type Ending,
  listEnded,
  listEnding,
  readConfirmed,
  renewConfirmed,
} from '../../knowledge/ingest/confirmed-store.ts'
import { bringBack, withdrawSource } from '../../knowledge/ingest/publish.ts'
import { listVersions } from '../../knowledge/material/store.ts'
import { onDayFor } from '../../language/dates/write.ts'
import type { Locale } from '../../language/locale.ts'
import type { BotContext } from '../../people/context.ts'
import { byDay } from '../../people/notices/rules.ts'
import { handle } from '../../people/roles/handle.ts'
import { listStaff } from '../../people/roles/store.ts'
import { localeOf } from '../../people/rules.ts'
import { reachablePeople } from '../../people/store.ts'
import type { Clock } from '../../platform/clock.ts'
import { dayAt } from '../../platform/clock.ts'
import type { Database, Db } from '../../platform/database/database.ts'
import { lineMessage, say } from '../texts.ts'
import { END, RENEW } from './buttons.ts'

/** The day of a sentence, whose own full stop follows. */
const onDay = (locale: Locale, day: string) => onDayFor(locale, Temporal.PlainDate.from(day)).replace(/[.]$/, '')

/** So long before its last day the owner of an answer is asked whether it holds any longer. */
const ASKED_DAYS = 7

/**
 * Asks the owners of answers whose last day comes near, once for each day, and takes those out of use whose last day has passed: what
 * nobody confirmed anew is told to nobody.
 */
export async function endAnswers(
  { database, queued }: { database: Database; queued: () => void },
  now: Temporal.Instant,
): Promise<void> {
  const today = dayAt(now)
  const near = today.add({ days: ASKED_DAYS }).toString()
  for (const ending of await listEnded(database.pool, today.toString()))
    if ((await database.transaction((db) => end(db, ending, now))) > 0) queued()
  for (const ending of await listEnding(database.pool, near))
    if ((await database.transaction((db) => ask(db, ending, now))) > 0) queued()
}

async function end(db: Db, ending: Ending, now: Temporal.Instant): Promise<number> {
  if (!(await withdrawSource(db, ending.sourceId, 'last day', now))) return 0
  return tellOwner(db, ending, 'ended', now)
}

async function ask(db: Db, ending: Ending, now: Temporal.Instant): Promise<number> {
  return (await claimAsking(db, ending)) ? tellOwner(db, ending, 'ending', now) : 0
}

/** Tells who answers for it; whoever is of staff where that is nobody any more. Returns how many messages are new. */
async function tellOwner(db: Db, ending: Ending, what: 'ending' | 'ended', now: Temporal.Instant): Promise<number> {
  const staff = (await listStaff(db)).map(({ personId }) => personId)
  const owners = staff.filter((id) => id === ending.ownerId)
  let added = 0
  for (const person of await reachablePeople(db, owners.length > 0 ? owners : staff)) {
    const message = endingMessage({ chatId: person.telegramId, locale: localeOf(person) }, ending, what)
    const key = `gap:${what}:${ending.sourceId}:${ending.validUntil}:${person.id}`
    added += await queue(db, message, { key, lane: 'bulk', now, ...byDay(now) })
  }
  return added
}

function endingMessage(to: To, { sourceId, title, validUntil }: Ending, what: 'ending' | 'ended'): Outgoing {
  const t = say(to.locale)
  const day = onDay(to.locale, validUntil)
  const values = { title, day }
  return {
    ...(what === 'ending' ? lineMessage(to, 'answer-ending', values) : lineMessage(to, 'answer-ended', values)),
    buttons: [
      [6, 12].map((months) => RENEW.labelled(t('button-renew', { months }), sourceId, months)),
      ...(what === 'ending' ? [[END.labelled(t('button-end'), sourceId)]] : []),
    ],
  }
}

/** Confirming an answer anew, or ending it. */
export function staleHandlers({ clock }: { clock: Clock }): Handled<BotContext>[] {
  return [
    handle(RENEW, (db, ctx, [sourceId, months]) => renew(db, ctx, sourceId, months, clock.now())),
    handle(END, async (db, ctx, [sourceId]) => {
      const isOurs = (await readConfirmed(db, sourceId)) !== null
      const done = isOurs && (await withdrawSource(db, sourceId, ctx.person.id, clock.now()))
      return [inPlace(ctx, lineMessage(readerOf(ctx), done ? 'answer-withdrawn' : 'answer-decided'))]
    }),
  ]
}

async function renew(
  db: Db,
  ctx: BotContext,
  sourceId: number,
  months: number,
  now: Temporal.Instant,
): Promise<Outgoing[]> {
  const confirmed = await readConfirmed(db, sourceId)
  if (!confirmed) return [inPlace(ctx, lineMessage(readerOf(ctx), 'answer-decided'))]
  const on = dayAt(now).toString()
  const validUntil = Temporal.PlainDate.from(on).add({ months }).toString()
  await renewConfirmed(db, { sourceId, ownerId: ctx.person.id, on, validUntil })
  const [newest] = confirmed.withdrawn ? await listVersions(db, sourceId) : []
  if (newest) await bringBack(db, newest.id, ctx.person.id, now)
  const values = { title: confirmed.title, day: onDay(ctx.locale, validUntil) }
  return [inPlace(ctx, lineMessage(readerOf(ctx), 'answer-renewed', values))]
}
