import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import type { Bench } from './bench.ts'
import { firstPaints } from './first-paint.ts'
import { call } from './messages/people.ts'
import { originIn, START, startNode } from './processes/processes.ts'
import { type Part, progress, type Row } from './report.ts'
import { inFolder, ownSettings } from './start.ts'
import { p50, p95, timed } from './timing.ts'

const STAFF = 50
const PEOPLE = 200
const LOOKS = 100
const REST_S = 30
const ROUNDS = 10
const TARGET = { pageMs: 80, percentOfCore: 5 }
/** So many clock ticks a second, on every Linux that we run on. */
const TICKS_PER_SECOND = 100

/** What pages of staff take, and what fifty cost that are open and see nothing new. */
export async function benchPages(bench: Bench): Promise<Part> {
  const people = bench.tenth(PEOPLE)
  const rows = await inFolder(async (folder) => {
    const child = await startNode(START, 'Ready', ownSettings(folder))
    try {
      return await measure(bench, { pid: child.pid, url: originIn(child.line), people })
    } finally {
      await child.stop()
    }
  })
  return {
    name: 'pages',
    title: `Pages inside Telegram: a session of ${people} people, ${STAFF} staff who have it open (embedded)`,
    rows,
    notes: [
      'Whole pages as they are asked for over HTTP, one after another. The share of a core is what the process used of the processor with ' +
        `the pages open, over ${REST_S} s in which nothing happened; baseline: the same with none. A phone: 390 pixels, 400 ms there and back, 400 kbit/s, nothing cached.`,
    ],
  }
}

type Measured = { pid: number; url: string; people: number }

async function measure(bench: Bench, { pid, url, people }: Measured): Promise<Row[]> {
  progress('pages: a session with its people')
  const first = await aTrainer(url)
  const session = await aSession(url, first, people)
  const times = { list: [] as number[], session: [] as number[] }
  const paths = { list: '/sessions', session: `/sessions/${session}` }
  for (const [name, path] of Object.entries(paths)) {
    await pageOf(url, first, path)
    for (let i = 0; i < bench.tenth(LOOKS); i++)
      times[name as keyof typeof times].push((await timed(() => pageOf(url, first, path))).ms)
  }
  progress('pages: open, and nothing happens')
  const seconds = bench.tenth(REST_S)
  const without = await shareUsed(pid, seconds)
  const closing = new AbortController()
  const trainers = [first]
  while (trainers.length < STAFF) trainers.push(await aTrainer(url))
  for (const launch of trainers) await watched(url, launch, session, closing.signal)
  await wait(3_000)
  const open = await shareUsed(pid, seconds)
  closing.abort()
  progress('pages: all staff at once, and a phone over a slow line')
  const atOnce: number[] = []
  const ask = async (launch: string) => {
    atOnce.push((await timed(() => pageOf(url, launch, paths.session))).ms)
  }
  for (let i = 0; i < bench.tenth(ROUNDS); i++) await Promise.all(trainers.map(ask))
  const phone = await addressesFor(url, paths)
  return [
    ...timesOf('the list of sessions', times.list),
    ...timesOf('a session', times.session),
    { name: `a session, asked for by ${STAFF} at once, p50`, figure: p50(atOnce), unit: 'ms' },
    { name: `a session, asked for by ${STAFF} at once, p95`, figure: p95(atOnce), unit: 'ms' },
    ...(await firstPaints(phone)),
    {
      name: `${STAFF} pages open at rest`,
      figure: open,
      unit: 'of 100',
      target: { atMost: without + TARGET.percentOfCore },
      baselines: [{ name: 'none open', figure: without }],
    },
  ]
}

function timesOf(name: string, all: readonly number[]): Row[] {
  return [
    { name: `${name}, p50`, figure: p50(all), unit: 'ms' },
    { name: `${name}, p95`, figure: p95(all), unit: 'ms', target: { atMost: TARGET.pageMs } },
  ]
}

