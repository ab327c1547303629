import fc from 'fast-check'
import { type Api, Context } from 'grammy'
import type { Message, Update, UserFromGetMe } from 'grammy/types'
import { beforeAll, describe, expect, test } from 'vitest'
import { COMMANDS as FUNCTIONS, STAFF_FUNCTIONS } from '../src/answers/intent/functions.ts'
import { plainOfBlocks } from '../src/bot/message/rich.ts'
import type { Turn } from '../src/bot/receive/turn.ts'
import type { Button } from '../src/bot/registry/button.ts'
import type { Outgoing } from '../src/bot/send/outbox.ts'
import { newComposition } from '../src/broadcasts/compose/composition.ts'
import type { BotContext } from '../src/people/context.ts'
import { mayAct, type Needed } from '../src/people/roles/as-staff.ts'
import { sayRoles } from '../src/people/roles/texts.ts'
import type { Person } from '../src/people/rules.ts'
import { grantRole, meetPerson } from '../src/people/store.ts'
import type { Db } from '../src/platform/database/database.ts'
import { newPlan } from '../src/sessions/staff/form/dialogue.ts'
import { createSession, openSession } from '../src/sessions/staff/session-actions.ts'
import { aLife, HISTORIES } from './people/roles/histories.ts'
import { aPlan, NOW } from './sessions/builders.ts'
import { aClock, aDatabase } from './support/database/database.ts'
import { argumentsOf, aTable } from './support/table.ts'

// The whole table of the app, so that what is added to it is covered by being defined.

const database = await aDatabase()
const clock = aClock()
const table = aTable({ db: database.pool, clock })

const isForStaff = ({ who }: { who: string }) => who !== 'everyone'
const ofKind = <K extends (typeof table.all)[number]['kind']>(kind: K) =>
  table.all.filter((one): one is Extract<(typeof table.all)[number], { kind: K }> => one.kind === kind)
const BUTTONS = ofKind('button')
  .map(({ button }) => button as unknown as Button<unknown[], string>)
  .filter(isForStaff)
const COMMANDS = ofKind('command').filter(isForStaff)
const UNREAD = ofKind('unread')
const DIALOGUES = ofKind('dialogue')
  .map(({ dialogue }) => dialogue)
  .filter(isForStaff)

test('what people ask for in words is a command that there is, offered to those it is for', () => {
  for (const name of FUNCTIONS) {
    const command = ofKind('command').find((one) => one.name === name)
    expect(command?.who, name).toBe(STAFF_FUNCTIONS[name] ?? 'everyone')
  }
})

/** What each dialogue of staff may hold, and a message that answers it then. */
const ANSWERED: Record<string, { data: unknown; message: Partial<Message> }> = {
  'session-plan': { data: newPlan, message: { text: 'Израда ЛАП-а, други модул' } },
  'session-act': { data: { act: 'remove', signUpId: 1 }, message: { text: 'на свој захтев' } },
  broadcast: { data: { ...newComposition(), step: 'topic' }, message: { text: 'рокови' } },
  'broadcast-correction': { data: { broadcastId: 1, words: null }, message: { text: 'Видимо се у среду' } },
  'entered-person': {
    data: { act: 'mend', signUpId: 1 },
    message: { text: 'Ана Анић, Пирот, 064 123 4567' },
  },
  'import-list': { data: { sessionId: 1 }, message: { text: 'Име;Општина\nАна Анић;Пирот' } },
  'list-of-people': { data: { versionId: 1, reason: null }, message: { text: 'Списак је већ објављен у листу.' } },
  attendance: { data: { act: 'find', sessionId: 1, on: '2026-04-02' }, message: { text: 'Ђорђе' } },
  'report-past': { data: {}, message: { text: 'до марта 2024: 14 обука, 149 људи, 70 општина' } },
  programme: { data: { sessionId: 1 }, message: { text: '9:00 окупљање' } },
  'own-question': { data: { sessionId: 1 }, message: { text: 'Долазите ли аутом?' } },
  'reminder-note': { data: { sessionId: 1 }, message: { text: 'Понесите рачунар.' } },
  'gap-answer': {
    data: { gapId: 1, answerId: null, field: 'text' },
    message: { text: 'Ниједан пропис то не уређује.' },
  },
  'evaluation-questions': { data: { sessionId: 1 }, message: { text: 'Колико је било корисно?' } },
  'certificate-name': { data: { certificateId: 1 }, message: { text: 'Љубица Анић' } },
  'certificate-revoke': { data: { certificateId: 1 }, message: { text: 'није била присутна' } },
  'reminder-material': { data: { sessionId: 1 }, message: { text: 'Материјал са обуке.' } },
}

