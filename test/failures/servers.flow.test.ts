import type { Message, WebhookInfo } from 'grammy/types'
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { linkSecret, sealLink } from '../../src/bot/links.ts'
import { say } from '../../src/broadcasts/texts.ts'
import type { Session } from '../../src/sessions/session/session.ts'
import { aReader, aTrainer, type Chat } from '../broadcasts/audience.ts'
import { aComingSession } from '../sessions/coming-session.ts'
import { aBot, type Bot, buttonsOf, type TestPerson, TOKEN } from '../support/bot.ts'

// What people do, beside servers and proxies of every kind: all that is said arrives, or is honestly marked, and nothing twice.

const ALWAYS = 1_000_000
const RICH = ['sendRichMessage', 'sendRichMessageDraft', 'sendMessageDraft']
/** What a foreign emulator has not; it answers such calls in a form of its own. */
const STOOD_IN = [...RICH, 'sendPoll', 'sendDocument', 'sendPhoto', 'setMyCommands', 'setChatMenuButton']
/** How Telegram, or what stands before it, treats calls. */
const SERVERS = {
  'as Telegram is': [],
  'without rich messages': [{ method: 'sendRichMessage', error: 400, times: ALWAYS }],
  'older, without any of the new methods': RICH.map((method) => ({ method, error: 404, times: ALWAYS })),
  'a proxy that fails one call in five, half of these after Telegram took it': [
    { method: 'sendMessage', error: 'page', status: 502, every: 10, times: ALWAYS, afterAccept: true },
    { method: '*', error: 'page', status: 502, every: 5, times: ALWAYS },
  ],
  'tired of drafts': [
    { method: 'sendMessageDraft', error: 429, retryAfter: 3, times: ALWAYS },
    { method: 'sendRichMessageDraft', error: 429, retryAfter: 3, times: ALWAYS },
  ],
  'that only stands in for Telegram': STOOD_IN.map((method) => ({
    method,
    error: 'page',
    status: 500,
    times: ALWAYS,
  })),
} as const

let bot: Bot
let trainer: Chat
beforeAll(async () => {
  bot = await aBot({ bulkRate: 200 })
  trainer = await aTrainer(bot)
})

/** Waits until all that came is fetched and handled and all that was said has left, whatever had to be tried again. */
async function settled(): Promise<void> {
  await vi.waitFor(
    async () => {
      await bot.call('POST', '/clock', { advance: 'PT5S' })
      expect(await unfetched()).toBe(0)
      const { rows } = await bot.database.pool.query<{ open: number }>(
        `select (select count(*) from inbox where done_at is null)
              + (select count(*) from outbox where finished_at is null)
              + (select count(*) from broadcast where result is null) as open`,
      )
      expect(rows[0]!.open).toBe(0)
    },
    { timeout: 60_000, interval: 50 },
  )
}

/** How many updates Telegram still keeps for the bot: a press is answered before it is stored. */
async function unfetched(): Promise<number> {
  const response = await fetch(`${bot.url}/bot${TOKEN}/getWebhookInfo`)
  const { result } = (await response.json()) as { result: WebhookInfo }
  return result.pending_update_count
}

const AGAIN = 'Покажи поново'

/** Presses the newest button of these words; what may have been lost is asked for again. */
async function presses(person: TestPerson, label: string): Promise<void> {
  for (let tries = 0; tries < 10; tries++) {
    await settled()
    const shown = await person.messages()
    const on = (words: string) => shown.findLast((message) => buttonsOf(message).some((text) => text.includes(words)))
    const wanted = on(label)
    const message = wanted ?? on(AGAIN)
    if (!message) throw new Error(`No button «${label}»: ${shown.map((one) => buttonsOf(one).join(' | ')).join('\n')}`)
    await person.tap(message.message_id, buttonsOf(message).find((text) => text.includes(wanted ? label : AGAIN))!)
    if (wanted) return
  }
  throw new Error(`«${label}» never arrived`)
}

async function writes(person: TestPerson, ...lines: string[]): Promise<void> {
  for (const line of lines) {
    await person.write(line)
    await settled()
  }
}

async function signsUp(person: TestPerson, session: Session): Promise<void> {
  await writes(
    person,
    `/start ${sealLink(await linkSecret(bot.database.pool), { kind: 's', data: String(session.id) })}`,
  )
  await presses(person, 'Пријави ме')
}

async function broadcasts({ person }: Chat, session: Session): Promise<void> {
  const tell = say('sr-Cyrl')
  await writes(person, '/poruka')
  const hasOthers = (await person.messages()).some((message) => buttonsOf(message).includes(tell('button-new')))
  if (hasOthers) await presses(person, tell('button-new'))
  for (const label of [tell('audience-session-button'), session.title, tell('who-all'), 'Даље'])
    await presses(person, label)
  await settled()
  await writes(person, `Понесите нацрт на ${session.title}`)
  for (const label of ['Без дугмета', tell('button-send-now')]) await presses(person, label)
}

