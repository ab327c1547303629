import type { Message } from 'grammy/types'
import { readAuthored } from '../../bot/message/authored.ts'
import { readerOf } from '../../bot/message/to.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import type { BotContext } from '../../people/context.ts'
import { findMunicipalities } from '../../people/municipalities/municipalities.ts'
import type { Db } from '../../platform/database/database.ts'
import { whenFor } from '../texts.ts'
import { keepAndAsk, type Parts } from './asking.ts'
import {
  COMPOSE_DIALOGUE,
  type Composition,
  isRestOfTooLong,
  withAudience,
  withButton,
  withContent,
} from './composition.ts'
import { order, UNANSWERED } from './order.ts'
import { readSendTime } from './send-time.ts'
import { composeLine, whichMessage } from './texts.ts'

const MOST_FOUND = 6

const LONGEST_QUESTION = 60

/** What the author wrote for the step that asks for it. */
export async function read(
  db: Db,
  ctx: BotContext,
  parts: Parts,
  composition: Composition,
  message: Message,
): Promise<Outgoing[]> {
  const text = message.text ?? ''
  switch (composition.step) {
    case 'municipalities':
      return readMunicipality(db, ctx, parts, composition, text)
    case 'topic':
      if (!/[\p{L}\p{N}]{2}/u.test(text)) return [composeLine(readerOf(ctx), 'topic-empty')]
      return keepAndAsk(
        db,
        ctx,
        parts,
        withAudience(composition, { kind: 'unanswered', topic: text.trim().slice(0, 200) }),
      )
    case 'question':
      if (text.trim() === '') return [composeLine(readerOf(ctx), 'ask-question')]
      if (text.length > LONGEST_QUESTION)
        return [composeLine(readerOf(ctx), 'question-too-long', { length: text.length })]
      return keepAndAsk(db, ctx, parts, withButton(composition, { kind: 'question', text: text.trim() }))
    case 'content':
      return readContent(db, ctx, parts, composition, message)
    default:
      return readTime(db, ctx, parts, composition, text)
  }
}

/** A refusal leaves the composition as it is, so that the author may send something better. */
async function readContent(
  db: Db,
  ctx: BotContext,
  parts: Parts,
  composition: Composition,
  message: Message,
): Promise<Outgoing[]> {
  if (isRestOfTooLong(composition, message)) return []
  const content = readAuthored(message)
  switch (content.kind) {
    case 'read':
      return keepAndAsk(db, ctx, parts, withContent(composition, content.authored))
    case 'too-long': {
      const data: Composition = { ...composition, tooLongAt: message.date }
      await COMPOSE_DIALOGUE.keep(db, ctx.turn.chatId, data, parts.clock.now())
      return [composeLine(readerOf(ctx), 'content-too-long', { length: content.length, most: content.most })]
    }
    case 'album':
      return [{ ...composeLine(readerOf(ctx), 'content-album'), onceKey: `album:${message.media_group_id}` }]
    case 'empty':
      return [composeLine(readerOf(ctx), 'content-empty')]
    case 'not-understood':
      return [composeLine(readerOf(ctx), 'content-not-understood')]
  }
}

async function readMunicipality(
  db: Db,
  ctx: BotContext,
  parts: Parts,
  composition: Composition,
  text: string,
): Promise<Outgoing[]> {
  const found = findMunicipalities(text)
  if (found.length === 0) return [composeLine(readerOf(ctx), 'municipality-unknown', { text: text.slice(0, 60) })]
  if (found.length > 1) return [whichMessage(readerOf(ctx), found.slice(0, MOST_FOUND))]
  return keepAndAsk(db, ctx, parts, { ...composition, codes: [...new Set([...composition.codes, found[0]!.code])] })
}

async function readTime(
  db: Db,
  ctx: BotContext,
  parts: Parts,
  composition: Composition,
  text: string,
): Promise<Outgoing[]> {
  const time = readSendTime(text, parts.clock.now())
  switch (time.kind) {
    case 'no-such-day':
      return [composeLine(readerOf(ctx), 'time-no-such-day')]
    case 'not-understood':
      return [composeLine(readerOf(ctx), 'time-not-understood', { text: text.slice(0, 60) })]
    case 'past':
      return [composeLine(readerOf(ctx), 'time-past', { time: whenFor(ctx.locale, time.at) })]
    case 'at':
      return order(db, ctx, parts, { ...composition, sendAt: time.at.toString(), ...UNANSWERED })
  }
}
