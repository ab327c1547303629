import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { systemClock } from '../../src/platform/clock.ts'
import { openDatabase } from '../../src/platform/database/database.ts'
import { aRegisteredPerson } from '../people/registration/registered.ts'
import { aComingSession } from '../sessions/coming-session.ts'
import { joins } from '../sessions/joining.ts'
import type { Bot } from '../support/bot.ts'
import { onServer } from '../support/database/global-setup.ts'
import { aFolder, runScript } from '../support/processes/program.ts'
import { anEmptyDatabase, aTrial, server, type Trial, type TrialDatabase } from '../support/processes/trial.ts'

vi.setConfig({ testTimeout: 240_000 })
const TIMEOUT = { timeout: 120_000, interval: 50 }

/** What has a figure only once a model was paid, a broadcast sent, a reminder due. */
const SHOWN_LATER = ['lap_model_tokens_total', 'lap_broadcast_copies_total', 'lap_reminders_total']

const SIGN_UPS = `select person.full_name as name, sign_up.status, session.title, session.starts::text, sign_up.municipality
                  from sign_up join person on person.id = person_id join session on session.id = session_id
                  order by sign_up.id`

/** What the builders of people and sessions take for a bot: the chat of the trial, and its database. */
async function withBot<T>({ url }: TrialDatabase, trial: Trial, work: (bot: Bot) => Promise<T>): Promise<T> {
  const database = await openDatabase({ kind: 'server', url }, 'tests')
  try {
    return await work({ ...trial, database, clock: systemClock } as unknown as Bot)
  } finally {
    await database.close()
  }
}

/** The names that the dashboard asks for, of counters and histograms as Prometheus stores them. */
function askedByDashboard(): string[] {
  const text = readFileSync(new URL('../../deploy/grafana-dashboard.json', import.meta.url), 'utf8')
  const exprs = [...text.matchAll(/"expr": "(.*)"/g)].map(([, expr]) => expr!)
  return [...new Set(exprs.flatMap((expr) => expr.match(/\b(lap|process|nodejs)_\w+/g)!))]
}

/** The names of which a process shows a figure. */
async function shownBy(ops: string): Promise<Set<string>> {
  const text = await (await fetch(`${ops}/metrics`)).text()
  const figures = text.split('\n').filter((line) => /^\w+(\{.*\})? (-?\d|NaN|Nan)/.test(line))
  return new Set(figures.map((line) => /^\w+/.exec(line)![0]))
}

describe.skipIf(server === undefined)('the trial of docs/deployment.md', () => {
  test('two processes behind a webhook, watched, backed up, their database destroyed and restored: every sign-up is there', async () => {
    const database = await anEmptyDatabase()
    const trial = await aTrial(database)
    const both = await Promise.all([trial.join(), trial.join()])
    const before = await withBot(database, trial, async (bot) => {
      const sessions = [await aComingSession(bot), await aComingSession(bot, { title: 'Друга обука', capacity: 1 })]
      const people = []
      for (const [i, place] of ['Ниш', 'Пирот', 'Чачак', 'Врање'].entries())
        people.push(await aRegisteredPerson(bot, { name: `Особа ${i}`, place }))
      for (const chat of people.slice(0, 2)) await joins(bot, chat, sessions[0]!.id, 'Место је Ваше')
      await joins(bot, people[2]!, sessions[1]!.id, 'Место је Ваше')
      await joins(bot, people[3]!, sessions[1]!.id, '1. у реду')
      await people[0]!.says('Ко усваја ЛАП?')
      await people[0]!.reads('усваја скупштина')
      await people[0]!.says('Који је матични број Петра Петровића?')
      return database.ask(SIGN_UPS)
    })
    expect(before).toHaveLength(4)

    const asked = askedByDashboard().filter((name) => !SHOWN_LATER.includes(name))
    await vi.waitFor(async () => {
      const shown = await Promise.all(both.map(({ ops }) => shownBy(ops)))
      expect(asked.filter((name) => !shown.some((names) => names.has(name)))).toEqual([])
    }, TIMEOUT)

    const file = join(aFolder(), 'lap.lap')
    const settings = { DATABASE_URL: database.url }
    expect(await runScript('backup', [file], settings)).toMatchObject({ code: 0, err: [] })
    for (const one of both) {
      trial.balancer.remove(one.port)
      await one.end('SIGKILL')
    }
    await destroy(database)
    const restored = await runScript('restore', [file], settings)
    expect(restored).toMatchObject({ code: 0, err: [] })
    expect(restored.out.at(-1)).toBe('Restored, and every count is the same as in the backup.')
    expect(await database.ask(SIGN_UPS)).toEqual(before)

    await Promise.all([trial.join(), trial.join()])
    await withBot(database, trial, async (bot) => {
      const { id } = (await database.ask<{ id: number }>('select max(id)::int as id from session'))[0]!
      await joins(bot, await aRegisteredPerson(bot, { name: 'Пета', place: 'Бор' }), id, '2. у реду')
    })
    expect(await database.ask(SIGN_UPS)).toHaveLength(5)
  })
})

/** The database is dropped and made anew, empty. */
async function destroy({ url }: TrialDatabase): Promise<void> {
  const name = new URL(url).pathname.slice(1)
  await onServer(server!, `drop database ${name} with (force)`)
  await onServer(server!, `create database ${name}`)
}
