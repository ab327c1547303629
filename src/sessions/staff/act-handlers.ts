import { paragraph } from '../../bot/message/rich.ts'
import { inPlaceFor, readerOf, type To } from '../../bot/message/to.ts'
import type { Handled } from '../../bot/registry/handle.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import { type Locale, shownTo } from '../../language/locale.ts'
import type { BotContext } from '../../people/context.ts'
import { findPeopleByName, listPeople } from '../../people/directory-store.ts'
import { converse, handle, handleEach } from '../../people/roles/handle.ts'
import { stoppable } from '../../people/stop.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { MESSAGE } from '../buttons.ts'
import type { AddResult } from '../line/enter.ts'
import { type Acted, actedText } from './act-texts.ts'
import { addPerson, approve, messagePerson, moveInLine, removePerson, undo } from './actions.ts'
import { FIND, MOVE, ON_SIGN_UP, PICK, REASON, UNDO } from './buttons.ts'
import { newEntryButton } from './entered/card.ts'
import { ACT_DIALOGUE, type ActDialogue, LONGEST_MESSAGE, LONGEST_REASON, readWords } from './form/dialogue.ts'
import { gone } from './form/shown.ts'
import { sentenceMessage } from './message.ts'
import { findEntry, personCard } from './roll/handlers.ts'
import { foundMessage } from './roll/person-texts.ts'
import { type Reason, reasonQuestion, reasonText } from './roll/reason-texts.ts'
import { entryName } from './roll/status-texts.ts'
import { confirmCancel, signUpLink } from './session-handlers.ts'
import { type PlainSentence, type Sentence, say } from './texts.ts'

type Parts = { clock: Clock }

/** What each act asks for, with usual reasons. */
const ASKED = {
  remove: { question: 'ask-reason-remove', usual: ['own-wish', 'double'] },
  decline: { question: 'ask-reason-decline', usual: ['not-invited', 'double'] },
  move: { question: 'ask-reason-move', usual: ['agreed'] },
  add: { question: 'ask-reason-add', usual: ['agreed'] },
  message: { question: 'ask-message', usual: [] },
} as const satisfies Record<string, { question: Sentence; usual: readonly Reason[] }>

/** What staff do about one person: move, add, remove, approve, decline, write, each with words that the person reads. */
export function staffActs(parts: Parts): Handled<BotContext>[] {
  return [
    handle(FIND, (db, ctx, [sessionId]) => begin(db, ctx, parts, { act: 'find', sessionId })),
    handle(PICK, (db, ctx, [sessionId, personId]) => begin(db, ctx, parts, { act: 'add', sessionId, personId })),
    handle(MOVE, (db, ctx, [signUpId, to]) => begin(db, ctx, parts, { act: 'move', signUpId, to })),
    ...handleEach(ON_SIGN_UP, {
      approve: (db, ctx, [signUpId]) => approveNow(db, ctx, parts, signUpId),
      decline: (db, ctx, [signUpId]) => begin(db, ctx, parts, { act: 'decline', signUpId }),
      remove: (db, ctx, [signUpId]) => begin(db, ctx, parts, { act: 'remove', signUpId }),
    }),
    handle(UNDO, (db, ctx, [signUpId, number]) => undoNow(db, ctx, parts, signUpId, number)),
    handle(MESSAGE, (db, ctx, [signUpId]) => begin(db, ctx, parts, { act: 'message', signUpId })),
    handle(REASON, async (db, ctx, [reason]) => {
      const dialogue = ACT_DIALOGUE.open(ctx)
      // Kept in Cyrillic, which every reader gets in their own script.
      return dialogue ? takeWords(db, ctx, parts, dialogue, reasonText('sr-Cyrl', reason)) : gone(ctx)
    }),
    converse(ACT_DIALOGUE, (ctx, dialogue, { text }) => {
      const waits = !(dialogue.act === 'cancel' && dialogue.reason !== null)
      return waits ? (db) => takeWords(db, ctx, parts, dialogue, text) : null
    }),
  ]
}

/** Asks for the words that an act needs. */
async function begin(db: Db, ctx: BotContext, { clock }: Parts, dialogue: ActDialogue): Promise<Outgoing[]> {
  const question = await questionFor(db, ctx, dialogue)
  if (!question) return [sentenceMessage(inPlaceFor(ctx), 'sign-up-unknown')]
  await ACT_DIALOGUE.keep(db, ctx.turn.chatId, dialogue, clock.now())
  return [stoppable(ctx.locale, ACT_DIALOGUE, question)]
}

