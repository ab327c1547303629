import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { grantRole } from '../../src/people/store.ts'
import { systemClock, ZONE } from '../../src/platform/clock.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { wallTimeOf } from '../../src/sessions/session/session.ts'
import { openOne, registerAll, startOf } from '../messages/crowd.ts'
import { makePeople, type Person } from '../messages/people.ts'
import { orderToAll } from '../messages/recipients.ts'
import { TOKEN } from '../processes/bots.ts'
import { type SandboxProcess, withSandbox } from '../processes/sandbox-client.ts'
import { Random } from '../random.ts'
import { type Part, progress } from '../report.ts'
import { type Bots, startBots } from './bots.ts'
import { countAll } from './count.ts'
import { letPeopleAct, refusals, untilQuiet, waitingAt } from './people.ts'
import type { Fault, Place } from './place.ts'
import { openWire } from './wire.ts'

export type Campaign = { kills: number; minutes: number; people: number; seed: number; material: string }

const TRAINERS = 2
const PLACES = 12
const QUOTA = 1
const BROADCASTS = 3
/** How long a fault lasts, and the time until the next. */
const FAULT_MS = { atLeast: 2_000, more: 6_000, between: 4_000 }
/** How late Telegram answers at its worst. */
const LATE_MS = 5_000
const AHEAD_MS = 2 * 3_600_000
/** So much later it is for the bot in the last quarter, which is after the reminder is due. */
const LATER_MS = 4 * 3_600_000
/** Quiet for longer than a statement to a silent server is waited for; what has waited goes on at one message a second and chat. */
const QUIET_MS = { quiet: 45_000, most: 1_800_000 }

/** People use the bot for so many minutes while its processes are killed and everything around it fails in turn; then all is compared. */
export function runCampaign(place: Place, name: string, campaign: Campaign): Promise<Part> {
  return withSandbox(async (sandbox) => {
    const folder = mkdtempSync(join(tmpdir(), 'lap-chaos-clock-'))
    const telegram = await openWire({ host: '127.0.0.1', port: Number(new URL(sandbox.apiRoot).port) })
    const clock = moveableClock(join(folder, 'ahead'))
    try {
      return await inTime({ place, name, campaign, sandbox, telegram, clock })
    } finally {
      telegram.close()
      rmSync(folder, { recursive: true, force: true })
    }
  })
}

type Around = {
  place: Place
  name: string
  campaign: Campaign
  sandbox: SandboxProcess
  telegram: Awaited<ReturnType<typeof openWire>>
  clock: ReturnType<typeof moveableClock>
}

async function inTime({ place, name, campaign, sandbox, telegram, clock }: Around): Promise<Part> {
  const random = new Random(campaign.seed)
  const people = await makePeople(sandbox.url, campaign.people)
  // Nobody may be written to who has not begun. It is the first thing that the bot finds.
  for (const person of people) await person.write('/start')
  const prepared = await prepare(place, people, clock.startsAt, campaign)
  const apiRoot = `http://127.0.0.1:${telegram.port}`
  const bots = await startBots(place, { apiRoot, material: campaign.material, clockFile: clock.file })
  const over = new AbortController()
  const happened = new Map<string, number>()
  try {
    progress(`chaos, ${name}: the first start`)
    await bots.untilReady()
    const acting = letPeopleAct(sandbox.url, people, {
      session: prepared.session,
      trainers: prepared.trainers,
      random,
      over: over.signal,
    })
    // Whoever waits for it is told; nobody does when something else fails first.
    acting.catch(() => {})
    const faults: Fault[] = [
      ...place.faults,
      { name: 'Telegram 429', ...refusals(sandbox.url, 429) },
      { name: 'Telegram 500', ...refusals(sandbox.url, 500) },
      { name: LATE, begin: () => telegram.slow(LATE_MS / 2), end: telegram.mend },
      { name: 'clock set ahead by 2 h, and back', begin: () => clock.set(AHEAD_MS), end: () => clock.set(0) },
    ]
    const until = Date.now() + campaign.minutes * 60_000
    // What is due before the session becomes due while everything goes wrong, once people have signed up.
    const later = setTimeout(() => clock.goOn(LATER_MS), campaign.minutes * 45_000)
    const [kills] = await Promise.all([
      killInTurn(bots, campaign, random, until, happened),
      failInTurn(faults, random, until, happened),
    ])
    over.abort()
    clearTimeout(later)
    const deeds = await acting
    progress(`chaos, ${name}: all is mended`)
    clock.goOn(LATER_MS)
    await bots.untilReady()
    await untilQuiet(people, QUIET_MS.quiet, QUIET_MS.most)
    const waiting = await waitingAt(sandbox.apiRoot, TOKEN)
    await bots.stop()
    const database = await place.open()
    try {
      const participants = deeds.filter(({ pressed }) => pressed).length
      const rows = await countAll(database, deeds, {
        kills: kills + outagesIn(happened),
        sessionId: prepared.session.id,
        capacity: PLACES,
        quota: QUOTA,
        participants,
        waiting,
      })
      return { name: `chaos-${name}`, title: titleOf(name, campaign, kills), rows, notes: notesOf(happened, bots) }
    } finally {
      await database.close()
    }
  } finally {
    over.abort()
    await bots.stop()
  }
}

