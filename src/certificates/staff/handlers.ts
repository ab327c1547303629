import { paragraph } from '../../bot/message/rich.ts'
import { inPlaceFor, readerOf } from '../../bot/message/to.ts'
import type { Handled } from '../../bot/registry/handle.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import type { BotContext } from '../../people/context.ts'
import { converse, handle, handleEach } from '../../people/roles/handle.ts'
import { stoppable } from '../../people/stop.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { CERTIFICATES_OF } from '../../sessions/staff/buttons.ts'
import { type Overview, readOverview } from '../actions.ts'
import {
  CERTIFIED,
  CHOOSE_QUIZ,
  CHOOSE_RULE,
  NAME_DIALOGUE,
  ON_CERTIFICATE,
  ON_CERTIFICATES,
  ON_VALIDITY,
  REVOKE_DIALOGUE,
} from '../buttons.ts'
import { lineMessage } from '../own/texts.ts'
import type { Issuing } from '../paper.ts'
import { readCertificate } from '../store.ts'
import type { PlainSentence } from '../texts.ts'
import { type Acted, type By, chooseRule, correct, give, giveBack, paperMessage, revoke, sendAgain } from './acts.ts'
import { certificateMessage, certifiedMessage, nameOn, overviewMessage, rulesMessage } from './texts.ts'

type Parts = { clock: Clock; issuing: Issuing }

/** What staff do with certificates: who gets one, giving them, and one by one correcting, revoking, sending again. */
export function staffHandlers(parts: Parts): Handled<BotContext>[] {
  const { clock, issuing } = parts
  return [
    handle(CERTIFICATES_OF, (db, ctx, [id]) => overview(db, ctx, parts, id)),
    ...handleEach(ON_CERTIFICATES, {
      give: (db, ctx, [id]) => givenHere(db, ctx, parts, id),
      rules: (db, ctx, [id]) => shown(db, ctx, parts, id, (one) => rulesMessage(inPlaceFor(ctx), one)),
    }),
    handle(CHOOSE_RULE, async (db, ctx, [id, days]) => {
      await chooseRule(db, id, { days })
      return overview(db, ctx, parts, id, 'rule-saved')
    }),
    handle(CHOOSE_QUIZ, async (db, ctx, [id, quiz]) => {
      await chooseRule(db, id, { quiz })
      return overview(db, ctx, parts, id, 'rule-saved')
    }),
    handle(CERTIFIED, (db, ctx, [id, page]) =>
      shown(db, ctx, parts, id, (one) => certifiedMessage(inPlaceFor(ctx), one, page)),
    ),
    ...handleEach(ON_CERTIFICATE, {
      one: (db, ctx, [id]) => one(db, ctx, id),
      name: (db, ctx, [id]) => askForName(db, ctx, parts, id),
      paper: (db, ctx, [id]) => paper(db, ctx, parts, id),
      send: async (db, ctx, [id]) => one(db, ctx, id, await sendAgain(db, id)),
    }),
    ...handleEach(ON_VALIDITY, {
      revoke: (db, ctx, [id]) => askToRevoke(db, ctx, parts, id),
      restore: async (db, ctx, [certificateId]) => {
        const note = await giveBack(db, { certificateId, issuer: issuing.issuer }, byOf(ctx, clock))
        return one(db, ctx, certificateId, note)
      },
    }),
    converse(
      NAME_DIALOGUE,
      (ctx, { certificateId }, { text }) =>
        (db) =>
          takeName(db, ctx, parts, certificateId, text),
    ),
    converse(
      REVOKE_DIALOGUE,
      (ctx, { certificateId }, { text }) =>
        (db) =>
          takeReason(db, ctx, parts, certificateId, text),
    ),
  ]
}

const byOf = (ctx: BotContext, clock: Clock): By => ({ staffId: ctx.person.id, locale: ctx.locale, now: clock.now() })

type Note = PlainSentence | { said: string }

