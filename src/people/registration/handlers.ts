import { inPlace } from '../../bot/presses.ts'
import { dialogue } from '../../bot/registry/dialogue.ts'
import type { Handled } from '../../bot/registry/handle.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import type { BotContext } from '../context.ts'
import { converse, handle } from '../roles/handle.ts'
import type { Profile } from '../rules.ts'
import { changeProfile, saveProfile } from '../store.ts'
import { lineMessage, type PlainSentence, say } from '../texts.ts'
import { BUTTONS, type Effect, effectOf, fits, type Pressed } from './buttons.ts'
import {
  beginChange,
  beginRegistration,
  beginWith,
  profileOf,
  type Refusal,
  type Registration,
  readAnswer,
  registrationForm,
  type Step,
} from './rules.ts'
import { questionMessage } from './texts.ts'

const REGISTRATION = dialogue('registration', registrationForm, { who: 'everyone', accepts: ['text'] })

type Parts = {
  db: Db
  clock: Clock
  /** Goes on with what somebody wanted when they were asked who they are: `wanted` in the words of the feature that asked. */
  carryOn: (db: Db, ctx: BotContext, wanted: string) => Promise<Outgoing[]>
  /** Somebody told who they are, or mended it. */
  told: (db: Db, ctx: BotContext, profile: Profile) => Promise<void>
  /** What a person sees after they mended one answer. */
  changed: (ctx: BotContext, step: Step) => Outgoing
}

/**
 * Asks who the person is, from where they left off. To be called in `turn.finish`. `wanted` comes back to `carryOn` once
 * they are registered.
 */
export async function askWhoYouAre(
  db: Db,
  ctx: BotContext,
  wanted: string | null,
  now: Temporal.Instant,
): Promise<Outgoing> {
  const left = await REGISTRATION.read(db, ctx.turn.chatId)
  if (left && !left.change) return keepAndAsk(db, ctx, { ...left, wanted }, now)
  return beginAndAsk(db, ctx, beginRegistration(ctx.person.profile, wanted), now)
}

/** The same of somebody whom staff wrote down: what is known of them need not be told again. To be called in `turn.finish`. */
export function askTheRest(
  db: Db,
  ctx: BotContext,
  known: { fullName: string; municipalityCode: string; email: string | null },
  wanted: string,
  now: Temporal.Instant,
): Promise<Outgoing> {
  return beginAndAsk(db, ctx, beginWith(known, wanted), now)
}

/** Asks for one answer anew; `null` for somebody who has told nothing yet. To be called in `turn.finish`. */
export async function askForChange(
  db: Db,
  ctx: BotContext,
  step: Exclude<Step, 'consent'>,
  now: Temporal.Instant,
): Promise<Outgoing | null> {
  const { profile } = ctx.person
  return profile ? beginAndAsk(db, ctx, beginChange(profile, step), now) : null
}

async function beginAndAsk(
  db: Db,
  ctx: BotContext,
  registration: Registration,
  now: Temporal.Instant,
): Promise<Outgoing> {
  await REGISTRATION.begin(db, ctx.turn.chatId, registration, now)
  return questionMessage(readerOf(ctx), registration)
}

async function keepAndAsk(
  db: Db,
  ctx: BotContext,
  registration: Registration,
  now: Temporal.Instant,
  refused: Refusal | null = null,
): Promise<Outgoing> {
  await REGISTRATION.keep(db, ctx.turn.chatId, registration, now)
  return questionMessage(readerOf(ctx), registration, refused)
}

const readerOf = (ctx: BotContext) => ({ chatId: ctx.turn.chatId, locale: ctx.locale, name: ctx.person.name })

