import type { Composer } from 'grammy'
import { z } from 'zod'
import { dialogueOf, endDialogue, keepDialogue } from '../../bot/dialogue.ts'
import { paragraph } from '../../bot/message/rich.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import { type Locale, shownTo } from '../../language/locale.ts'
import type { BotContext } from '../../people/context.ts'
import { findPeopleByName, listPeople } from '../../people/directory-store.ts'
import { finishAs } from '../../people/roles/as-staff.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import type { SignUp } from '../line/sign-up.ts'
import { addPerson, approve, messagePerson, moveInLine, removePerson } from './actions.ts'
import {
  ACT_DIALOGUE,
  type ActDialogue,
  actDialogue,
  LONGEST_MESSAGE,
  LONGEST_REASON,
  readWords,
} from './form/dialogue.ts'
import { gone } from './form/shown.ts'
import { below, inPlaceFor, sentenceMessage } from './message.ts'
import { findEntry, personCard } from './roll-handlers.ts'
import { entryName, foundMessage, reasonQuestion, statusText } from './roll-texts.ts'
import { confirmCancel, signUpLink } from './session-handlers.ts'
import { say } from './texts.ts'

type Parts = { clock: Clock }

const id = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER)
const staff = z.literal('staff')
const pressed = z.union([
  z.tuple([staff, z.literal('find'), id]),
  z.tuple([staff, z.enum(['approve', 'decline', 'remove', 'message']), id]),
  z.tuple([staff, z.literal('move'), id, z.enum(['first', 'last', 'rule'])]),
  z.tuple([staff, z.literal('pick'), id, id]),
])

/** Usual reasons, by what they are for. */
const REASONS = {
  remove: ['own-wish', 'double'],
  decline: ['not-invited', 'double'],
  move: ['agreed'],
  add: ['agreed'],
} as const
const reasonKey = z.enum(['own-wish', 'double', 'not-invited', 'agreed'])

/** What staff do about one person: move, add, remove, approve, decline, write, each with words that the person reads. */
export function installStaffActs(bot: Composer<BotContext>, parts: Parts): void {
  bot.callbackQuery(/^staff:/, async (ctx, next) => {
    const data = pressed.safeParse(ctx.callbackQuery.data.split(':'))
    if (!data.success) return next()
    await finishAs(ctx, 'trainer', (db) => press(db, ctx, parts, data.data))
  })
  bot.callbackQuery(/^staff:reason:(.+)$/, async (ctx, next) => {
    const key = reasonKey.safeParse(ctx.match[1])
    if (!key.success) return next()
    const dialogue = dialogueOf(ctx, ACT_DIALOGUE, actDialogue)
    // Kept in Cyrillic, which every reader gets in their own script.
    if (dialogue) return takeWords(ctx, parts, dialogue, say('sr-Cyrl')(`reason-${key.data}`))
    await gone(ctx)
  })
  bot.on('message:text', async (ctx, next) => {
    const dialogue = ctx.message.text.startsWith('/') ? null : dialogueOf(ctx, ACT_DIALOGUE, actDialogue)
    const waits = dialogue && !(dialogue.act === 'cancel' && dialogue.reason !== null)
    return waits ? takeWords(ctx, parts, dialogue, ctx.message.text) : next()
  })
}

function press(db: Db, ctx: BotContext, parts: Parts, data: z.infer<typeof pressed>): Promise<Outgoing[]> {
  switch (data[1]) {
    case 'find':
      return begin(db, ctx, parts, { act: 'find', sessionId: data[2] })
    case 'pick':
      return begin(db, ctx, parts, { act: 'add', sessionId: data[2], personId: data[3] })
    case 'approve':
      return approveNow(db, ctx, parts, data[2])
    case 'move':
      return begin(db, ctx, parts, { act: 'move', signUpId: data[2], to: data[3] })
    default:
      return begin(db, ctx, parts, { act: data[1], signUpId: data[2] })
  }
}

