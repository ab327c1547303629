import { z } from 'zod'
import { botName, linkSecret } from '../../bot/links.ts'
import { bold, paragraph } from '../../bot/message/rich.ts'
import { type Fate, isOnItsWay, type Payload, queueDeferred, type Renderer, readFates } from '../../bot/send/outbox.ts'
import { momentFor, weekdayFor } from '../../language/dates/write.ts'
import { LOCALES, type Locale } from '../../language/locale.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database, Db } from '../../platform/database/database.ts'
import { dateOf, dayNumber } from '../session/days.ts'
import type { Session } from '../session/session.ts'
import { readSession } from '../session/store.ts'
import { titleOf } from '../session/texts.ts'
import { daysOfSession, type SessionDay } from './attendance.ts'
import { SHOW_CODE, STOP_CODE } from './buttons.ts'
import { checkInPayload } from './check-in.ts'
import { checkInState, codeOf, type Day, isShown, stepAt } from './code.ts'
import { opensAt } from './mark.ts'
import { codePicture } from './picture.ts'
import { claimShown, endShown, keepShown, type Shown } from './shown-store.ts'
import { say } from './texts.ts'

/** So long a picture changes by itself. */
const SHOWN_FOR = { minutes: 5 }

/** The renderer of pictures, which are made when they leave: a code must not grow old on its way. */
export const CODE_RENDERER = 'attendance-code'

const dataForm = z.object({
  sessionId: z.int(),
  day: z.int(),
  locale: z.enum(LOCALES),
  edits: z.int().nullable(),
  /** It does not change any more. */
  isLast: z.boolean(),
})
type Data = z.infer<typeof dataForm>

export type ShowResult =
  | { kind: 'shown' }
  | { kind: 'too-early'; opens: Temporal.ZonedDateTime }
  | { kind: 'over' }
  | { kind: 'session-cancelled' }
  | { kind: 'unknown' }

/** The code of a day in this half minute, and the address that a phone reads from a square. */
type Code = { kind: 'code'; session: Session; digits: string; url: string; bot: string }

/** What a screen shows now to the people in the room, or why nothing. */
export async function codeNow(
  db: Db,
  of: Day,
  now: Temporal.Instant,
): Promise<Code | Exclude<ShowResult, { kind: 'shown' }>> {
  const found = await findDay(db, of)
  if (!found) return { kind: 'unknown' }
  const { session, day } = found
  if (session.state === 'cancelled') return { kind: 'session-cancelled' }
  if (checkInState(session, day, now) === 'over') return { kind: 'over' }
  if (!isShown(session, day, now)) return { kind: 'too-early', opens: opensAt(session, day) }
  return { kind: 'code', session, ...(await codeFor(db, of, now)) }
}

async function codeFor(db: Db, of: Day, now: Temporal.Instant) {
  const secret = await linkSecret(db)
  const bot = (await botName(db)) ?? ''
  const url = `https://t.me/${bot}?start=${checkInPayload(secret, of, now)}`
  return { digits: codeOf(secret, of, stepAt(now)), url, bot }
}

/** Why no code is shown; nothing to say of a session that is not there. */
export function noCodeText(locale: Locale, result: Exclude<ShowResult, { kind: 'shown' | 'unknown' }>): string {
  const t = say(locale)
  switch (result.kind) {
    case 'too-early':
      return t('code-too-early', { from: momentFor(locale, result.opens.toPlainDateTime()) })
    case 'over':
      return t('code-over')
    case 'session-cancelled':
      return t('attendance-cancelled')
  }
}

/** Begins to show the code of a day in a chat of staff; `key` names the message. */
export async function showCode(
  db: Db,
  by: Day & { chatId: number; locale: Locale; key: string },
  now: Temporal.Instant,
): Promise<ShowResult> {
  const code = await codeNow(db, by, now)
  if (code.kind !== 'code') return code
  const { chatId, sessionId, on, locale, key: messageKey } = by
  const shown = { chatId, sessionId, on, locale, messageKey, until: now.add(SHOWN_FOR) }
  await keepShown(db, shown, stepAt(now))
  await queuePicture(db, shown, { key: messageKey, edits: null, isLast: false }, now)
  return { kind: 'shown' }
}

