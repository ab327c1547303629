import type { MiddlewareFn } from 'grammy'
import type { Message } from 'grammy/types'
import { bold, paragraph } from '../../../bot/message/rich.ts'
import { readerOf } from '../../../bot/message/to.ts'
import type { Handled } from '../../../bot/registry/handle.ts'
import type { Outgoing } from '../../../bot/send/outbox.ts'
import { LOCALES, shownTo } from '../../../language/locale.ts'
import type { BotContext } from '../../../people/context.ts'
import { finishAs } from '../../../people/roles/as-staff.ts'
import { handle } from '../../../people/roles/handle.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Db } from '../../../platform/database/database.ts'
import { ASK_TO_LEAVE } from '../../buttons.ts'
import { say } from '../../say.ts'
import { isHeld } from '../../session/quiet.ts'
import { hasEnded } from '../../session/session.ts'
import { lineMessage, titleOf } from '../../session/texts.ts'
import { messagePerson } from '../actions.ts'
import { readWords } from '../form/dialogue.ts'
import { sentenceMessage } from '../message.ts'
import { type PassedOn, passOn, type Spoken, wordAnswered, wordToStaffAnswered } from './actions.ts'
import { ASK_INSTEAD } from './buttons.ts'
import { readOwnWord, signUpSpokenOf } from './store.ts'

/** What words are. */
type Hears = {
  /** Whether they are about the writer's own coming; `answers`: staff wrote to them just before. */
  isForTrainer: (text: string, how: { answers: boolean }) => boolean
  /** Whether somebody may be in danger. */
  isAlarming: (text: string) => boolean
}

/**
 * What somebody in a session writes about their coming, and what answers a message of staff, goes to whoever wrote that or is
 * in charge; what staff write in answer to such words goes back. Anything else passes on, and is a question.
 */
export function hearWords(parts: Parts): MiddlewareFn<BotContext> {
  return async (ctx, next) => {
    const { message } = ctx
    if (message?.text === undefined || message.text.startsWith('/')) return next()
    if (ctx.person.role !== 'member' && (await answerAsStaff(ctx, parts, message))) return
    const spoken = await spokenOf(ctx, parts, message, message.text)
    if (!spoken && promisedAnAnswer(message)) {
      const reader = readerOf(ctx)
      return ctx.turn.say([lineMessage(reader, 'word-forgotten')])
    }
    if (!spoken) return next()
    const text = readWords(message.text)
    await ctx.turn.finish(async (db) => {
      const now = parts.clock.now()
      const atOnce = parts.isAlarming(text)
      const passedOn = passedOnMessage(ctx, await passOn(db, spoken, { text, atOnce }, now), { now, atOnce })
      return [atOnce ? withWhomToCall(ctx, passedOn) : passedOn]
    })
  }
}

type Parts = { db: Db; clock: Clock } & Hears

/** What the words are about, when they are for staff; an answer to a message of theirs is, whatever it says. */
async function spokenOf(
  ctx: BotContext,
  { db, clock, isForTrainer }: Parts,
  message: Message,
  text: string,
): Promise<Spoken | null> {
  const replied = message.reply_to_message?.message_id
  const answered = replied === undefined ? null : await wordAnswered(db, ctx.person.id, replied)
  if (answered) return answered
  // Most messages are questions, for which no database need be asked.
  if (!isForTrainer(text, { answers: true })) return null
  const spoken = await signUpSpokenOf(db, ctx.person.id, clock.now())
  return spoken && isForTrainer(text, { answers: spoken.isAnswer }) ? spoken : null
}

/** Whether a reply is to a message of staff; whose one was is forgotten some weeks after the session. */
function promisedAnAnswer({ reply_to_message: replied }: Message): boolean {
  if (!replied?.from?.is_bot) return false
  const said = JSON.stringify(replied)
  return LOCALES.some((locale) => said.includes(say(locale)('notice-message-how')))
}

/** A trainer's answer in place: to the message that carried somebody's words. */
async function answerAsStaff(ctx: BotContext, { db, clock }: Parts, message: Message): Promise<boolean> {
  const replied = message.reply_to_message?.message_id
  const word = replied === undefined ? null : await wordToStaffAnswered(db, ctx.person.id, replied)
  if (!word) return false
  await finishAs(ctx, 'trainer', async (db) => {
    const by = { signUpId: word.signUpId, staffId: ctx.person.id, text: readWords(message.text ?? '') }
    const now = clock.now()
    const result = await messagePerson(db, by, now)
    if (result.kind !== 'sent') return [sentenceMessage(readerOf(ctx), 'no-person')]
    return [sentenceMessage(readerOf(ctx), isHeld(result.session, now) ? 'answer-sent-morning' : 'answer-sent')]
  })
  return true
}

function withWhomToCall(ctx: BotContext, message: Outgoing): Outgoing {
  return { ...message, content: [...message.content, paragraph(bold(say(ctx.locale)('word-in-danger')))] }
}

function passedOnMessage(
  ctx: BotContext,
  result: PassedOn,
  { now, atOnce }: { now: Temporal.Instant; atOnce: boolean },
): Outgoing {
  const reader = readerOf(ctx)
  const t = say(ctx.locale)
  if (result.kind === 'unknown') return lineMessage(reader, 'session-unknown')
  const title = titleOf(ctx.locale, result.session)
  if (result.kind === 'nobody') return lineMessage(reader, 'word-nobody', { title })
  const to = result.to.map((name) => shownTo(ctx.locale, name)).join(', ')
  // Of a session that is over nobody cancels.
  const confirmed = result.signUp.status === 'confirmed' && !hasEnded(result.session, now)
  return {
    chatId: ctx.turn.chatId,
    content: [
      paragraph(
        bold(t('word-passed-on', { to, title })),
        ' ',
        t(!atOnce && isHeld(result.session, now) ? 'word-in-the-morning' : 'word-answer-comes'),
      ),
      ...(confirmed ? [paragraph(t('word-not-coming'))] : []),
    ],
    buttons: [
      ...(confirmed ? [[ASK_TO_LEAVE.labelled(t('button-cancel-place'), result.signUp.id)]] : []),
      [ASK_INSTEAD.labelled(t('button-ask-instead'), result.wordId)],
    ],
  }
}

/** Words that went to a trainer and were a question: `ask` answers it. */
export function wordHandlers({
  db,
  ask,
}: {
  db: Db
  ask: (ctx: BotContext, question: string, onceKey: string) => Promise<number>
}): Handled<BotContext>[] {
  return [
    handle(ASK_INSTEAD, async (ctx, [wordId]) => {
      const word = await readOwnWord(db, wordId, ctx.person.id)
      if (word) return ask(ctx, word.text, `word-asked:${wordId}`)
      return ctx.turn.say([lineMessage(readerOf(ctx), 'word-gone')])
    }),
  ]
}