type Row = {
  id: number
  key: string
  chat_id: number
  lane: string
  state: string
  message_id: number | null
  method: string
}

beforeEach(async () => {
  await bot.call('DELETE', '/faults')
})

describe.each(Object.entries(SERVERS))('beside a server %s', (name, faults) => {
  test('everything arrives or is marked, and nothing twice', async () => {
    const title = `Обука ${Object.keys(SERVERS).indexOf(name) + 1}.`
    const session = await aComingSession(bot, { title, capacity: 9 })
    const reader = await aReader(bot, [session], { name: 'Мила Мирић' })
    const joining = await aReader(bot, [], { name: 'Вук Илић', place: 'Шабац' })
    const newcomer = await bot.person({ name: 'Нова Новић' })
    await settled()
    const { rows: before } = await bot.database.pool.query<{ id: number }>(
      'select coalesce(max(id), 0) as id from outbox',
    )

    for (const fault of faults) await bot.call('POST', '/faults', fault)
    await writes(newcomer, '/start', 'Ко усваја ЛАП?', 'Који су примери трајања ЛАП-а по општинама и градовима?')
    await signsUp(joining.person, session)
    await broadcasts(trainer, session)
    await trainer.person.sendFile(
      'documents',
      new File([`# Правило ${title}\n\nСала се закључава у 20 часова.\n`], 'pravilo.md'),
    )
    await settled()
    await bot.call('DELETE', '/faults')
    await settled()

    const { rows } = await bot.database.pool.query<Row>(
      `select id, key, chat_id, lane, state, message_id, method from outbox where id > $1::bigint order by id`,
      [before[0]!.id],
    )
    expect(rows.length).toBeGreaterThan(12)
    expect(rows.filter(({ state }) => !['sent', 'unknown', 'dropped'].includes(state))).toEqual([])
    for (const { person } of [{ person: newcomer }, joining, reader, trainer])
      checkChat(rows, person.id, await person.messages())
    // Whoever waited for an answer knows that it may be lost.
    const keys = new Set(rows.map(({ key }) => key))
    const untold = rows.filter(
      ({ id, key, lane, state }) =>
        state === 'unknown' && lane === 'reply' && !key.startsWith('about:') && !keys.has(`about:${id}`),
    )
    expect(untold).toEqual([])
    expect(rows.some(({ state }) => state === 'unknown')).toBe(/proxy|stands in/.test(name))
    expect(await done(session, title)).toEqual({ places: 2, told: 2, uploads: 1 })
  }, 300_000)
})

/** What came of what people did: whoever has a place, to whom the message to many went or may have gone, and what was sent as material. */
async function done(session: Session, title: string): Promise<Record<'places' | 'told' | 'uploads', number>> {
  const { rows } = await bot.database.pool.query<Record<'places' | 'told' | 'uploads', number>>(
    `select (select count(*)::int from sign_up where session_id = $1::int and status = 'confirmed') as places,
            (select count(*)::int from broadcast_recipient join broadcast on broadcast.id = broadcast_id
             where content::text like '%' || $2::text || '%' and broadcast_recipient.state in ('sent', 'unknown')) as told,
            (select count(*)::int from version where state = 'draft' and document::text like '%' || $2::text || '%') as uploads`,
    [session.id, title],
  )
  return rows[0]!
}

/** What a chat shows is what was sent there, each message once; what is unknown may stand there once more. */
function checkChat(rows: readonly Row[], chatId: number, messages: readonly Message[]): void {
  const own = rows.filter((row) => row.chat_id === chatId && !row.method.startsWith('edit'))
  const sent = own.filter(({ state, message_id }) => state === 'sent' && message_id !== null)
  const ids = sent.map(({ message_id }) => message_id!)
  // How far a broadcast has come is shown in a message that was sent before, perhaps in the test before.
  const made = sent.filter(({ method }) => method !== 'broadcast-progress').map(({ message_id }) => message_id!)
  expect(new Set(made).size).toBe(made.length)
  const shown = messages.filter(({ from }) => from?.is_bot).map(({ message_id }) => message_id)
  expect(ids.filter((id) => !shown.includes(id))).toEqual([])
  const first = Math.min(...made, Number.POSITIVE_INFINITY)
  const extra = shown.filter((id) => id > first && !ids.includes(id))
  expect(extra.length).toBeLessThanOrEqual(own.filter(({ state }) => state === 'unknown').length)
}