/** Shows the code no longer: the picture stays with one that soon runs out. */
export async function stopCode(
  db: Db,
  by: Day & { chatId: number; locale: Locale; key: string; messageId: number },
  now: Temporal.Instant,
): Promise<void> {
  await endShown(db, by.chatId)
  await queuePicture(db, by, { key: by.key, edits: by.messageId, isLast: true }, now)
}

/**
 * Changes the pictures whose half minute is over; whoever comes second finds nothing to change. Returns how many. One that a dying
 * process took and did not change is changed in the next half minute.
 */
export async function changeShownCodes({ pool, transaction }: Database, now: Temporal.Instant): Promise<number> {
  const step = stepAt(now)
  const due = await claimShown(pool, step)
  if (due.length > 0)
    await transaction(async (db) => {
      const fates = await readFates(
        db,
        due.map(({ messageKey }) => messageKey),
      )
      for (const shown of due) await change(db, shown, fates.get(shown.messageKey), { step, now })
    })
  return due.length
}

async function change(
  db: Db,
  shown: Shown,
  fate: Fate | undefined,
  { step, now }: { step: number; now: Temporal.Instant },
): Promise<void> {
  // What has not left yet is made when it leaves; what never will is not changed.
  if (fate && isOnItsWay(fate)) return
  const isLast = Temporal.Instant.compare(shown.until, now) <= 0
  const edits = fate?.messageId ?? null
  if (isLast || edits === null) await endShown(db, shown.chatId)
  if (edits !== null) await queuePicture(db, shown, { key: `${shown.messageKey}:${step}`, edits, isLast }, now)
}

async function queuePicture(
  db: Db,
  { chatId, sessionId, on, locale }: Pick<Shown, 'chatId' | 'sessionId' | 'on' | 'locale'>,
  { key, edits, isLast }: { key: string; edits: number | null; isLast: boolean },
  now: Temporal.Instant,
): Promise<void> {
  const data: Data = { sessionId, day: dayNumber(on), locale, edits, isLast }
  await queueDeferred(db, [{ chatId, renderer: CODE_RENDERER, data, key }], { lane: 'reply', now })
}

async function findDay(db: Db, { sessionId, on }: Day): Promise<{ session: Session; day: SessionDay } | null> {
  const session = await readSession(db, sessionId)
  const day = session && daysOfSession(session).find((one) => one.on.equals(on))
  return session && day ? { session, day } : null
}

/** The picture as it is when it leaves. */
export function codeRenderer(clock: Clock): Renderer {
  return async (db, raw) => {
    const data = dataForm.parse(raw)
    const found = await findDay(db, { sessionId: data.sessionId, on: dateOf(data.day) })
    return found && pictureMessage(db, found, data, clock.now())
  }
}

async function pictureMessage(
  db: Db,
  { session, day }: { session: Session; day: SessionDay },
  { locale, edits, isLast }: Data,
  now: Temporal.Instant,
): Promise<Payload> {
  const t = say(locale)
  const { digits: code, url, bot } = await codeFor(db, { sessionId: session.id, on: day.on }, now)
  const title = titleOf(locale, session)
  const on = weekdayFor(locale, day.on)
  const hint = t('code-hint', { bot: `@${bot}` })
  const picture = await codePicture({ title, day: on, code, url, hint })
  const opens = momentFor(locale, opensAt(session, day).toPlainDateTime())
  const isEarly = checkInState(session, day, now) === 'too-early'
  const button = isLast ? SHOW_CODE.labelled(t('button-show-again'), session.id, dayNumber(day.on)) : null
  return {
    content: [
      paragraph(bold(t('code-title', { title }))),
      paragraph(isLast ? t('code-ended') : isEarly ? t('code-early', { from: opens }) : t('code-how')),
    ],
    file: { name: 'kod.png', base64: Buffer.from(picture).toString('base64'), isPicture: true },
    buttons: [[button ?? STOP_CODE.labelled(t('button-stop-code'), session.id, dayNumber(day.on))]],
    ...(edits === null ? {} : { edits }),
  }
}
