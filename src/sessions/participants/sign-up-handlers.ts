import { z } from 'zod'
import type { Block } from '../../bot/message/rich.ts'
import { inPlace } from '../../bot/presses.ts'
import { dialogue } from '../../bot/registry/dialogue.ts'
import type { Handled } from '../../bot/registry/handle.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import type { BotContext } from '../../people/context.ts'
import { askWhoYouAre } from '../../people/registration/handlers.ts'
import { municipalityLabel } from '../../people/registration/texts.ts'
import { converse, handle } from '../../people/roles/handle.ts'
import { isRegistered, type Person } from '../../people/rules.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { ANSWER_OFFER, ASK_TO_LEAVE, JOIN, LEAVE, SEND_COLLEAGUE, STAY } from '../buttons.ts'
import type { CancelResult } from '../line/answer-or-cancel.ts'
import { type Applicant, isOver } from '../line/decision.ts'
import { whyClosed } from '../line/enter.ts'
import { listComingSessions, mySessions, viewSession } from '../line/reads.ts'
import { isActive } from '../line/sign-up.ts'
import { answerMessage, leaveQuestion, missingMessage, signUpMessage } from '../line/sign-up-texts.ts'
import { sessionIdOf } from '../line/store.ts'
import { say } from '../say.ts'
import { calendarFile } from '../session/calendar.ts'
import { overlap, type Session } from '../session/session.ts'
import { lineMessage, timeOf, titleOf } from '../session/texts.ts'
import { readerOf, startUrl, toast } from './handlers.ts'
import { answerOffer, cancelSignUp, signUp } from './sign-up-actions.ts'
import { makeSubstituteLink } from './substitute-actions.ts'
import { linkMessage } from './substitute-texts.ts'

/** A place is given back so late that a reason is asked for. */
const LATE_CANCEL = dialogue('late-cancel', z.object({ signUpId: z.number().int() }), {
  who: 'everyone',
  accepts: ['text'],
})
const MOST_REASON = 300

/** Signing up, giving up, sending a colleague, answering an offer: each press is one decision, however often it comes. */
export function signUpHandlers({ clock }: { clock: Clock }): Handled<BotContext>[] {
  return [
    handle(JOIN, (ctx, [sessionId]) => ctx.turn.finish((db) => join(db, ctx, sessionId, clock.now()))),
    handle(ASK_TO_LEAVE, (ctx, [signUpId]) => ctx.turn.finish((db) => askToLeave(db, ctx, signUpId, clock.now()))),
    handle(LEAVE, (ctx, [signUpId]) => ctx.turn.finish((db) => leave(db, ctx, signUpId, clock.now()))),
    handle(STAY, (ctx) => ctx.turn.finish(async () => [inPlace(ctx, lineMessage(readerOf(ctx), 'stayed'))])),
    handle(SEND_COLLEAGUE, (ctx, [signUpId]) => ctx.turn.finish((db) => sendColleague(db, ctx, signUpId, clock.now()))),
    handle(ANSWER_OFFER, (ctx, [said, signUpId]) =>
      ctx.turn.finish((db) => answer(db, ctx, signUpId, said === 'yes', clock.now())),
    ),
    converse(
      LATE_CANCEL,
      (ctx, { signUpId }, { text }) =>
        (db) =>
          cancelLate(db, ctx, signUpId, text.trim(), clock.now()),
    ),
  ]
}

/** Who wants a place, as far as they have told us. */
export function applicantOf(person: Person): Applicant {
  return {
    personId: person.id,
    municipality: person.profile?.municipalityCode ?? null,
    consented: isRegistered(person),
  }
}

/** Signs up; somebody who has not told who they are is asked first, and signed up once they have. */
export async function join(db: Db, ctx: BotContext, sessionId: number, now: Temporal.Instant): Promise<Outgoing[]> {
  const request = { sessionId, applicant: applicantOf(ctx.person), requestedAt: ctx.turn.receivedAt }
  const result = await signUp(db, request, now)
  if (result.kind === 'refused') {
    const { reason } = result
    if (reason === 'profile-incomplete' || reason === 'no-consent')
      return [await askWhoYouAre(db, ctx, JOIN.data(sessionId), now)]
    if (reason === 'already-signed-up' && ctx.callbackQuery) return toast(ctx, 'already-signed-up')
  }
  const others = result.kind === 'refused' ? await openSessions(db, ctx, now) : []
  const message = signUpMessage(readerOf(ctx), result, others, now)
  const clashes = result.kind === 'refused' ? [] : await clashesOf(db, ctx, result.session, now)
  return [{ ...message, content: [...message.content, ...clashes] }]
}

/** Other sessions of theirs that are held at the same time. */
async function clashesOf(db: Db, ctx: BotContext, session: Session, now: Temporal.Instant): Promise<Block[]> {
  const others = (await mySessions(db, ctx.person.id, now)).filter(
    ({ session: other, own }) =>
      other.id !== session.id && other.state !== 'cancelled' && own && isActive(own.signUp) && overlap(other, session),
  )
  return others.flatMap(({ session: other }) => {
    const when = timeOf(ctx.locale, other)
    return lineMessage(readerOf(ctx), 'same-time', { title: titleOf(ctx.locale, other), when }).content
  })
}

/** How many of the next sessions are looked through for one that is open. */
const MOST_LOOKED_AT = 20