async function questionFor(db: Db, ctx: BotContext, dialogue: ActDialogue): Promise<Outgoing | null> {
  if (dialogue.act === 'find') {
    const url = await signUpLink(db, ctx, dialogue.sessionId)
    const question = sentenceMessage(readerOf(ctx), 'ask-name')
    return { ...question, content: [...question.content, paragraph({ type: 'url', text: url, url })] }
  }
  const name = await nameIn(db, ctx.locale, dialogue)
  if (name === null || dialogue.act === 'cancel') return null
  const { question, usual } = ASKED[dialogue.act]
  return reasonQuestion(readerOf(ctx), say(ctx.locale)(question, { name }), usual)
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
async function takeWords(
  db: Db,
  ctx: BotContext,
  parts: Parts,
  dialogue: ActDialogue,
  text: string,
): Promise<Outgoing[]> {
  const words = readWords(text)
  const refusal = refused(inPlaceFor(ctx), dialogue, words)
  if (refusal) return [refusal]
  if (dialogue.act === 'find') return lookFor(db, ctx, dialogue.sessionId, words)
  if (dialogue.act === 'cancel') return confirmCancel(db, ctx, parts, dialogue.sessionId, words)
  await ACT_DIALOGUE.end(db, ctx.turn.chatId)
  return carryOut(db, ctx, parts, dialogue, words)
}

const WORDS = {
  message: { most: LONGEST_MESSAGE, empty: 'message-empty', long: 'message-long' },
  reason: { most: LONGEST_REASON, empty: 'reason-empty', long: 'reason-long' },
} as const satisfies Record<string, { most: number; empty: PlainSentence; long: Sentence }>

/** Why the words cannot be taken; `null`: they can. */
function refused(to: To, { act }: ActDialogue, words: string): Outgoing | null {
  const { most, empty, long } = WORDS[act === 'message' ? 'message' : 'reason']
  if (!/[\p{L}\p{N}]{2}/u.test(words)) return sentenceMessage(to, empty)
  return words.length > most ? sentenceMessage(to, long, { most, length: words.length }) : null
}

/** As many people as fit under a message and can still be told apart. */
const MOST_FOUND = 8

async function lookFor(db: Db, ctx: BotContext, sessionId: number, text: string): Promise<Outgoing[]> {
  const found = await findPeopleByName(db, text, MOST_FOUND + 1)
  if (found.length > 0)
    return [foundMessage(inPlaceFor(ctx), sessionId, found.slice(0, MOST_FOUND), found.length > MOST_FOUND)]
  const none = sentenceMessage(inPlaceFor(ctx), 'found-none', { text })
  const url = await signUpLink(db, ctx, sessionId)
  const content = [...none.content, paragraph({ type: 'url', text: url, url })]
  return [{ ...none, content, buttons: [[newEntryButton(ctx.locale, sessionId)]] }]
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
  if (dialogue.act === 'add') {
    const result = await add(db, ctx, dialogue, { reason: words, now })
    const signUpId = 'signUp' in result ? result.signUp.id : null
    return told(db, ctx, now, { signUpId, name }, { act: 'add', result })
  }
  const acted = await act(db, dialogue, { staffId: ctx.person.id, words, now })
  return told(db, ctx, now, { signUpId: dialogue.signUpId, name }, acted)
}

async function act(
  db: Db,
  dialogue: Exclude<ActDialogue, { act: 'find' | 'cancel' | 'add' }>,
  { staffId, words, now }: { staffId: number; words: string; now: Temporal.Instant },
): Promise<Acted> {
  const by = { signUpId: dialogue.signUpId, staffId, reason: words }
  switch (dialogue.act) {
    case 'remove':
    case 'decline':
      return { act: dialogue.act, result: await removePerson(db, by, now) }
    case 'move':
      return { act: 'move', result: await moveInLine(db, { ...by, to: dialogue.to }, now) }
    case 'message':
      return { act: 'message', result: await messagePerson(db, { ...by, text: words }, now) }
  }
}

async function add(
  db: Db,
  ctx: BotContext,
  { sessionId, personId }: Extract<ActDialogue, { act: 'add' }>,
  how: { reason: string; now: Temporal.Instant },
): Promise<AddResult> {
  const known = (await listPeople(db, [personId])).get(personId)
  const applicant = { personId, municipality: known?.municipality ?? null, consented: known?.consented ?? false }
  return addPerson(db, { sessionId, applicant, staffId: ctx.person.id, reason: how.reason }, how.now)
}

async function approveNow(db: Db, ctx: BotContext, { clock }: Parts, signUpId: number): Promise<Outgoing[]> {
  const name = (await nameIn(db, ctx.locale, { act: 'remove', signUpId })) ?? say(ctx.locale)('erased-person')
  const now = clock.now()
  const result = await approve(db, { signUpId, staffId: ctx.person.id }, now)
  return told(db, ctx, now, { signUpId, name }, { act: 'approve', result })
}

async function undoNow(
  db: Db,
  ctx: BotContext,
  { clock }: Parts,
  signUpId: number,
  number: number,
): Promise<Outgoing[]> {
  const name = (await nameIn(db, ctx.locale, { act: 'remove', signUpId })) ?? say(ctx.locale)('erased-person')
  const now = clock.now()
  // Kept in Cyrillic, which every reader gets in their own script.
  const passedOnReason = say('sr-Cyrl')('undo-reason')
  const result = await undo(db, { signUpId, number, staffId: ctx.person.id, passedOnReason }, now)
  return told(db, ctx, now, { signUpId, name }, { act: 'undo', result })
}

/** What came of an act, over the person's card as it is now. */
async function told(
  db: Db,
  ctx: BotContext,
  now: Temporal.Instant,
  { signUpId, name }: { signUpId: number | null; name: string },
  acted: Acted,
): Promise<Outgoing[]> {
  const found = signUpId === null ? null : await findEntry(db, signUpId)
  const note = actedText(ctx.locale, { name, call: found?.entry.call }, acted, now)
  if (signUpId === null || acted.result.kind === 'unknown')
    return [{ ...sentenceMessage(inPlaceFor(ctx), 'sign-up-unknown'), content: [paragraph(note)] }]
  return [await personCard(db, ctx, signUpId, now, note)]
}
