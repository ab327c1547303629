import type { Message, Update } from 'grammy/types'
import { beforeAll, expect, test, vi } from 'vitest'
import { storeUpdates } from '../../src/bot/receive/inbox.ts'
import { insertBroadcast } from '../../src/broadcasts/store.ts'
import { acceptInvite, inviteTrainer } from '../../src/people/roles/actions.ts'
import { CONSENT_VERSION } from '../../src/people/rules.ts'
import { saveProfile } from '../../src/people/store.ts'
import { acceptFinding } from '../../src/plans/keeping/accepted-store.ts'
import { insertEntries } from '../../src/plans/keeping/entry-store.ts'
import { addMember } from '../../src/plans/keeping/member-store.ts'
import { insertPlan } from '../../src/plans/keeping/plan-store.ts'
import { keepVersion } from '../../src/plans/versions/store.ts'
import { csvOf, xlsxOf } from '../../src/platform/spreadsheet.ts'
import { changePlan } from '../../src/reminders/store.ts'
import { aComingSession } from '../sessions/coming-session.ts'
import { joins } from '../sessions/joining.ts'
import { aBot, type Bot } from '../support/bot.ts'
import { conversation } from '../support/conversation.ts'
import { dumpOf, standingIn } from '../support/database/dump.ts'

// Somebody is planted wherever people can come to stand, erases everything, and is looked for in every row of every table.

const NAME = 'Жигомира Обележић'
const FIRST = 'Жигосана777'
const EMAIL = 'zigosana.777@primer.rs'
const PHONE = '0641234777'
const MARKS = (id: number) =>
  new RegExp(`жигосан|žigosan|zigosan|жигомир|žigomir|zigomir|обележић|obeležić|obelezic|641234777|\\b${id}\\b`, 'iu')

let bot: Bot
beforeAll(async () => {
  bot = await aBot()
})

const until = (check: () => Promise<unknown>) => vi.waitFor(check, { timeout: 30_000, interval: 50 })
const count = async (sql: string, values: unknown[] = []) => (await bot.database.pool.query(sql, values)).rows.length

/** Nothing is on its way any more, in either direction. */
const settled = () =>
  until(async () => {
    expect(await count('select from inbox where done_at is null')).toBe(0)
    expect(await count('select from outbox where finished_at is null')).toBe(0)
  })

async function registered(name: string, fullName: string, email: string | null, username?: string) {
  const person = await bot.person({ name, ...(username ? { username } : {}) })
  await person.ask('/jezik')
  const { rows } = await bot.database.pool.query<{ id: number }>('select id from person where telegram_id = $1', [
    person.id,
  ])
  const { rows: towns } = await bot.database.pool.query<{ code: string }>('select code from municipality limit 1')
  const about = { councilRole: 'member', experience: 'new', consentVersion: CONSENT_VERSION } as const
  const municipalityCode = towns[0]!.code
  await saveProfile(bot.database.pool, rows[0]!.id, { ...about, fullName, email, municipalityCode }, bot.clock.now())
  return { chat: conversation(person), personId: rows[0]!.id }
}

type Chat = ReturnType<typeof conversation>

/** What the person does themselves, alone and in a group. */
async function livesHere(chat: Chat, group: number, sessionId: number): Promise<void> {
  await chat.goes(['says', 'Ко усваја ЛАП?', 'скупштина'], ['says', `Ја сам ${NAME}, ко усваја ЛАП?`, 'скупштина'])
  await chat.goes(['says', `Зовите ме на ${PHONE}, ко финансира ЛАП?`, ' '])
  for (const [text, how] of [
    [`Ја сам ${NAME}, како се пече хлеб?`, 'Пошаљи без имена'],
    ['Ко је изумео грамофон?', 'Пошаљи без имена'],
  ] as const)
    await chat.goes(
      ['says', '/novo', 'испочетка'],
      ['says', text, 'Не знам'],
      ['presses', 'Питај тренера', 'Да ли да ово питање'],
      ['presses', how, 'послато тренерима'],
    )
  await joins(bot, chat, sessionId, 'Место је Ваше')
  const say = (text: string) => bot.call('POST', `/people/${chat.person.id}/messages`, { text, group })
  await say(`Људи, ${NAME} овде, мој број је ${PHONE}`)
  await say('@lap_savetnik_bot, ко усваја ЛАП?')
  await say(`@lap_savetnik_bot, ${NAME} пита ко финансира ЛАП?`)
  await chat.person.sendFile('documents', new File(['Жигосана'], `${FIRST}.txt`))
  await settled()
}

