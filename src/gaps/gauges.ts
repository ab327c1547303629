import { countCiting, countOutcomes } from '../answers/keeping/report-store.ts'
import { confirmedChunks } from '../knowledge/ingest/confirmed-store.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/database/database.ts'
import type { GaugeSource } from '../platform/metrics.ts'
import { medianSeconds } from './digest/digest-store.ts'
import { countGroups } from './group-store.ts'

/** Shares are of the last week; answers of trainers are few, so that they are looked at for a quarter of a year. */
const SHARE_DAYS = 7
const ANSWER_DAYS = 90
const OUTCOMES = { answered: 'answered', near: 'near', none: 'no-answer', disliked: 'disliked' } as const

/** What people could not find out, in figures. Every process of one database reads the same. */
export function gapGauges(db: Db, clock: Clock): GaugeSource[] {
  const since = (days: number) => clock.now().subtract({ hours: days * 24 })
  const lately = (days: number) => ({ from: since(days), to: clock.now() })
  return [
    {
      name: 'lap_questions_share',
      help: 'Of the questions of the last week that were looked up: the share answered, only near, without an answer, and disliked.',
      label: 'outcome',
      read: async () => sharesOf(await countOutcomes(db, lately(SHARE_DAYS))),
    },
    {
      name: 'lap_gaps_waiting',
      help: 'Groups of questions that wait for a trainer.',
      read: async () => [{ value: await countGroups(db) }],
    },
    {
      name: 'lap_gap_answer_median_seconds',
      help: 'Half of the questions answered by trainers in the last 90 days were answered within this time.',
      read: async () => [{ value: (await medianSeconds(db, since(ANSWER_DAYS))) ?? Number.NaN }],
    },
    {
      name: 'lap_gap_answers_repeated',
      help: 'Questions of the last 90 days that were answered from what a trainer had answered before.',
      read: async () => [{ value: await countCiting(db, await confirmedChunks(db), lately(ANSWER_DAYS)) }],
    },
  ]
}

/** Shares by outcome; none while nothing was asked. */
export function sharesOf(counts: ReadonlyMap<string, number>): { label: string; value: number }[] {
  const of = (outcome: string) => counts.get(outcome) ?? 0
  const all = of('answered') + of('near') + of('no-answer')
  if (all === 0) return []
  return Object.entries(OUTCOMES).map(([label, outcome]) => ({ label, value: of(outcome) / all }))
}
