import type { Message } from 'grammy/types'
import { z } from 'zod'
import { type AuthoredFault, readAuthored } from '../../bot/message/authored.ts'
import { readerOf } from '../../bot/message/to.ts'
import { dialogue } from '../../bot/registry/dialogue.ts'
import type { Handled } from '../../bot/registry/handle.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import type { BotContext } from '../../people/context.ts'
import { converse, handle } from '../../people/roles/handle.ts'
import { stoppable } from '../../people/stop.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { PROGRAMME } from '../buttons.ts'
import { readRoll } from '../line/store.ts'
import { readSession } from '../session/store.ts'
import { titleOf } from '../session/texts.ts'
import { BROADCAST_TO_CONFIRMED, DROP_PROGRAMME, ON_SESSION, PROGRAMME_OF } from '../staff/buttons.ts'
import { saveProgramme } from './store.ts'
import { type PlainSentence, programmeMessage, say, sentenceMessage } from './texts.ts'

/** What is done when is being sent. */
const PROGRAMME_DIALOGUE = dialogue('programme', z.object({ sessionId: z.int() }), {
  who: 'trainer',
  accepts: 'anything',
})

/** Room is left for the title, and under a file for Latin, which is longer. */
export const MOST_PROGRAMME = { withFile: 700, alone: 3_500 }

/** What is done when in a session: for everybody to read, for staff to send. */
export function programmeHandlers({ clock }: { clock: Clock }): Handled<BotContext>[] {
  return [
    handle(PROGRAMME, (ctx, [sessionId]) => ctx.turn.finish(async (db) => [await shown(db, ctx, sessionId)])),
    handle(PROGRAMME_OF, (db, ctx, [sessionId]) => ask(db, ctx, sessionId, clock.now())),
    handle(DROP_PROGRAMME, (db, ctx, [sessionId]) => drop(db, ctx, sessionId, clock.now())),
    converse(
      PROGRAMME_DIALOGUE,
      (ctx, { sessionId }, message) =>
        (db) =>
          keep(db, ctx, { sessionId, message }, clock.now()),
    ),
  ]
}

async function shown(db: Db, ctx: BotContext, sessionId: number): Promise<Outgoing> {
  const session = await readSession(db, sessionId)
  if (!session || session.state === 'draft') return sentenceMessage(readerOf(ctx), 'gone')
  return programmeMessage(readerOf(ctx), session)
}

/** Asks for a programme, below the one there is. */
async function ask(db: Db, ctx: BotContext, sessionId: number, now: Temporal.Instant): Promise<Outgoing[]> {
  const session = await readSession(db, sessionId)
  if (!session) return [sentenceMessage(readerOf(ctx), 'gone')]
  await PROGRAMME_DIALOGUE.keep(db, ctx.turn.chatId, { sessionId }, now)
  const title = titleOf(ctx.locale, session)
  if (session.programme === null)
    return [stoppable(ctx.locale, PROGRAMME_DIALOGUE, sentenceMessage(readerOf(ctx), 'ask', { title }))]
  const t = say(ctx.locale)
  const buttons = [
    [DROP_PROGRAMME.labelled(t('button-drop'), sessionId)],
    [ON_SESSION.session.labelled(t('button-back'), sessionId)],
  ]
  return [programmeMessage(readerOf(ctx), session), { ...sentenceMessage(readerOf(ctx), 'has', { title }), buttons }]
}

async function drop(db: Db, ctx: BotContext, sessionId: number, now: Temporal.Instant): Promise<Outgoing[]> {
  await PROGRAMME_DIALOGUE.end(db, ctx.turn.chatId)
  const isThere = await saveProgramme(db, { sessionId, staffId: ctx.person.id, programme: null }, now)
  return [done(ctx, sessionId, isThere ? 'dropped' : 'gone')]
}

function done(ctx: BotContext, sessionId: number, sentence: PlainSentence): Outgoing {
  const back = ON_SESSION.session.labelled(say(ctx.locale)('button-back'), sessionId)
  return { ...sentenceMessage(readerOf(ctx), sentence), buttons: [[back]] }
}

/** Keeps what was sent, and shows it at once as people will have it. */
async function keep(
  db: Db,
  ctx: BotContext,
  { sessionId, message }: { sessionId: number; message: Message },
  now: Temporal.Instant,
): Promise<Outgoing[]> {
  const read = readAuthored(message, MOST_PROGRAMME)
  if (read.kind !== 'read') return [refused(ctx, read, message)]
  const before = await readRoll(db, sessionId)
  const kept = await saveProgramme(db, { sessionId, staffId: ctx.person.id, programme: read.authored }, now)
  await PROGRAMME_DIALOGUE.end(db, ctx.turn.chatId)
  if (!before || !kept) return [sentenceMessage(readerOf(ctx), 'gone')]
  const session = { ...before.session, programme: read.authored }
  const confirmed = before.signUps.filter(({ status }) => status === 'confirmed').length
  return [
    sentenceMessage(readerOf(ctx), 'kept'),
    programmeMessage(readerOf(ctx), session),
    ...(before.session.programme !== null && confirmed > 0
      ? [changed(ctx, sessionId, confirmed)]
      : [done(ctx, sessionId, 'seen-how')]),
  ]
}

/** Whoever has a place may have read what it was before. */
function changed(ctx: BotContext, sessionId: number, count: number): Outgoing {
  const t = say(ctx.locale)
  return {
    ...sentenceMessage(readerOf(ctx), 'kept-before', { count }),
    buttons: [
      [BROADCAST_TO_CONFIRMED.labelled(t('button-write'), sessionId)],
      [ON_SESSION.session.labelled(t('button-back'), sessionId)],
    ],
  }
}

const UNUSABLE: Record<Exclude<AuthoredFault['kind'], 'too-long'>, PlainSentence> = {
  album: 'album',
  empty: 'empty',
  'not-understood': 'not-understood',
}

function refused(ctx: BotContext, fault: AuthoredFault, message: Message): Outgoing {
  const to = readerOf(ctx)
  if (fault.kind === 'too-long') return sentenceMessage(to, 'too-long', { length: fault.length, most: fault.most })
  const refusal = sentenceMessage(to, UNUSABLE[fault.kind])
  return fault.kind === 'album' ? { ...refusal, onceKey: `album:${message.media_group_id}` } : refusal
}