/** Who somebody is, asked step by step. Texts that are no answer to the step (commands, questions) pass on. */
export function registrationHandlers(parts: Parts): Handled<BotContext>[] {
  return [
    converse(REGISTRATION, (ctx, registration, { text }) => {
      const reading = readAnswer(registration, text)
      if (reading?.kind === 'refused') return (db) => askAgain(db, ctx, parts, registration, reading.reason)
      return reading && ((db) => takeAnswer(db, ctx, parts, reading.registration))
    }),
    handle(BUTTONS.name, (ctx) => press(ctx, parts, ['name'])),
    handle(BUTTONS.municipality, (ctx, [code]) => press(ctx, parts, ['municipality', code])),
    handle(BUTTONS.page, (ctx, [page]) => press(ctx, parts, ['page', page])),
    handle(BUTTONS.role, (ctx, [role]) => press(ctx, parts, ['role', role])),
    handle(BUTTONS.email, (ctx, [what]) => press(ctx, parts, ['email', what])),
    handle(BUTTONS.experience, (ctx, [experience]) => press(ctx, parts, ['experience', experience])),
    handle(BUTTONS.consent, (ctx, [answer]) => press(ctx, parts, ['consent', answer])),
    handle(BUTTONS.back, (ctx, [step]) => press(ctx, parts, ['back', step])),
    handle(BUTTONS.cancel, (ctx) => press(ctx, parts, ['cancel'])),
  ]
}

async function press(ctx: BotContext, parts: Parts, pressed: Pressed): Promise<unknown> {
  const registration = await REGISTRATION.read(parts.db, ctx.turn.chatId)
  if (!registration) return ctx.toast(say(ctx.locale)('registration-is-over'))
  if (!fits(registration, pressed)) return ctx.toast(say(ctx.locale)('step-is-past'))
  const effect = effectOf(registration, pressed, ctx.person.name)
  return ctx.turn.finish(async (db) => {
    const [first, ...rest] = await carryOut(db, ctx, parts, effect, registration)
    return first ? [inPlace(ctx, first), ...rest] : rest
  })
}

async function askAgain(
  db: Db,
  ctx: BotContext,
  { clock }: Parts,
  registration: Registration,
  refused: Refusal | null,
): Promise<Outgoing[]> {
  return [await keepAndAsk(db, ctx, registration, clock.now(), refused)]
}

/** Goes on to the next question; an answer that was only to be mended is saved at once. */
async function takeAnswer(db: Db, ctx: BotContext, parts: Parts, registration: Registration): Promise<Outgoing[]> {
  if (!registration.change || registration.search !== null) return askAgain(db, ctx, parts, registration, null)
  const profile = profileOf(registration)!
  await changeProfile(db, ctx.person.id, profile)
  await parts.told(db, ctx, profile)
  return close(db, ctx, profile, async () => [parts.changed(ctx, registration.step)])
}

async function close(db: Db, ctx: BotContext, profile: Profile, said: () => Promise<Outgoing[]>): Promise<Outgoing[]> {
  await REGISTRATION.end(db, ctx.turn.chatId)
  ctx.person = { ...ctx.person, profile }
  return said()
}

/** What a button comes to. */
function carryOut(db: Db, ctx: BotContext, parts: Parts, effect: Effect, open: Registration): Promise<Outgoing[]> {
  switch (effect.kind) {
    case 'answered':
      return takeAnswer(db, ctx, parts, effect.registration)
    case 'asked':
      return askAgain(db, ctx, parts, effect.registration, null)
    case 'consented':
      return register(db, ctx, parts, open)
    case 'ended':
      return leave(db, ctx, effect.sentence)
  }
}

async function register(db: Db, ctx: BotContext, parts: Parts, registration: Registration): Promise<Outgoing[]> {
  const profile = profileOf(registration)
  if (!profile) return [await keepAndAsk(db, ctx, beginRegistration(null, registration.wanted), parts.clock.now())]
  await saveProfile(db, ctx.person.id, profile, parts.clock.now())
  await parts.told(db, ctx, profile)
  return close(db, ctx, profile, async () => [
    lineMessage(ctx.turn.chatId, ctx.locale, 'registered'),
    ...(registration.wanted === null ? [] : await parts.carryOn(db, ctx, registration.wanted)),
  ])
}

async function leave(db: Db, ctx: BotContext, sentence: PlainSentence): Promise<Outgoing[]> {
  await REGISTRATION.end(db, ctx.turn.chatId)
  return [lineMessage(ctx.turn.chatId, ctx.locale, sentence)]
}