const LATE = 'Telegram 5 s late'

const titleOf = (name: string, { minutes, people }: Campaign, kills: number) =>
  `Chaos, ${name}: ${kills} kills in ${minutes} minutes, ${people} people`

function notesOf(happened: ReadonlyMap<string, number>, bots: Bots): string[] {
  const list = [...happened].map(([fault, times]) => `${fault} ${times}×`).join(', ')
  return [
    `Went wrong meanwhile: ${list || 'nothing'}. Starts that failed and were repeated: ${bots.failedStarts()}.`,
    'Killed with -9 at moments of chance, save while Telegram answers late: whatever is on its way then is «unknown» by nature.',
    'Unknown may be one message for each kill, and one for each time that the database went away before a fate was noted down.',
    'Compared at the end: what people did, what the database holds, and what their chats show, message by message.',
  ]
}

/** How often the database was away, so that what a process had just sent could not be noted down. */
function outagesIn(happened: ReadonlyMap<string, number>): number {
  return [...happened].reduce(
    (sum, [fault, times]) => sum + (/^(database|disk|failed over)/.test(fault) ? times : 0),
    0,
  )
}

/** A clock for the bot's processes that starts at ten in the morning, so that nobody is spared for the night. */
function moveableClock(file: string) {
  const now = systemClock.now().toZonedDateTimeISO(ZONE)
  const ten = now.withPlainTime('10:00')
  const startsAt = Temporal.ZonedDateTime.compare(ten, now) >= 0 ? ten : ten.add({ days: 1 })
  const baseMs = startsAt.epochMilliseconds - now.epochMilliseconds
  let laterMs = 0
  const set = (aheadMs: number) => writeFileSync(file, String(baseMs + laterMs + aheadMs))
  set(0)
  const goOn = (ms: number) => {
    laterMs = ms
    set(0)
  }
  return { file, startsAt, set, goOn }
}

/** A session of the day after, with a reminder due in three hours; trainers; and broadcasts over the whole time. */
async function prepare(
  place: Place,
  people: readonly Person[],
  startsAt: Temporal.ZonedDateTime,
  { minutes }: Campaign,
): Promise<{ session: { id: number; start: string }; trainers: Set<number> }> {
  const database = await place.open()
  try {
    const trainers = people.slice(0, TRAINERS)
    await registerAll(database, people)
    for (const { id } of trainers) await grantTrainer(database, id)
    const starts = startsAt.add({ days: 1, hours: 3 })
    const id = await openOne(database, {
      capacity: PLACES,
      municipalityQuota: QUOTA,
      starts: wallTimeOf(starts),
      ends: wallTimeOf(starts.add({ hours: 6 })),
      signUpUntil: wallTimeOf(starts.subtract({ hours: 1 })),
      cancelUntil: wallTimeOf(starts.subtract({ hours: 1 })),
    })
    for (let i = 0; i < BROADCASTS; i++) {
      const afterS = Math.round((60 * minutes * (i + 0.5)) / BROADCASTS)
      await orderToAll(database, trainers[0]!, startsAt.toInstant().add({ seconds: afterS }))
    }
    return { session: { id, start: await startOf(database, id) }, trainers: new Set(trainers.map((one) => one.id)) }
  } finally {
    await database.close()
  }
}

function grantTrainer({ pool }: Database, telegramId: number): Promise<unknown> {
  return grantRole(pool, { telegramId, name: 'Тренер', role: 'trainer', now: systemClock.now() })
}

/** Kills at moments of chance until the time is over. Returns how many. */
async function killInTurn(
  bots: Bots,
  { kills, minutes }: Campaign,
  random: Random,
  until: number,
  happened: ReadonlyMap<string, number>,
): Promise<number> {
  let done = 0
  const everyMs = (minutes * 60_000) / Math.max(1, kills)
  for (let i = 1; i <= kills; i++) {
    await wait(Math.max(0, until - (kills - i) * everyMs - random.below(everyMs) - Date.now()))
    // None is there when the disk is full, say; it is made up for when one is.
    while (Date.now() < until && (isLate(happened) || !bots.kill(random))) await wait(50)
    if (Date.now() >= until) break
    done++
    if (done % 20 === 0) progress(`chaos: ${done} kills`)
  }
  return done
}

/** Whether Telegram is late at this moment. */
const isLate = (happened: ReadonlyMap<string, number>) => happened.has(NOW + LATE)
const NOW = 'now: '

async function failInTurn(
  faults: readonly Fault[],
  random: Random,
  until: number,
  happened: Map<string, number>,
): Promise<void> {
  for (let turn = 0; Date.now() < until; turn++) {
    await wait(FAULT_MS.between)
    const fault = faults[turn % faults.length]!
    happened.set(NOW + fault.name, 1)
    try {
      await fault.begin()
      await wait(FAULT_MS.atLeast + random.below(FAULT_MS.more))
    } finally {
      await fault.end()
      happened.delete(NOW + fault.name)
    }
    happened.set(fault.name, (happened.get(fault.name) ?? 0) + 1)
  }
}