/** What others write of them, each in their own place. */
async function isTalkedAbout(personId: number, sessionId: number, group: number, friendId: number): Promise<void> {
  const trainer = conversation(await bot.person({ name: 'Тренер Јован', role: 'trainer' }))
  await trainer.goes(
    ['says', '/upravljanje', 'обук'],
    ['presses', 'Обука са жигом', 'Места'],
    ['presses', 'Пријаве (', NAME],
    ['presses', NAME, 'Стање: потврђено'],
    ['presses', 'Пошаљи поруку', 'Напишите поруку'],
    ['says', `Поштована ${NAME}, понесите рачунар.`, 'Порука је послата'],
  )
  const { pool } = bot.database
  const colleague = conversation(await bot.person({ name: 'Колега Петар' }))
  await colleague.goes(['says', `Да ли ${NAME} зна ко усваја ЛАП?`, ' '])
  await bot.call('POST', `/people/${friendId}/messages`, {
    text: `@lap_savetnik_bot, зна ли Žigomira Obeležić ко усваја ЛАП?`,
    group,
  })
  await settled()
  const at = bot.clock.now()
  const words = `Предавач: Жигомири Обележић, ${EMAIL}, @zigosana_777`
  await pool.query('update session set description = $2 where id = $1', [sessionId, words])
  await changePlan(pool, sessionId, (plan) => ({ ...plan, note: words }))
  await pool.query(
    `insert into session_event (session_id, at, kind, reason, changes) values ($1, $2, 'changed', $3, $4)`,
    [sessionId, at.toString(), words, JSON.stringify([{ field: 'place', before: words, after: '' }])],
  )
  const content = { text: words, entities: [{ type: 'bold' as const, offset: 0, length: 8 }], file: null, button: null }
  const sendAt = at.add({ hours: 100 })
  const audiences = [{ kind: 'unanswered' as const, topic: NAME }]
  await insertBroadcast(pool, { authorId: personId, audiences, content, insists: false, sendAt }, at)
  await pool.query(`insert into dialogue (chat_id, kind, data, changed_at) values ($1, 'reminder-note', $2, $3)`, [
    trainer.person.id,
    JSON.stringify({ sessionId, words }),
    at.toString(),
  ])
  await writesInPlan(personId, words)
  await failed(words)
}

/** A plan of a municipality, in which they write, and which names them. */
async function writesInPlan(personId: number, words: string): Promise<void> {
  const { pool } = bot.database
  const now = bot.clock.now()
  const { rows } = await pool.query<{ code: string }>('select code from municipality limit 1')
  const period = { from: 2027, to: 2031 }
  const planId = (await insertPlan(pool, { municipalityCode: rows[0]!.code, period, revises: null }, now))!
  await addMember(pool, planId, { personId, role: 'coordinator' }, now)
  const entries = [{ part: 'group' as const, cells: { member: words } }]
  await insertEntries(pool, planId, entries, { personId, now })
  await keepVersion(pool, { planId, number: 1, entries, personId }, now)
  await acceptFinding(pool, { planId, code: 'W2', quote: words, reason: words, personId }, now)
}

/** An update of somebody else that failed: kept, to be looked into. */
async function failed(text: string): Promise<void> {
  const message = { message_id: 1, date: 1, chat: { id: 5_000_001, type: 'private' }, text } as Message
  await bot.database.pool.query(
    `insert into inbox (update_id, chat_id, payload, received_at, done_at, failure) values (900000001, 5000001, $1, now(), now(), 'Error')`,
    [JSON.stringify({ update_id: 900_000_001, message })],
  )
}

/** As a trainer: a document that nobody published, named after them. */
async function isTrainer(chat: Chat, personId: number): Promise<void> {
  const keeper = await bot.person({ name: 'Координаторка', role: 'coordinator' })
  await keeper.ask('/jezik')
  const { rows } = await bot.database.pool.query<{ id: number }>('select id from person where telegram_id = $1', [
    keeper.id,
  ])
  await bot.database.transaction(async (db) => {
    const { token } = await inviteTrainer(db, rows[0]!.id, bot.clock.now())
    expect(await acceptInvite(db, token, personId, bot.clock.now())).toMatchObject({ kind: 'accepted' })
  })
  const { messageId } = await chat.person.sendFile(
    'documents',
    new File([`# План\n\n${NAME} пише план.`], `${FIRST}.md`),
  )
  await chat.person.fromBot(messageId)
  await settled()
}

