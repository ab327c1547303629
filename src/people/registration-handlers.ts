import type { Composer } from 'grammy'
import { z } from 'zod'
import { inPlace } from '../bot/buttons.ts'
import type { BotContext } from '../bot/context.ts'
import { dialogueOf, endDialogue, keepDialogue, readDialogue } from '../bot/dialogue.ts'
import type { Outgoing } from '../bot/outbox.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/database.ts'
import { municipalityOf } from './municipalities.ts'
import {
  answered,
  beginChange,
  beginRegistration,
  profileOf,
  type Registration,
  readEmail,
  readName,
  registrationForm,
  STEPS,
  type Step,
  stepBack,
} from './registration-rules.ts'
import { questionMessage } from './registration-texts.ts'
import { COUNCIL_ROLES, EXPERIENCES, type Profile } from './rules.ts'
import { changeProfile, saveProfile } from './store.ts'
import { lineMessage, say } from './texts.ts'

const REGISTRATION = 'registration'

type Parts = {
  db: Db
  clock: Clock
  /** Goes on with what somebody wanted when they were asked who they are: `wanted` in the words of the feature that asked. */
  carryOn: (db: Db, ctx: BotContext, wanted: string) => Promise<Outgoing[]>
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
  const left = await readRegistration(db, ctx)
  const registration = left && !left.change ? { ...left, wanted } : beginRegistration(ctx.person.profile, wanted)
  return keepAndAsk(db, ctx, registration, now)
}

/** Asks for one answer anew; `null` for somebody who has told nothing yet. To be called in `turn.finish`. */
export async function askForChange(
  db: Db,
  ctx: BotContext,
  step: Exclude<Step, 'consent'>,
  now: Temporal.Instant,
): Promise<Outgoing | null> {
  const { profile } = ctx.person
  return profile ? keepAndAsk(db, ctx, beginChange(profile, step), now) : null
}

async function readRegistration(db: Db, ctx: BotContext): Promise<Registration | null> {
  const kept = registrationForm.safeParse((await readDialogue(db, ctx.turn.chatId, REGISTRATION))?.data)
  return kept.success ? kept.data : null
}

async function keepAndAsk(
  db: Db,
  ctx: BotContext,
  registration: Registration,
  now: Temporal.Instant,
  refused: string | null = null,
): Promise<Outgoing> {
  await keepDialogue(db, ctx.turn.chatId, { kind: REGISTRATION, data: registration }, now)
  return questionMessage(readerOf(ctx), registration, refused)
}

const readerOf = (ctx: BotContext) => ({ chatId: ctx.turn.chatId, locale: ctx.locale, name: ctx.person.name })

/** Who somebody is, asked step by step. Texts that are no answer to the step (commands, questions) pass on. */
export function installRegistration(bot: Composer<BotContext>, parts: Parts): void {
  bot.on('message:text', async (ctx, next) => {
    const registration = dialogueOf(ctx, REGISTRATION, registrationForm)
    const text = ctx.message.text
    if (!registration || text.startsWith('/') || /\?\s*$/.test(text)) return next()
    const reading = readAnswer(registration, text)
    if (reading === 'no-text-asked') return next()
    await ctx.turn.finish((db) =>
      typeof reading === 'string'
        ? askAgain(db, ctx, parts, registration, reading)
        : takeAnswer(db, ctx, parts, reading),
    )
  })
  bot.callbackQuery(/^reg:/, async (ctx, next) => {
    const data = pressed.safeParse(ctx.callbackQuery.data.split(':').slice(1))
    if (!data.success) return next()
    const registration = await readRegistration(parts.db, ctx)
    if (!registration) return ctx.toast(say(ctx.locale)('registration-is-over'))
    if (!fits(registration, data.data)) return ctx.toast(say(ctx.locale)('step-is-past'))
    await ctx.turn.finish(async (db) => {
      const [first, ...rest] = await press(db, ctx, parts, registration, data.data)
      return first ? [inPlace(ctx, first), ...rest] : rest
    })
  })
}

/** What a written answer changes; the sentence that refuses it; or that the step waits for a button. */
function readAnswer(registration: Registration, text: string): Registration | string {
  switch (registration.step) {
    case 'name': {
      const result = readName(text)
      return result.kind === 'name' ? answered(registration, { fullName: result.name }) : result.reason
    }
    case 'municipality':
      return { ...registration, search: { text, page: 0 } }
    case 'email': {
      const email = readEmail(text)
      return email === null ? 'email-wrong' : answered(registration, { email })
    }
    default:
      return 'no-text-asked'
  }
}

