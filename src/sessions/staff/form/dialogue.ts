import { z } from 'zod'
import { dialogue } from '../../../bot/registry/dialogue.ts'
import { LANGUAGES, type SessionPlan } from '../../session/session.ts'
import { type Answer, answer, type Fault } from './answers.ts'
import { canTakeUsual, type Entry, type Now, nextStep, STEPS, type Step, withUsual } from './entry.ts'

const plan = z.object({
  title: z.string(),
  module: z.string().nullable(),
  description: z.string(),
  starts: z.string(),
  ends: z.string(),
  // Of entries begun before there were days, none is left open.
  days: z.string().nullable().default(null),
  place: z.string(),
  capacity: z.number(),
  municipalityQuota: z.number().nullable(),
  reservedPlaces: z.number(),
  reservedUntil: z.string().nullable(),
  signUpUntil: z.string(),
  cancelUntil: z.string(),
  needsApproval: z.boolean(),
  language: z.enum(LANGUAGES),
}) satisfies z.ZodType<SessionPlan, unknown>

const days = z.object({
  first: z.string(),
  last: z.string(),
  from: z.string().nullable(),
  each: z.array(z.string()).optional(),
})

const planForm = z.object({
  entry: z.object({ plan: plan.partial(), days: days.nullable() }),
  at: z.enum([...STEPS, 'preview', 'fields']),
  editing: z.object({ sessionId: z.number().int(), before: plan }).nullable(),
  /** Deadlines followed the beginning and have not been looked at since. */
  deadlinesMoved: z.boolean(),
  /** The beginning is still that of the session it was copied from. */
  undated: z.boolean().default(false),
  copiedFrom: z.number().int().nullable().default(null),
}) as z.ZodType<PlanDialogue>

/** A session being written down. `at` is what is on the screen; `editing` is the session that is changed, as it was. */
export type PlanDialogue = {
  entry: Entry
  at: Step | 'preview' | 'fields'
  editing: { sessionId: number; before: SessionPlan } | null
  deadlinesMoved: boolean
  undated: boolean
  /** The session whose words it has, and whose questions and reminders it gets. */
  copiedFrom: number | null
}

export const PLAN_DIALOGUE = dialogue('session-plan', planForm, { who: 'trainer', accepts: ['text'] })

export const newPlan: PlanDialogue = {
  entry: { plan: {}, days: null },
  at: 'title',
  editing: null,
  deadlinesMoved: false,
  undated: false,
  copiedFrom: null,
}

/** A new session with the words of another: only its days are asked. */
export function copyOf(plan: SessionPlan, copiedFrom: number): PlanDialogue {
  return { ...newPlan, entry: { plan, days: null }, at: 'when', undated: true, copiedFrom }
}

export function editOf(sessionId: number, before: SessionPlan): PlanDialogue {
  return { ...newPlan, entry: { plan: before, days: null }, at: 'fields', editing: { sessionId, before } }
}

/** What comes after an answer to `step`, which need not be the question that is open: earlier ones may be answered anew. */
export type Advance =
  | { kind: 'next'; dialogue: PlanDialogue }
  | { kind: 'fault'; dialogue: PlanDialogue; fault: Fault }
  | Exclude<Answer, { kind: 'taken' | 'fault' }>

export function advance(dialogue: PlanDialogue, step: Step, text: string, now: Now): Advance {
  if (step === 'hours' && !dialogue.entry.days) return { kind: 'no-answer' }
  const given = answer(dialogue.entry, step, text, now)
  if (given.kind === 'no-answer') return given
  if (given.kind === 'fault') return { kind: 'fault', dialogue: { ...dialogue, at: step }, fault: given.fault }
  return {
    kind: 'next',
    dialogue: {
      ...toNext(dialogue, given.entry),
      deadlinesMoved: deadlinesMoved(dialogue, given.entry),
      undated: dialogue.undated && step !== 'when' && step !== 'hours',
    },
  }
}

function toNext(dialogue: PlanDialogue, entry: Entry): PlanDialogue {
  return { ...dialogue, entry, at: nextStep(entry) ?? 'preview' }
}

function deadlinesMoved({ entry: { plan: before }, deadlinesMoved }: PlanDialogue, { plan }: Entry): boolean {
  const beginningMoved = before.starts !== undefined && before.starts !== plan.starts
  if (beginningMoved) return before.signUpUntil !== plan.signUpUntil || before.cancelUntil !== plan.cancelUntil
  return deadlinesMoved && before.signUpUntil === plan.signUpUntil && before.cancelUntil === plan.cancelUntil
}

/** Whether the rest may be filled in with the usual answers: what has none is answered, the day of a copy too. */
export function offersUsual({ entry, editing, undated }: PlanDialogue): boolean {
  return editing === null && !undated && canTakeUsual(entry)
}

/** The dialogue with the usual answers for all that is still open. */
export function takeUsual(dialogue: PlanDialogue, now: Now): PlanDialogue {
  return { ...dialogue, entry: withUsual(dialogue.entry, now), at: 'preview' }
}

/** The plan when nothing is missing in it. */
export function wholePlan({ entry }: PlanDialogue): SessionPlan | null {
  if (nextStep(entry) !== null) return null
  const whole = plan.safeParse({ reservedUntil: null, ...entry.plan })
  return whole.success ? whole.data : null
}

const id = z.number().int().positive()

const actForm = z.discriminatedUnion('act', [
  z.object({ act: z.literal('cancel'), sessionId: id, reason: z.string().nullable() }),
  z.object({ act: z.enum(['remove', 'decline', 'message']), signUpId: id }),
  z.object({ act: z.literal('move'), signUpId: id, to: z.enum(['first', 'last', 'rule']) }),
  z.object({ act: z.literal('find'), sessionId: id }),
  z.object({ act: z.literal('add'), sessionId: id, personId: id }),
])
export type ActDialogue = z.infer<typeof actForm>

/** What staff are about to do to somebody or to a session, while we wait for their words. */
export const ACT_DIALOGUE = dialogue('session-act', actForm, { who: 'trainer', accepts: ['text'] })

export const LONGEST_REASON = 300
export const LONGEST_MESSAGE = 1_500

/** Words of staff for somebody to read: several lines, no signs that are not seen. */
export function readWords(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim()
}