/** Telegram takes nothing for a while: what is said waits in the database. */
async function lists(sessionId: number): Promise<void> {
  const { pool } = bot.database
  const sheet = { name: 'Пријаве', head: ['Име'], rows: [[NAME]] }
  const file = (bytes: Uint8Array, name: string) => ({ name, base64: Buffer.from(bytes).toString('base64') })
  for (const [i, payload] of [
    { content: [], file: file(await xlsxOf([sheet]), 'prijave.xlsx') },
    { content: [], file: file(csvOf(sheet), 'prijave.csv') },
    { content: [{ type: 'paragraph', text: `${NAME} долази на обуку ${sessionId}` }] },
  ].entries())
    await pool.query(
      `insert into outbox (key, chat_id, lane, method, payload, queued_at, not_before)
       values ($1, 5000002, 'reply', 'sendDocument', $2, now(), now() + interval '1 day')`,
      [`waits:${i}`, JSON.stringify(payload)],
    )
}

test('whoever erases everything stands in no row of any table, wherever they were', async () => {
  const { chat, personId } = await registered(FIRST, NAME, EMAIL, 'zigosana_777')
  const marks = MARKS(chat.person.id)
  const session = await aComingSession(bot, { title: 'Обука са жигом', capacity: 5 })
  const friend = await bot.person({ name: 'Ана Анић' })
  const { id: group } = await bot.call<{ id: number }>('POST', '/groups', {
    title: 'Савет',
    members: [chat.person.id, friend.id],
  })
  await settled()
  await livesHere(chat, group, session.id)
  await isTalkedAbout(personId, session.id, group, friend.id)
  await isTrainer(chat, personId)
  await settled()
  await lists(session.id)

  const before = standingIn(await dumpOf(bot.database), marks)
  expect(Object.keys(before).toSorted()).toEqual(
    [
      ...[
        'broadcast',
        'conversation',
        'dialogue',
        'inbox',
        'outbox',
        'plan_accepted',
        'plan_entry',
        'plan_version',
        'person',
        'question',
      ],
      ...['reminder_plan', 'session', 'session_event', 'session_word', 'version'],
    ].toSorted(),
  )
  // Of what was handled nothing is left but its number; only what failed says something.
  expect(before.inbox!.filter((row) => !row.includes('"payload": {}'))).toHaveLength(1)

  await chat.goes(['says', '/mojipodaci', 'Шта чувам'], ['says', '/obrisi', 'Шта остаје'])
  const question = (await chat.news()).at(-1)!
  await Promise.all([
    chat.person.tap(question.message_id, 'Да, обриши све'),
    // A finger that is quicker than the answer.
    chat.person.tap(question.message_id, 'Да, обриши све').catch(() => {}),
  ])
  await chat.reads('Обрисано је све')
  await chat.person.block()
  await until(async () => expect(await count('select from inbox where done_at is null')).toBe(0))
  await until(async () => expect(standingIn(await dumpOf(bot.database), marks)).toEqual({}))

  // Who was talked to is told that the list is out of date, and nothing else was lost.
  const { rows } = await bot.database.pool.query<{ text: string }>(
    `select payload::text as text from outbox where key like 'waits:%' order by key`,
  )
  expect(rows.map(({ text }) => /застарела/.test(text))).toEqual([true, true, false])
  expect(await count(`select from question where text like '%зна ко усваја ЛАП%'`)).toBe(1)
  expect(await count('select from sign_up where person_id is null')).toBe(1)
  const { rows: left } = await bot.database.pool.query('select text, person_id, wants_news from gap_question')
  expect(left).toContainEqual({ text: 'Ко је изумео грамофон?', person_id: null, wants_news: false })
  expect(left.filter(({ person_id }) => person_id !== null)).toEqual([])
})

test('a contact that was shared and an update that repeats leave nothing', async () => {
  const chat = { id: 7_700_777, type: 'private' as const, first_name: FIRST }
  const contact = { phone_number: PHONE, first_name: FIRST }
  const message = { message_id: 1, date: 1, chat, from: { id: chat.id, is_bot: false, first_name: FIRST }, contact }
  const update = { update_id: 910_000_001, message } as Update
  await storeUpdates(bot.database.pool, [update], bot.clock.now())
  await until(async () => expect(await count('select from inbox where done_at is null')).toBe(0))
  await storeUpdates(bot.database.pool, [update], bot.clock.now())
  expect(JSON.stringify([...(await dumpOf(bot.database)).get('inbox')!])).not.toContain(PHONE)
})