/** Asks for the words that an act needs. */
async function begin(db: Db, ctx: BotContext, { clock }: Parts, dialogue: ActDialogue): Promise<Outgoing[]> {
  const question = await questionFor(db, ctx, dialogue)
  if (!question) return [sentenceMessage(inPlaceFor(ctx), 'sign-up-unknown')]
  await keepDialogue(db, ctx.turn.chatId, { kind: ACT_DIALOGUE, data: dialogue }, clock.now())
  return [question]
}

async function questionFor(db: Db, ctx: BotContext, dialogue: ActDialogue): Promise<Outgoing | null> {
  if (dialogue.act === 'find') {
    const url = await signUpLink(db, ctx, dialogue.sessionId)
    const question = sentenceMessage(below(ctx), 'ask-name')
    return { ...question, content: [...question.content, paragraph({ type: 'url', text: url, url })] }
  }
  const name = await nameIn(db, ctx.locale, dialogue)
  if (name === null) return null
  if (dialogue.act === 'message') return reasonQuestion(below(ctx), 'ask-message', name, [])
  if (dialogue.act === 'cancel') return null
  return reasonQuestion(below(ctx), `ask-reason-${dialogue.act}`, name, REASONS[dialogue.act])
}

/** The name of whom an act concerns; `null` when they are not to be found. */
async function nameIn(db: Db, locale: Locale, dialogue: ActDialogue): Promise<string | null> {
  if ('signUpId' in dialogue) {
    const found = await findEntry(db, dialogue.signUpId)
    return found && entryName(locale, found.entry)
  }
  if (dialogue.act !== 'add') return null
  const known = (await listPeople(db, [dialogue.personId])).get(dialogue.personId)
  return known ? shownTo(locale, known.name) : null
}

/** The words that an act waited for; those that cannot be taken leave everything as it was. */
async function takeWords(ctx: BotContext, parts: Parts, dialogue: ActDialogue, text: string): Promise<unknown> {
  const words = readWords(text)
  const fault = whyNot(dialogue, words)
  if (fault)
    return finishAs(ctx, 'trainer', async () => [sentenceMessage(inPlaceFor(ctx), fault.sentence, fault.values)])
  return finishAs(ctx, 'trainer', async (db) => {
    if (dialogue.act === 'find') return lookFor(db, ctx, dialogue.sessionId, words)
    if (dialogue.act === 'cancel') return confirmCancel(db, ctx, parts, dialogue.sessionId, words)
    await endDialogue(db, ctx.turn.chatId, ACT_DIALOGUE)
    return carryOut(db, ctx, parts, dialogue, words)
  })
}

function whyNot({ act }: ActDialogue, words: string): { sentence: string; values: Record<string, number> } | null {
  const what = act === 'message' ? 'message' : 'reason'
  const most = act === 'message' ? LONGEST_MESSAGE : LONGEST_REASON
  if (!/[\p{L}\p{N}]{2}/u.test(words)) return { sentence: `${what}-empty`, values: {} }
  return words.length > most ? { sentence: `${what}-long`, values: { most, length: words.length } } : null
}

/** As many people as fit under a message and can still be told apart. */
const MOST_FOUND = 8

async function lookFor(db: Db, ctx: BotContext, sessionId: number, text: string): Promise<Outgoing[]> {
  const found = await findPeopleByName(db, text, MOST_FOUND + 1)
  if (found.length > 0)
    return [foundMessage(inPlaceFor(ctx), sessionId, found.slice(0, MOST_FOUND), found.length > MOST_FOUND)]
  const none = sentenceMessage(inPlaceFor(ctx), 'found-none', { text })
  const url = await signUpLink(db, ctx, sessionId)
  return [{ ...none, content: [...none.content, paragraph({ type: 'url', text: url, url })] }]
}