const PEOPLE = HISTORIES.map(({ steps, role }, i) => ({
  history: steps.join(', ') || 'never had a role',
  steps,
  role,
  telegramId: 7_001 + i,
}))
const lives = new Map<string, { now: Person; before: Person }>()

beforeAll(async () => {
  clock.set(NOW.toString())
  await grantRole(database.pool, { telegramId: 6_999, name: 'Координаторка', role: 'coordinator', now: NOW })
  const seen = { name: 'Координаторка', localeSeen: null, localeFirst: 'sr-Cyrl' as const, now: NOW }
  const keeper = await meetPerson(database.pool, { ...seen, telegramId: 6_999 })
  const live = aLife({ database, clock, keeper })
  await database.transaction(async (db) => {
    const made = await createSession(db, { plan: aPlan(), staffId: keeper.id }, NOW)
    if (made.kind !== 'created' || made.session.id !== 1) throw new Error('the session is not the first one')
    await openSession(db, { sessionId: 1, staffId: keeper.id }, NOW)
  })
  for (const { history, telegramId, steps } of PEOPLE) lives.set(history, await live(telegramId, steps))
})

/** Undoes what a press changed, so that each finds everything as it was. */
class Undone extends Error {}

/** What came of an update of somebody; nothing of it stays. `ran` are the statements of its turn. */
async function outcomeOf(person: Person, update: object, dialogue: BotContext['dialogue'] = null) {
  const outcome = { toast: '', said: [] as Outgoing[], ran: [] as string[], passedOn: false }
  const finish: Turn['finish'] = async (work) => {
    const undone = database.transaction(async (db) => {
      if (dialogue) await keepDialogue(db, dialogue)
      const watched: Db = {
        query: async (text: string, values?: unknown[]) => {
          outcome.ran.push(text.trim())
          return db.query(text, values)
        },
      } as Db
      outcome.said = await work(watched)
      throw new Undone()
    })
    await expect(undone).rejects.toBeInstanceOf(Undone)
    return outcome.said.length
  }
  const api = { deleteMyCommands: async () => true, setChatMenuButton: async () => true } as unknown as Api
  const ctx = Object.assign(new Context({ update_id: 1, ...update } as Update, api, ME), {
    turn: { updateId: 1, chatId: CHAT, receivedAt: NOW, finish } as Turn,
    person,
    locale: 'sr-Cyrl' as const,
    dialogue,
    dialogues: [],
    toast: (text: string) => {
      outcome.toast = text
    },
  })
  await table.route(ctx, async () => {
    outcome.passedOn = true
  })
  return outcome
}

const CHAT = 7_000
const ME = { id: 1, is_bot: true, first_name: 'ЛАП', username: 'lap_bot' } as UserFromGetMe

function keepDialogue(db: Db, { kind, data }: NonNullable<BotContext['dialogue']>) {
  return db.query('insert into dialogue (chat_id, kind, data, changed_at) values ($1, $2, $3, $4)', [
    CHAT,
    kind,
    JSON.stringify(data),
    NOW.toString(),
  ])
}

const aPress = (data: string) => ({ callback_query: { id: '1', data, message: { message_id: 5 } } })
const aCommand = (name: string) => ({
  message: { text: `/${name}`, entities: [{ type: 'bot_command', offset: 0, length: name.length + 1 }] },
})

const t = sayRoles('sr-Cyrl')
const REFUSALS = [t('not-staff'), t('only-trainer'), t('only-coordinator'), t('no-longer-staff')]

type Outcome = Awaited<ReturnType<typeof outcomeOf>>

/** The role, and before it the lock by which coordinators act one after another. */
const ASKS_FOR_ROLE = /^select (?:role|pg_advisory_xact_lock)/

/** Whatever was to be done was not even begun: but for the role, and for a dialogue that ends, no statement ran. */
function expectRefused({ toast, said, ran, passedOn }: Outcome, how: { toast: string; said: string[] }) {
  expect(passedOn).toBe(false)
  expect(toast).toBe(how.toast)
  expect(said.map(wordsIn)).toEqual(how.said)
  expect(ran.filter((text) => !ASKS_FOR_ROLE.test(text) && !text.startsWith('delete from dialogue'))).toEqual([])
}

