import { z } from 'zod'
import type { ArgumentsOf } from '../../bot/registry/button.ts'
import { dialogue } from '../../bot/registry/dialogue.ts'
import { type Audience, audienceForm, type BroadcastContent, contentForm } from '../rules.ts'
import type { PICK_AUDIENCE, PICK_WHO, STEPS as STEP_BUTTONS } from './buttons.ts'

const STEPS = [
  'audience',
  'session',
  'who',
  'municipalities',
  'topic',
  'content',
  'button',
  'button-session',
  'question',
  'preview',
  'time',
] as const
type Step = (typeof STEPS)[number]

/** A broadcast being prepared: what was entered so far, and what is asked now. */
export type Composition = {
  step: Step
  audiences: Audience[]
  /** Municipalities picked so far, until they become an audience. */
  codes: string[]
  /** The session whose people are being picked. */
  sessionId: number | null
  content: BroadcastContent | null
  /** When to send: `null` means at once. */
  sendAt: string | null
  insists: boolean
  /** Its author goes on although a session of it is cancelled; wants to reach that many. */
  knowsCancelled: boolean
  isSure: boolean
  /** When a text too long for one message was turned down, in Unix seconds: its rest may follow as a message of its own. */
  tooLongAt: number | null
  /** Goes to the preview without asking for a button. */
  plain?: boolean | undefined
}

const compositionForm: z.ZodType<Composition> = z.object({
  step: z.enum(STEPS),
  audiences: z.array(audienceForm),
  codes: z.array(z.string()),
  sessionId: z.int().nullable(),
  content: contentForm.nullable(),
  sendAt: z.string().nullable(),
  insists: z.boolean(),
  knowsCancelled: z.boolean(),
  isSure: z.boolean(),
  tooLongAt: z.int().nullable(),
  plain: z.boolean().optional(),
})

export const COMPOSE_DIALOGUE = dialogue('broadcast', compositionForm, { who: 'trainer', accepts: 'anything' })

export function newComposition(audiences: Audience[] = [], content: BroadcastContent | null = null): Composition {
  const step = content ? 'preview' : audiences.length > 0 ? 'content' : 'audience'
  return {
    step,
    audiences,
    codes: [],
    sessionId: null,
    content,
    sendAt: null,
    insists: false,
    knowsCancelled: false,
    isSure: false,
    tooLongAt: null,
  }
}

/** A message to those with a place in a session: the words are asked at once, and no button stands under it unless one is added. */
export function toConfirmed(sessionId: number): Composition {
  return { ...newComposition([{ kind: 'session', sessionId, who: 'confirmed' }]), plain: true }
}

/** Telegram's own programs cut a long text into messages that follow one another at once. */
const REST_FOLLOWS_SECONDS = 3

/** Whether a message is the rest of one that was turned down as too long; `date` is in Unix seconds. */
export function isRestOfTooLong({ tooLongAt }: Composition, { text, date }: { text?: string; date: number }): boolean {
  return text !== undefined && tooLongAt !== null && date - tooLongAt <= REST_FOLLOWS_SECONDS
}

/** The composition with one more audience, each kept once; what comes next is the message, or the preview when it is written. */
export function withAudience(composition: Composition, audience: Audience): Composition {
  const known = composition.audiences.some((one) => JSON.stringify(one) === JSON.stringify(audience))
  const audiences = known ? composition.audiences : [...composition.audiences, audience]
  return { ...composition, audiences, codes: [], sessionId: null, step: 'audience' }
}

/** After whom it is for: the message, or the preview when that is written already. */
function afterAudience(composition: Composition): Composition {
  return { ...composition, step: composition.content ? 'preview' : 'content' }
}

/** After the message: whether a button stands under it, unless that was decided before. */
export function withContent(composition: Composition, content: Omit<BroadcastContent, 'button'>): Composition {
  return {
    ...composition,
    content: { ...content, button: composition.content?.button ?? null },
    tooLongAt: null,
    step: composition.content || composition.plain ? 'preview' : 'button',
  }
}

export function withButton(composition: Composition, button: BroadcastContent['button']): Composition {
  return composition.content
    ? { ...composition, content: { ...composition.content, button }, step: 'preview' }
    : composition
}

/** Whether the step waits for such a message; at the others it is a question like any other, or material. */
export function waitsFor({ step }: Composition, message: { text?: string }): boolean {
  if (step === 'content') return true
  return message.text !== undefined && ['municipalities', 'topic', 'question', 'time'].includes(step)
}

/** What a step back or on makes of the composition; `null` when it cannot be taken from here. */
export function stepped(composition: Composition, what: keyof typeof STEP_BUTTONS): Composition | null {
  switch (what) {
    case 'next':
      if (composition.step === 'municipalities' && composition.codes.length > 0)
        return withAudience(composition, { kind: 'municipalities', codes: composition.codes })
      return composition.audiences.length > 0 ? afterAudience(composition) : null
    case 'back':
      return { ...composition, step: composition.content ? 'button' : 'audience' }
    case 'button-none':
      return withButton(composition, null)
    case 'button-to-session':
      return { ...composition, step: 'button-session' }
    case 'button-to-question':
      return { ...composition, step: 'question' }
    case 'edit-text':
      return { ...composition, step: 'content' }
    case 'edit-audience':
      return { ...composition, step: 'audience', audiences: [] }
    case 'send-later':
      return composition.content ? { ...composition, step: 'time', insists: false } : null
  }
}

/** The composition with one more municipality picked, each kept once. */
export function withMunicipality(composition: Composition, code: string): Composition {
  return { ...composition, step: 'municipalities', codes: [...new Set([...composition.codes, code])] }
}

/** The people of a session are picked next. */
export function ofSession(composition: Composition, sessionId: number): Composition {
  return { ...composition, step: 'who', sessionId }
}

/** Which people of the session; `null` when none is being picked. */
export function withWho(composition: Composition, who: ArgumentsOf<typeof PICK_WHO>[0]): Composition | null {
  const { sessionId } = composition
  return sessionId === null ? null : withAudience(composition, { kind: 'session', sessionId, who })
}

export function withKind(composition: Composition, kind: ArgumentsOf<typeof PICK_AUDIENCE>[0]): Composition {
  switch (kind) {
    case 'session':
      return { ...composition, step: 'session' }
    case 'municipalities':
      return { ...composition, step: 'municipalities', codes: [] }
    case 'unanswered':
      return { ...composition, step: 'topic' }
    case 'everyone':
    case 'never-attended':
      return withAudience(composition, { kind })
  }
}