async function carryOut(
  db: Db,
  ctx: BotContext,
  { clock }: Parts,
  dialogue: Exclude<ActDialogue, { act: 'find' | 'cancel' }>,
  words: string,
): Promise<Outgoing[]> {
  const name = (await nameIn(db, ctx.locale, dialogue)) ?? say(ctx.locale)('erased-person')
  const now = clock.now()
  const staffId = ctx.person.id
  switch (dialogue.act) {
    case 'remove':
    case 'decline': {
      const result = await removePerson(db, { signUpId: dialogue.signUpId, staffId, reason: words }, now)
      const done = dialogue.act === 'remove' ? 'done-removed' : 'done-declined'
      return told(db, ctx, now, dialogue.signUpId, name, result, done)
    }
    case 'move': {
      const result = await moveInLine(db, { signUpId: dialogue.signUpId, staffId, to: dialogue.to, reason: words }, now)
      return told(db, ctx, now, dialogue.signUpId, name, result, 'done-moved')
    }
    case 'message': {
      const result = await messagePerson(db, { signUpId: dialogue.signUpId, staffId, text: words }, now)
      return told(db, ctx, now, dialogue.signUpId, name, result, 'done-message')
    }
    case 'add':
      return add(db, ctx, dialogue, { name, reason: words, now })
  }
}

async function add(
  db: Db,
  ctx: BotContext,
  { sessionId, personId }: Extract<ActDialogue, { act: 'add' }>,
  how: { name: string; reason: string; now: Temporal.Instant },
): Promise<Outgoing[]> {
  const known = (await listPeople(db, [personId])).get(personId)
  const applicant = { personId, municipality: known?.municipality ?? null, consented: known?.consented ?? false }
  const result = await addPerson(db, { sessionId, applicant, staffId: ctx.person.id, reason: how.reason }, how.now)
  const signUpId = 'signUp' in result ? result.signUp.id : null
  return told(db, ctx, how.now, signUpId, how.name, result, 'done-added')
}

async function approveNow(db: Db, ctx: BotContext, { clock }: Parts, signUpId: number): Promise<Outgoing[]> {
  const name = (await nameIn(db, ctx.locale, { act: 'remove', signUpId })) ?? say(ctx.locale)('erased-person')
  const now = clock.now()
  const result = await approve(db, { signUpId, staffId: ctx.person.id }, now)
  return told(db, ctx, now, signUpId, name, result, 'done-approved')
}

/** What any act on a person may come to. */
type Result = { kind: string; status?: SignUp['status']; position?: number | null; signUp?: SignUp }

/** What came of an act, over the person's card as it is now. */
async function told(
  db: Db,
  ctx: BotContext,
  now: Temporal.Instant,
  signUpId: number | null,
  name: string,
  result: Result,
  done: string,
): Promise<Outgoing[]> {
  const note = noteOf(ctx.locale, name, result, done)
  if (signUpId === null || result.kind === 'unknown')
    return [{ ...sentenceMessage(inPlaceFor(ctx), 'sign-up-unknown'), content: [paragraph(note)] }]
  return [await personCard(db, ctx, signUpId, now, note)]
}

function noteOf(locale: Locale, name: string, result: Result, done: string): string {
  const t = say(locale)
  const position = result.position ?? 0
  switch (result.kind) {
    case 'confirmed':
    case 'waitlisted':
      return t(`${done}-${result.kind}`, { name, position })
    case 'moved':
      return result.position === null ? t('done-moved-offered', { name }) : t(done, { name, position })
    case 'removed':
    case 'sent':
      return t(done, { name })
    case 'unreachable':
      return t('no-person')
    case 'unknown':
      return t('sign-up-unknown')
    default:
      return t(result.kind, { name, status: statusIn(locale, result) })
  }
}

function statusIn(locale: Locale, { signUp, status }: Result): string {
  if (signUp) return statusText(locale, signUp)
  return status ? say(locale)(`status-short-${status}`) : ''
}