async function openSessions(db: Db, ctx: BotContext, now: Temporal.Instant): Promise<Session[]> {
  const cards = await listComingSessions(db, ctx.person.id, now, { from: 0, most: MOST_LOOKED_AT })
  return cards
    .filter(({ session, own }) => whyClosed(session, now) === null && !(own && isActive(own.signUp)))
    .map(({ session }) => session)
}

async function askToLeave(db: Db, ctx: BotContext, signUpId: number, now: Temporal.Instant): Promise<Outgoing[]> {
  const sessionId = await sessionIdOf(db, signUpId)
  const card = sessionId === null ? null : await viewSession(db, sessionId, ctx.person.id)
  if (card?.own?.signUp.id !== signUpId) return toast(ctx, 'not-yours')
  if (!isActive(card.own.signUp)) return toast(ctx, 'not-signed-up')
  const over = isOver(card.session, now)
  if (over) return [missingMessage(readerOf(ctx), over)]
  return [leaveQuestion(readerOf(ctx), card.session, card.own.signUp)]
}

async function leave(db: Db, ctx: BotContext, signUpId: number, now: Temporal.Instant): Promise<Outgoing[]> {
  const result = await cancelSignUp(db, { signUpId, personId: ctx.person.id, reason: null }, now)
  if (result.kind === 'not-signed-up') return toast(ctx, 'not-signed-up')
  if (result.kind === 'not-yours') return toast(ctx, 'not-yours')
  if (result.kind === 'reason-needed') await LATE_CANCEL.keep(db, ctx.turn.chatId, { signUpId }, now)
  return [inPlace(ctx, leftMessage(ctx, result)), ...withoutPlace(ctx, result, now)]
}

/** For whoever gave a place back: the file that takes its days out of a calendar. */
function withoutPlace(ctx: BotContext, result: CancelResult, now: Temporal.Instant): Outgoing[] {
  if (result.kind !== 'cancelled' || result.was !== 'confirmed') return []
  const file = calendarFile(result.session, ctx.locale, now, { bot: ctx.me.username, withdrawn: true })
  return [{ ...lineMessage(readerOf(ctx), 'left-file'), file }]
}

/** A place given back after the deadline, with the reason that was asked for. */
async function cancelLate(
  db: Db,
  ctx: BotContext,
  signUpId: number,
  reason: string,
  now: Temporal.Instant,
): Promise<Outgoing[]> {
  if (!/\p{L}{2}/u.test(reason)) return [lineMessage(readerOf(ctx), 'late-reason-short')]
  if (reason.length > MOST_REASON) return [lineMessage(readerOf(ctx), 'late-reason-long', { most: MOST_REASON })]
  await LATE_CANCEL.end(db, ctx.turn.chatId)
  const result = await cancelSignUp(db, { signUpId, personId: ctx.person.id, reason }, now)
  return [leftMessage(ctx, result), ...withoutPlace(ctx, result, now)]
}

function leftMessage(ctx: BotContext, result: CancelResult): Outgoing {
  const to = readerOf(ctx)
  switch (result.kind) {
    case 'cancelled':
      return lineMessage(to, result.was === 'confirmed' ? 'left' : 'left-line', {
        title: titleOf(ctx.locale, result.session),
      })
    case 'reason-needed':
      return lineMessage(to, 'late-reason', { title: titleOf(ctx.locale, result.session) })
    case 'not-signed-up':
      return lineMessage(to, 'not-signed-up')
    default:
      return missingMessage(to, result)
  }
}

async function sendColleague(db: Db, ctx: BotContext, signUpId: number, now: Temporal.Instant): Promise<Outgoing[]> {
  const result = await makeSubstituteLink(db, { signUpId, personId: ctx.person.id }, now)
  switch (result.kind) {
    case 'made': {
      const title = titleOf(ctx.locale, result.session)
      const municipality = municipalityLabel(ctx.locale, result.municipality)
      const text = say(ctx.locale)('colleague-text', { title, municipality })
      return [linkMessage(readerOf(ctx), { text, title }, startUrl(ctx, result.payload))]
    }
    case 'place-gone':
      return [lineMessage(readerOf(ctx), 'place-gone-own', { title: titleOf(ctx.locale, result.session) })]
    case 'not-yours':
      return toast(ctx, 'not-yours')
    default:
      return [missingMessage(readerOf(ctx), result)]
  }
}

/** The offer's message turns into what came of it, so that it cannot be answered twice. */
async function answer(
  db: Db,
  ctx: BotContext,
  signUpId: number,
  accepted: boolean,
  now: Temporal.Instant,
): Promise<Outgoing[]> {
  const by = { signUpId, personId: ctx.person.id, answer: accepted ? 'accepted' : 'declined' } as const
  const result = await answerOffer(db, by, now)
  if (result.kind === 'not-yours') return toast(ctx, 'not-yours')
  if (result.kind === 'no-offer' && result.status === 'confirmed') return toast(ctx, 'offer-none-confirmed')
  const message = answerMessage(readerOf(ctx), result, now)
  if (result.kind !== 'confirmed') return [inPlace(ctx, message)]
  const accept = lineMessage(readerOf(ctx), 'offer-accepted', { title: titleOf(ctx.locale, result.session) })
  return [inPlace(ctx, accept), message]
}
