import type { Handled } from '../../bot/registry/handle.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import type { BotContext } from '../../people/context.ts'
import { isQuiet } from '../../people/notices/rules.ts'
import { readName } from '../../people/registration/rules.ts'
import { converse, handle, handleEach } from '../../people/roles/handle.ts'
import { stoppable } from '../../people/stop.ts'
import { reachablePeople } from '../../people/store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { quizOf } from '../../quiz/quizzes.ts'
import { CERTIFICATES_OF } from '../../sessions/staff/buttons.ts'
import { inPlaceFor } from '../../sessions/staff/message.ts'
import {
  changeRule,
  correctName,
  type GiveResult,
  giveCertificates,
  type Overview,
  readOverview,
  restore,
  revokeCertificate,
  tellAgain,
} from '../actions.ts'
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
import { arrivedBlocks, lineMessage } from '../own/texts.ts'
import { type Issuing, paperOf } from '../paper.ts'
import { readCertificate } from '../store.ts'
import { type PlainSentence, say } from '../texts.ts'
import { certificateMessage, certifiedMessage, nameOn, overviewMessage, rulesMessage } from './texts.ts'

type Parts = { clock: Clock; issuing: Issuing }

/** What staff do with certificates: who gets one, giving them, and one by one correcting, revoking, sending again. */
export function staffHandlers(parts: Parts): Handled<BotContext>[] {
  const { clock, issuing } = parts
  return [
    handle(CERTIFICATES_OF, (db, ctx, [id]) => overview(db, ctx, parts, id)),
    ...handleEach(ON_CERTIFICATES, {
      give: (db, ctx, [id]) => give(db, ctx, parts, id),
      rules: (db, ctx, [id]) => shown(db, ctx, parts, id, (one) => rulesMessage(inPlaceFor(ctx), one)),
    }),
    handle(CHOOSE_RULE, async (db, ctx, [id, days]) => {
      await changeRule(db, id, { leastDays: days === 0 ? null : days })
      return overview(db, ctx, parts, id, 'rule-saved')
    }),
    handle(CHOOSE_QUIZ, async (db, ctx, [id, quiz]) => {
      // An old button may name a quiz that is gone.
      await changeRule(db, id, { quiz: quizOf(quiz) ? quiz : null })
      return overview(db, ctx, parts, id, 'rule-saved')
    }),
    handle(CERTIFIED, (db, ctx, [id, page]) =>
      shown(db, ctx, parts, id, (one) => certifiedMessage(inPlaceFor(ctx), one, page)),
    ),
    ...handleEach(ON_CERTIFICATE, {
      one: (db, ctx, [id]) => one(db, ctx, id),
      name: (db, ctx, [id]) => askForName(db, ctx, parts, id),
      paper: (db, ctx, [id]) => paper(db, ctx, parts, id),
      send: (db, ctx, [id]) => sendAgain(db, ctx, id),
    }),
    ...handleEach(ON_VALIDITY, {
      revoke: (db, ctx, [id]) => askToRevoke(db, ctx, parts, id),
      restore: async (db, ctx, [certificateId]) => {
        const by = { certificateId, staffId: ctx.person.id, issuer: issuing.issuer }
        const { kind } = await restore(db, by, clock.now())
        return one(db, ctx, certificateId, kind === 'unknown' ? 'certificate-gone' : 'restored-done')
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

const readerOf = (ctx: BotContext) => ({ chatId: ctx.turn.chatId, locale: ctx.locale })

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

async function give(db: Db, ctx: BotContext, parts: Parts, sessionId: number): Promise<Outgoing[]> {
  const now = parts.clock.now()
  const by = { sessionId, staffId: ctx.person.id, issuer: parts.issuing.issuer }
  const note = givenNote(ctx, await giveCertificates(db, by, now), now)
  return overview(db, ctx, parts, sessionId, note)
}

function givenNote(ctx: BotContext, result: GiveResult, now: Temporal.Instant): Note | undefined {
  switch (result.kind) {
    case 'given':
      return { said: say(ctx.locale)(isQuiet(now) ? 'given-at-night' : 'given-done', result) }
    case 'as-they-are':
      return 'given-nothing'
    case 'too-early':
    case 'cancelled':
    case 'unknown':
      // The overview says why.
      return undefined
  }
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
  const read = readName(text)
  if (read.kind === 'refused') return [lineMessage(readerOf(ctx), 'name-unclear')]
  await NAME_DIALOGUE.end(db, ctx.turn.chatId)
  const by = { certificateId, name: read.name, staffId: ctx.person.id }
  const result = await correctName(db, by, clock.now())
  switch (result.kind) {
    case 'corrected':
      return one(db, ctx, result.certificateId, 'name-corrected')
    case 'same':
      return one(db, ctx, certificateId, 'name-same')
    case 'gone':
      return one(db, ctx, certificateId, 'certificate-gone')
  }
}

async function askToRevoke(db: Db, ctx: BotContext, { clock }: Parts, certificateId: number): Promise<Outgoing[]> {
  const certificate = await readCertificate(db, certificateId)
  if (certificate?.state !== 'valid') return one(db, ctx, certificateId)
  await REVOKE_DIALOGUE.keep(db, ctx.turn.chatId, { certificateId }, clock.now())
  const question = lineMessage(readerOf(ctx), 'ask-revoke-reason', { name: nameOn(ctx.locale, certificate) })
  return [stoppable(ctx.locale, REVOKE_DIALOGUE, question)]
}

const LONGEST_REASON = 300

async function takeReason(
  db: Db,
  ctx: BotContext,
  { clock }: Parts,
  certificateId: number,
  text: string,
): Promise<Outgoing[]> {
  const reason = text.trim()
  if (reason.length > LONGEST_REASON || !/[\p{L}\p{N}]{2}/u.test(reason))
    return [lineMessage(readerOf(ctx), 'reason-unclear', { most: LONGEST_REASON })]
  await REVOKE_DIALOGUE.end(db, ctx.turn.chatId)
  const { kind } = await revokeCertificate(db, { certificateId, reason, staffId: ctx.person.id }, clock.now())
  return one(db, ctx, certificateId, kind === 'revoked' ? 'revoked-done' : 'certificate-gone')
}

/** The paper for staff to look at or print. */
async function paper(db: Db, ctx: BotContext, { clock, issuing }: Parts, certificateId: number): Promise<Outgoing[]> {
  const certificate = await readCertificate(db, certificateId)
  const file = certificate && (await paperOf(db, ctx.locale, certificate, issuing, clock.now()))
  if (!file) return one(db, ctx, certificateId, 'certificate-gone')
  return [{ chatId: ctx.turn.chatId, content: arrivedBlocks(ctx.locale, certificate).slice(0, 1), file }]
}

async function sendAgain(db: Db, ctx: BotContext, certificateId: number): Promise<Outgoing[]> {
  const certificate = await readCertificate(db, certificateId)
  const { personId = null, state } = certificate ?? {}
  const [person] = personId === null ? [] : await reachablePeople(db, [personId])
  if (!person || state !== 'valid') return one(db, ctx, certificateId, 'unreachable')
  await tellAgain(db, certificateId)
  return one(db, ctx, certificateId, 'sent-again')
}