async function askAgain(db: Db, ctx: BotContext, { clock }: Parts, registration: Registration, refused: string) {
  return [await keepAndAsk(db, ctx, registration, clock.now(), refused)]
}

/** Goes on to the next question; an answer that was only to be mended is saved at once. */
async function takeAnswer(db: Db, ctx: BotContext, parts: Parts, registration: Registration): Promise<Outgoing[]> {
  if (!registration.change || registration.search !== null)
    return [await keepAndAsk(db, ctx, registration, parts.clock.now())]
  const profile = profileOf(registration)!
  await changeProfile(db, ctx.person.id, profile)
  return close(db, ctx, profile, async () => [parts.changed(ctx, registration.step)])
}

async function close(db: Db, ctx: BotContext, profile: Profile, said: () => Promise<Outgoing[]>): Promise<Outgoing[]> {
  await endDialogue(db, ctx.turn.chatId, REGISTRATION)
  ctx.person = { ...ctx.person, profile }
  return said()
}

const pressed = z.union([
  z.tuple([z.literal('name')]),
  z.tuple([z.literal('municipality'), z.string().refine((code) => municipalityOf(code) !== undefined)]),
  z.tuple([z.literal('page'), z.coerce.number().int().min(0).max(99)]),
  z.tuple([z.literal('role'), z.enum(COUNCIL_ROLES)]),
  z.tuple([z.literal('email'), z.enum(['keep', 'skip'])]),
  z.tuple([z.literal('experience'), z.enum(EXPERIENCES)]),
  z.tuple([z.literal('consent'), z.enum(['yes', 'no'])]),
  z.tuple([z.literal('back'), z.enum(STEPS)]),
  z.tuple([z.literal('cancel')]),
])
type Pressed = z.infer<typeof pressed>

/** Whether a button belongs to the question that is open; those of earlier messages do not. */
function fits(registration: Registration, [what, value]: Pressed): boolean {
  switch (what) {
    case 'cancel':
      return true
    case 'back':
      return registration.step === value
    case 'page':
      return registration.step === 'municipality' && registration.search !== null
    default:
      return registration.step === what
  }
}

async function press(
  db: Db,
  ctx: BotContext,
  parts: Parts,
  registration: Registration,
  [what, value]: Pressed,
): Promise<Outgoing[]> {
  const take = (next: Registration) => takeAnswer(db, ctx, parts, next)
  const goTo = async (next: Registration) => [await keepAndAsk(db, ctx, next, parts.clock.now())]
  switch (what) {
    case 'name': {
      const known = [registration.answers.fullName ?? '', ctx.person.name].map(readName)
      const result = known.find((one) => one.kind === 'name')
      return result ? take(answered(registration, { fullName: result.name })) : goTo(registration)
    }
    case 'municipality':
      return take(answered(registration, { municipalityCode: value }))
    case 'page':
      return goTo({ ...registration, search: registration.search && { ...registration.search, page: value } })
    case 'role':
      return take(answered(registration, { councilRole: value }))
    case 'email':
      return take(answered(registration, value === 'keep' ? {} : { email: null }))
    case 'experience':
      return take(answered(registration, { experience: value }))
    case 'consent':
      return value === 'yes' ? register(db, ctx, parts, registration) : leave(db, ctx, 'no-consent')
    case 'back':
      return goTo(stepBack(registration))
    case 'cancel':
      return leave(db, ctx, 'cancelled')
  }
}

async function register(db: Db, ctx: BotContext, parts: Parts, registration: Registration): Promise<Outgoing[]> {
  const profile = profileOf(registration)
  if (!profile) return [await keepAndAsk(db, ctx, beginRegistration(null, registration.wanted), parts.clock.now())]
  await saveProfile(db, ctx.person.id, profile, parts.clock.now())
  return close(db, ctx, profile, async () => [
    lineMessage(ctx.turn.chatId, ctx.locale, 'registered'),
    ...(registration.wanted === null ? [] : await parts.carryOn(db, ctx, registration.wanted)),
  ])
}

async function leave(db: Db, ctx: BotContext, sentence: string): Promise<Outgoing[]> {
  await endDialogue(db, ctx.turn.chatId, REGISTRATION)
  return [lineMessage(ctx.turn.chatId, ctx.locale, sentence)]
}
