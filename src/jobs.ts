import { feedBroadcasts } from './broadcasts/feed.ts'
import { tellCertified } from './certificates/deliver.ts'
import { createFollowing } from './certificates/follow.ts'
import type { Issuing } from './certificates/paper.ts'
import { askAgain } from './gaps/again.ts'
import { sendDigest } from './gaps/digest/digest.ts'
import { endAnswers } from './gaps/staff/stale.ts'
import { createHousekeeping } from './housekeeping.ts'
import { createIndexJob } from './knowledge/ingest/index-job.ts'
import { createEmbeddingJob } from './knowledge/ingest/jobs.ts'
import { createPeopleScan } from './knowledge/material/people-scan.ts'
import type { Search } from './knowledge/search/search.ts'
import type { SearchIndex } from './knowledge/search/search-index.ts'
import { holdOrRelease } from './people/notices/held.ts'
import { isQuiet } from './people/notices/rules.ts'
import { remindOfDeadlines } from './plans/chat/notices.ts'
import type { Clock } from './platform/clock.ts'
import type { Database } from './platform/database/database.ts'
import { hourly } from './platform/database/retention.ts'
import { interval } from './platform/interval.ts'
import type { Part } from './platform/lifecycle.ts'
import type { Log } from './platform/log.ts'
import type { Metrics } from './platform/metrics.ts'
import type { Embedder } from './platform/model/model.ts'
import { sendDueReminders } from './reminders/actions.ts'
import { sendDigests } from './reminders/digest/actions.ts'
import { changeShownCodes } from './sessions/attendance/show.ts'
import { evaluateDue } from './sessions/evaluation/actions.ts'
import { settleAllLines, settleDueSessions } from './sessions/participants/sign-up-actions.ts'

/** An offer that ran out is passed on this soon. */
const SETTLE_MS = 1_000
/** Reminders leave this soon after they are due, and a running broadcast is fed this often. */
const MESSAGING_MS = 500

/** What is due on a day is looked for this often: each look costs a statement or two. */
const DAILY_MS = 5_000

/** What time starts. In any order. */
export function createJobs(parts: {
  settings: { traceDays: number; bulkRate: number }
  issuing: Issuing
  database: Database
  index: SearchIndex
  search: Search
  clock: Clock
  log: Log
  metrics: Metrics
  embedder?: Embedder | undefined
  /** Called when there is something new in the outbox. */
  queued: () => void
}): Part[] {
  const { settings, database, clock, log, embedder, queued } = parts
  const isHour = hourly()
  const followAttendance = createFollowing(parts)
  const job = (ms: number, name: string, work: () => Promise<void>) => ({ name, ...interval(ms, name, log, work) })
  return [
    { name: 'housekeeping', ...createHousekeeping(parts) },
    { name: 'the search index', ...createIndexJob(parts) },
    { name: 'looking for people in the material', ...createPeopleScan(parts) },
    ...(embedder ? [{ name: 'embedding', ...createEmbeddingJob({ ...parts, embedder }) }] : []),
    job(SETTLE_MS, 'sessions in which time changed something', async () => {
      const now = clock.now()
      // Whom a place is passed on to need not hear of it at night, however long we were away.
      const isNight = isQuiet(now)
      const due = await settleDueSessions(database, now, { soonOnly: isNight })
      const found = !isNight && isHour(now) ? await settleAllLines(database, now) : 0
      if (due + found > 0) queued()
    }),
    job(SETTLE_MS, 'what is held over the night', async () => {
      if ((await holdOrRelease(database.pool, clock.now())) > 0) queued()
    }),
    job(MESSAGING_MS, 'reminders', () => sendDueReminders(parts, clock.now())),
    job(SETTLE_MS, 'digests', async () => void (await sendDigests(parts, clock.now()))),
    job(SETTLE_MS, 'questions that are asked again', () => askAgain(parts, clock.now())),
    job(DAILY_MS, 'answers whose last day comes', () => endAnswers(parts, clock.now())),
    job(DAILY_MS, 'the weekly digest', () => sendDigest(parts, clock.now())),
    job(DAILY_MS, 'evaluations of sessions', async () => {
      if ((await evaluateDue(database, clock.now())) > 0) queued()
    }),
    job(MESSAGING_MS, 'certificates', async () => {
      if ((await tellCertified(database, clock.now())) > 0) queued()
    }),
    job(DAILY_MS, 'certificates that follow a sheet or a quiz', () => followAttendance(clock.now())),
    job(SETTLE_MS, 'codes that change', async () => {
      if ((await changeShownCodes(database, clock.now())) > 0) queued()
    }),
    job(DAILY_MS, 'deadlines of plans', () => remindOfDeadlines(parts, clock.now())),
    job(MESSAGING_MS, 'broadcasts', () => feedBroadcasts({ ...parts, bulkRate: settings.bulkRate }, clock.now())),
  ]
}
