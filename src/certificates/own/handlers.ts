import type { MiddlewareFn } from 'grammy'
import { readerOf } from '../../bot/message/to.ts'
import type { Handled } from '../../bot/registry/handle.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import type { Locale } from '../../language/locale.ts'
import type { BotContext } from '../../people/context.ts'
import { handle } from '../../people/roles/handle.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { MY_CERTIFICATES } from '../../sessions/buttons.ts'
import { GET_CERTIFICATE } from '../buttons.ts'
import { checkNumber, wasGivenTo } from '../check/check.ts'
import type { Guesses } from '../check/guesses.ts'
import { checkedBlocks } from '../check/texts.ts'
import { START_PAYLOAD } from '../document.ts'
import { type CertificateNumber, readNumber, wordsAfterNumber } from '../number.ts'
import { type Issuing, paperOf } from '../paper.ts'
import { listOwn, readCertificate } from '../store.ts'
import { arrivedBlocks, lineMessage, mineMessage, otherLanguages } from './texts.ts'

/** More than anybody has; the file of /mojipodaci has all. */
export const MOST_OWN = 20

/** One's own certificates, and one of them as PDF in the language wanted. */
export function ownHandlers(parts: { clock: Clock; issuing: Issuing }): Handled<BotContext>[] {
  return [
    handle(MY_CERTIFICATES, (ctx) =>
      ctx.turn.finish(async (db) => [mineMessage(readerOf(ctx), await listOwn(db, ctx.person.id, MOST_OWN))]),
    ),
    handle(GET_CERTIFICATE, (ctx, [id, locale]) =>
      ctx.turn.finish(async (db) => {
        const to = { ...readerOf(ctx), personId: ctx.person.id, issuing: parts.issuing, now: parts.clock.now() }
        return [await ownPaper(db, to, { id, locale })]
      }),
    ),
  ]
}

type Owner = { chatId: number; locale: Locale; personId: number; issuing: Issuing; now: Temporal.Instant }

/** One's certificate as PDF in the language wanted; a sentence where there is none such. */
export async function ownPaper(
  db: Db,
  { personId, issuing, now, ...reader }: Owner,
  { id, locale }: { id: number; locale: Locale },
): Promise<Outgoing> {
  const certificate = await readCertificate(db, id)
  if (certificate?.personId !== personId) return lineMessage(reader, 'not-yours')
  const file = await paperOf(db, locale, certificate, issuing, now)
  if (!file) return lineMessage(reader, 'certificate-gone')
  return {
    chatId: reader.chatId,
    content: arrivedBlocks(reader.locale, { ...certificate, isReplacement: false }),
    file,
    buttons: otherLanguages(reader.locale, id, locale),
  }
}

type CheckParts = { db: Db; guesses: Guesses }

/** Answers whoever writes the number of a certificate, with «провери» or without; anything else passes on. */
export function hearNumber(parts: CheckParts): MiddlewareFn<BotContext> {
  return (ctx, next) => answerNumber(ctx, parts, ctx.message?.text ?? '') ?? next()
}

/** Answers the number in a text; `null`: there is none in it. */
export function answerNumber(ctx: BotContext, parts: CheckParts, text: string): Promise<unknown> | null {
  const read = readNumber(text)
  if (!read) return null
  return read.kind === 'mistyped'
    ? ctx.turn.say([lineMessage(readerOf(ctx), 'check-mistyped')])
    : answer(ctx, parts, read.number, wordsAfterNumber(text))
}

/** Opens what the code on a paper leads to. `false`: the link is of another kind. */
export async function followCertificateLink(ctx: BotContext, parts: CheckParts, payload: string): Promise<boolean> {
  if (!payload.startsWith(START_PAYLOAD)) return false
  const answered = answerNumber(ctx, parts, payload.slice(START_PAYLOAD.length))
  await (answered ?? ctx.turn.say([lineMessage(readerOf(ctx), 'check-how')]))
  return true
}

async function answer(
  ctx: BotContext,
  { db, guesses }: CheckParts,
  number: CertificateNumber,
  name: string,
): Promise<unknown> {
  const asker = String(ctx.person.id)
  if (!guesses.mayAsk(asker)) return ctx.turn.say([lineMessage(readerOf(ctx), 'check-too-many')])
  const checked = await checkNumber(db, number)
  const isTheirs = name === '' ? null : await wasGivenTo(db, number, name)
  if (checked.kind === 'unknown' || isTheirs === false) guesses.missed(asker)
  return ctx.turn.say([{ chatId: ctx.turn.chatId, content: checkedBlocks(ctx.locale, checked, isTheirs) }])
}