/** Launch data of a new trainer, as their client has them. */
async function aTrainer(url: string): Promise<string> {
  const { id } = await call<{ id: number }>(url, '/people', { name: 'Тренер', languageCode: 'sr', role: 'trainer' })
  const launched = await call<{ url: string }>(url, `/people/${id}/launch`, { url: `${url}/app` })
  return new URLSearchParams(new URL(launched.url).hash.slice(1)).get('tgWebAppData')!
}

/** Where the pages and the chat are for a phone that opens them for the first time. */
async function addressesFor(url: string, paths: { list: string; session: string }): Promise<Record<string, string>> {
  const { id } = await call<{ id: number }>(url, '/people', { name: 'Тренер', languageCode: 'sr', role: 'trainer' })
  await call(url, `/people/${id}/messages`, { text: '/start' })
  const at = async (path: string) =>
    (await call<{ url: string }>(url, `/people/${id}/launch`, { url: `${url}/app${path}` })).url
  return {
    'the list of sessions on a phone': await at(paths.list),
    'a session on a phone': await at(paths.session),
    'the chat page on a phone': `${url}/chat/#${id}`,
  }
}

const asking = (launch: string, signal?: AbortSignal) => ({
  headers: { authorization: `tma ${launch}` },
  ...(signal ? { signal } : {}),
})

async function pageOf(url: string, launch: string, path: string): Promise<string> {
  const response = await fetch(`${url}/app${path}`, asking(launch))
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return response.text()
}

async function sends(url: string, launch: string, path: string, fields: Record<string, string>): Promise<string> {
  const body = new URLSearchParams({ once: randomUUID(), ...fields })
  const response = await fetch(`${url}/app${path}`, { method: 'POST', body, ...asking(launch) })
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return response.text()
}

const PLACES = 'Ниш Чачак Рума Врање Пирот Суботица Лесковац Краљево Шабац Сомбор Ваљево Ужице Зајечар Кикинда'.split(
  ' ',
)

/** An open session, and people without Telegram in it, half of them in line. */
async function aSession(url: string, launch: string, people: number): Promise<number> {
  const on = Temporal.Now.plainDateISO().add({ days: 30 })
  const form = {
    title: 'Обука',
    place: 'Пландиште',
    on: `${on}`,
    from: '09:00',
    until: '',
    to: '16:00',
    language: 'sr',
  }
  const made = await sends(url, launch, '/sessions/new', { ...form, act: 'open', capacity: String(people / 2) })
  const id = Number(/\/app\/sessions\/(\d+)\//.exec(made)![1])
  for (let i = 0; i < people; i++) {
    await sends(url, launch, `/sessions/${id}/enter`, {
      name: `Особа ${'абвгдежзик'[i % 10]}${'лмнопрстућ'[Math.floor(i / 10) % 10]}${'фхцчш'[Math.floor(i / 100)]}ић`,
      municipality: PLACES[i % PLACES.length]!,
      phone: `064 ${String(1_000_000 + i)}`,
      email: '',
      another: 'yes',
    })
  }
  return id
}

/** Opens the page and stays, as its script does. */
async function watched(url: string, launch: string, session: number, signal: AbortSignal): Promise<void> {
  const html = await pageOf(url, launch, `/sessions/${session}`)
  const live = /data-live="([^"]+)"/.exec(html)![1]!.replaceAll('&amp;', '&')
  const response = await fetch(`${url}${live}`, asking(launch, signal))
  if (!response.ok) throw new Error(`${live}: ${response.status}`)
  void response.body!.pipeTo(new WritableStream()).catch(() => {})
}

/** Of a core, in hundredths, over so many seconds. */
async function shareUsed(pid: number, seconds: number): Promise<number> {
  const before = ticksOf(pid)
  await wait(seconds * 1_000)
  return ((ticksOf(pid) - before) / TICKS_PER_SECOND / seconds) * 100
}

/** What a process used of the processor, with what it did in the kernel. */
function ticksOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
  return Number(fields[11]) + Number(fields[12])
}