/** What is shown of the certificates of a session, unless it is gone. */
async function shown(
  db: Db,
  ctx: BotContext,
  { clock }: Parts,
  sessionId: number,
  message: (overview: Overview) => Outgoing,
): Promise<Outgoing[]> {
  const found = await readOverview(db, sessionId, clock.now())
  return [found ? message(found) : lineMessage(readerOf(ctx), 'session-gone')]
}

function overview(db: Db, ctx: BotContext, parts: Parts, sessionId: number, note?: Note): Promise<Outgoing[]> {
  return shown(db, ctx, parts, sessionId, (one) => overviewMessage(inPlaceFor(ctx), one, note))
}

async function givenHere(db: Db, ctx: BotContext, parts: Parts, sessionId: number): Promise<Outgoing[]> {
  const { issuer } = parts.issuing
  const said = await give(db, { sessionId, issuer }, byOf(ctx, parts.clock))
  return overview(db, ctx, parts, sessionId, said === null ? undefined : { said })
}

async function one(db: Db, ctx: BotContext, certificateId: number, note?: PlainSentence): Promise<Outgoing[]> {
  const certificate = await readCertificate(db, certificateId)
  if (!certificate) return [lineMessage(readerOf(ctx), 'certificate-gone')]
  const isCoordinator = ctx.person.role === 'coordinator'
  return [certificateMessage(inPlaceFor(ctx), certificate, { isCoordinator, note })]
}

async function askForName(db: Db, ctx: BotContext, { clock }: Parts, certificateId: number): Promise<Outgoing[]> {
  const certificate = await readCertificate(db, certificateId)
  if (certificate?.state !== 'valid' || certificate.stated.name === null) return one(db, ctx, certificateId)
  await NAME_DIALOGUE.keep(db, ctx.turn.chatId, { certificateId }, clock.now())
  return [
    stoppable(ctx.locale, NAME_DIALOGUE, lineMessage(readerOf(ctx), 'ask-name', { name: certificate.stated.name })),
  ]
}

async function takeName(
  db: Db,
  ctx: BotContext,
  { clock }: Parts,
  certificateId: number,
  text: string,
): Promise<Outgoing[]> {
  return taken(db, ctx, NAME_DIALOGUE, await correct(db, { certificateId, text }, byOf(ctx, clock)))
}

/** Asks on while what was written cannot be taken. */
async function taken(
  db: Db,
  ctx: BotContext,
  dialogue: { end: typeof NAME_DIALOGUE.end },
  acted: Acted,
): Promise<Outgoing[]> {
  if (acted.kind === 'refused') return [{ chatId: ctx.turn.chatId, content: [paragraph(acted.says)] }]
  await dialogue.end(db, ctx.turn.chatId)
  return one(db, ctx, acted.certificateId, acted.note)
}

async function askToRevoke(db: Db, ctx: BotContext, { clock }: Parts, certificateId: number): Promise<Outgoing[]> {
  const certificate = await readCertificate(db, certificateId)
  if (certificate?.state !== 'valid') return one(db, ctx, certificateId)
  await REVOKE_DIALOGUE.keep(db, ctx.turn.chatId, { certificateId }, clock.now())
  const question = lineMessage(readerOf(ctx), 'ask-revoke-reason', { name: nameOn(ctx.locale, certificate) })
  return [stoppable(ctx.locale, REVOKE_DIALOGUE, question)]
}

async function takeReason(
  db: Db,
  ctx: BotContext,
  { clock }: Parts,
  certificateId: number,
  text: string,
): Promise<Outgoing[]> {
  return taken(db, ctx, REVOKE_DIALOGUE, await revoke(db, { certificateId, text }, byOf(ctx, clock)))
}

/** The paper for staff to look at or print. */
async function paper(db: Db, ctx: BotContext, { clock, issuing }: Parts, certificateId: number): Promise<Outgoing[]> {
  const message = await paperMessage(db, readerOf(ctx), { certificateId, issuing }, clock.now())
  return message ? [message] : one(db, ctx, certificateId, 'certificate-gone')
}
