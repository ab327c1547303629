import { z } from 'zod'
import { countOutcomes, type HitsOf, hitsOfUnanswered, listDisliked } from '../../answers/keeping/report-store.ts'
import { type Payload, queueDeferred } from '../../bot/send/outbox.ts'
import { readChunks } from '../../knowledge/search/store.ts'
import { byDay } from '../../people/notices/rules.ts'
import { listStaff, readRole } from '../../people/roles/store.ts'
import { localeOf } from '../../people/rules.ts'
import { reachablePeople } from '../../people/store.ts'
import type { Database, Db } from '../../platform/database/database.ts'
import { listGroups } from '../group-store.ts'
import { type Phase, phaseOf } from '../phases.ts'
import { answeredBetween, claimDigest, countRecipients, municipalitiesBetween, withoutDigest } from './digest-store.ts'
import { type Digest, digestPayload } from './texts.ts'
import { digestDue, weekBefore } from './week.ts'

/** Sends the week's digest to staff when it is due, once, in one transaction; its words are decided when it leaves. */
export async function sendDigest(
  { database, queued }: { database: Database; queued: () => void },
  now: Temporal.Instant,
): Promise<void> {
  const due = digestDue(now)
  if (due === null) return
  const added = await database.transaction(async (db) => {
    if (!(await claimDigest(db, due.toString(), now))) return 0
    if (isSilent(await readDigest(db, due))) return 0
    const staff = (await listStaff(db)).map(({ personId }) => personId)
    const off = await withoutDigest(db, staff)
    const people = await reachablePeople(
      db,
      staff.filter((id) => !off.has(id)),
    )
    const messages = people.map(({ id, telegramId }) => ({
      chatId: telegramId,
      renderer: 'gap-digest',
      data: { weekOn: due.toString(), personId: id },
      key: `gap:digest:${due}:${id}`,
    }))
    const count = messages.length === 0 ? 0 : await queueDeferred(db, messages, { lane: 'bulk', now, ...byDay(now) })
    await countRecipients(db, due.toString(), count)
    return count
  })
  if (added > 0) queued()
}

/** Whether nobody asked anything in the week, nothing was answered, and nothing waits since then: there is nothing to tell. */
function isSilent({ week, outcomes, answered, first }: Digest): boolean {
  const asked = [...outcomes.values()].reduce((sum, count) => sum + count, 0)
  const waits = first.some(({ firstAt }) => Temporal.Instant.compare(firstAt, week.to) < 0)
  return asked === 0 && answered.length === 0 && !waits
}

const dataForm = z.object({ weekOn: z.string(), personId: z.int() })

/** The digest as things are when it leaves; `null` for whoever is of staff no more, or switched it off meanwhile. */
export async function renderDigest(db: Db, raw: unknown): Promise<Payload | null> {
  const { weekOn, personId } = dataForm.parse(raw)
  const [person] = await reachablePeople(db, [personId])
  if (!person || (await readRole(db, personId)) === 'member') return null
  if ((await withoutDigest(db, [personId])).has(personId)) return null
  const monday = Temporal.PlainDate.from(weekOn)
  return digestPayload(localeOf(person), await readDigest(db, monday))
}

/** How many groups are named to be answered first. */
const FIRST = 3

/** What people could not find out in the week before a Monday: counts, and words that were sent to trainers. Never a person. */
export async function readDigest(db: Db, monday: Temporal.PlainDate): Promise<Digest> {
  const week = weekBefore(monday)
  const unanswered = await hitsOfUnanswered(db, week)
  const disliked = await listDisliked(db, week)
  const phases = await phasesOf(db, unanswered)
  return {
    week,
    outcomes: await countOutcomes(db, week),
    phases: counted(phases),
    municipalities: counted(await municipalitiesBetween(db, week.from, week.to)),
    reasons: counted(disliked.map(({ reason }) => reason)),
    dislikedPhases: counted(
      await phasesOf(
        db,
        disliked.map(({ hits }) => hits),
      ),
    ),
    answered: await answeredBetween(db, week.from, week.to),
    first: await listGroups(db, { limit: FIRST, offset: 0 }, week.to),
  }
}

async function phasesOf(db: Db, all: readonly HitsOf[]): Promise<(Phase | null)[]> {
  const chunks = await readChunks(db, [...new Set(all.flatMap((hits) => hits.map(({ chunkId }) => chunkId)))])
  return all.map((hits) =>
    phaseOf(hits.map(({ chunkId, score }) => ({ path: chunks.get(chunkId)?.path ?? '', score }))),
  )
}

/** How often each stands there, the commonest first. */
function counted<T>(all: readonly T[]): [T, number][] {
  return [...Map.groupBy(all, (one) => one)]
    .map(([one, them]): [T, number] => [one, them.length])
    .toSorted(([, a], [, b]) => b - a)
}