function expectDone({ toast, said, ran, passedOn }: Outcome) {
  expect(passedOn).toBe(false)
  expect(ran[0]).toMatch(ASKS_FOR_ROLE)
  expect(REFUSALS).not.toContain(toast)
  for (const message of said) expect(REFUSALS).not.toContain(wordsIn(message))
}

const wordsIn = ({ content }: Outgoing) => plainOfBlocks(content)

const refusalOf = (who: string) => (who === 'coordinator' ? t('only-coordinator') : t('not-staff'))

describe.each(PEOPLE)('for somebody who $history', ({ history, role }) => {
  const may = (who: string) => mayAct(role, who as Needed)
  const ofNow = (update: object, dialogue?: BotContext['dialogue']) =>
    outcomeOf(lives.get(history)!.now, update, dialogue)
  /** Of somebody whose update was under way when the last thing happened to their role. */
  const ofBefore = (update: object, dialogue?: BotContext['dialogue']) =>
    outcomeOf({ ...lives.get(history)!.now, role: lives.get(history)!.before.role }, update, dialogue)
  const could = (who: string) => mayAct(lives.get(history)!.before.role, who as Needed)

  test('the role is as it should be', async () => {
    const { rows } = await database.pool.query('select role from person where id = $1', [lives.get(history)!.now.id])
    expect([lives.get(history)!.now.role, rows[0]!.role]).toEqual([role, role])
  })

  test.each(BUTTONS)('the button «$word» does what its definition says', async (button) => {
    const samples = [
      ...fc.sample(argumentsOf(button, fc.constant(1)), { numRuns: 2, seed: 3 }),
      ...fc.sample(argumentsOf(button), { numRuns: 2, seed: 3 }),
    ]
    // Where little or nothing stands behind a button, several are the same.
    for (const data of new Set(samples.map((args) => button.data(...args)))) {
      const press = aPress(data)
      if (may(button.who)) expectDone(await ofNow(press))
      else if (button.hidden) expect(await ofNow(press)).toMatchObject(UNKNOWN)
      else expectRefused(await ofNow(press), { toast: refusalOf(button.who), said: [] })
      if (!may(button.who) && (could(button.who) || !button.hidden))
        expectRefused(await ofBefore(press), { toast: refusalOf(button.who), said: [] })
    }
  })

  test.each(UNREAD)('data of «$word» that are no button’s are answered as its buttons are', async ({ word, who }) => {
    const outcome = await ofNow(aPress(`${word}:nonsense:1`))
    if (may(who)) expect(outcome).toMatchObject({ passedOn: false, said: [] })
    else expectRefused(outcome, { toast: refusalOf(who), said: [] })
  })

  test.each(COMMANDS)('the command /$name does what its definition says', async ({ name, who, hidden }) => {
    const refusal = who === 'coordinator' ? 'only-coordinator' : 'only-trainer'
    const outcome = await ofNow(aCommand(name))
    if (may(who)) return expectDone(outcome)
    if (hidden) expect(outcome).toMatchObject(UNKNOWN)
    else expectRefused(outcome, { toast: '', said: [t(refusal)] })
    if (hidden && !could(who)) return
    const lost = could(who) && who === 'trainer' ? 'no-longer-staff' : refusal
    expectRefused(await ofBefore(aCommand(name)), { toast: '', said: [t(lost)] })
  })

  test.each(DIALOGUES)('the dialogue «$kind» takes the answer, or ends', async ({ kind, who }) => {
    const { data, message } = ANSWERED[kind]!
    for (const outcomeOf of [ofNow, ofBefore]) {
      const outcome = await outcomeOf({ message }, { kind, data })
      if (may(who)) expectDone(outcome)
      else
        expectRefused(outcome, { toast: '', said: [t(who === 'coordinator' ? 'only-coordinator' : 'no-longer-staff')] })
    }
  })
})

/** Passed on, as if there were no such button or command. */
const UNKNOWN = { passedOn: true, ran: [], said: [], toast: '' }

test('there is an answer here for every dialogue of staff', () => {
  expect(DIALOGUES.map(({ kind }) => kind).toSorted()).toEqual(Object.keys(ANSWERED).toSorted())
})
