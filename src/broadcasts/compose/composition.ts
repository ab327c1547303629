import { z } from 'zod'
import { type Audience, audienceForm, type BroadcastContent, contentForm } from '../rules.ts'

export const DRAFT_DIALOGUE = 'broadcast'

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
export type Step = (typeof STEPS)[number]

/** A broadcast being prepared: what was entered so far, and what is asked now. */
export type Draft = {
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
}

export const draftForm: z.ZodType<Draft> = z.object({
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
})

export function newDraft(audiences: Audience[] = [], content: BroadcastContent | null = null): Draft {
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

/** Telegram's own programs cut a long text into messages that follow one another at once. */
const REST_FOLLOWS_SECONDS = 3

/** Whether a message is the rest of one that was turned down as too long; `date` is in Unix seconds. */
export function isRestOfTooLong({ tooLongAt }: Draft, { text, date }: { text?: string; date: number }): boolean {
  return text !== undefined && tooLongAt !== null && date - tooLongAt <= REST_FOLLOWS_SECONDS
}

/** The draft with one more audience, each kept once; what comes next is the message, or the preview when it is written. */
export function withAudience(draft: Draft, audience: Audience): Draft {
  const known = draft.audiences.some((one) => JSON.stringify(one) === JSON.stringify(audience))
  const audiences = known ? draft.audiences : [...draft.audiences, audience]
  return { ...draft, audiences, codes: [], sessionId: null, step: 'audience' }
}

/** After whom it is for: the message, or the preview when that is written already. */
export function afterAudience(draft: Draft): Draft {
  return { ...draft, step: draft.content ? 'preview' : 'content' }
}

/** After the message: whether a button stands under it, unless that was decided before. */
export function withContent(draft: Draft, content: Omit<BroadcastContent, 'button'>): Draft {
  return {
    ...draft,
    content: { ...content, button: draft.content?.button ?? null },
    tooLongAt: null,
    step: draft.content ? 'preview' : 'button',
  }
}

export function withButton(draft: Draft, button: BroadcastContent['button']): Draft {
  return draft.content ? { ...draft, content: { ...draft.content, button }, step: 'preview' } : draft
}

/** Whether the step waits for such a message; at the others it is a question like any other, or material. */
export function waitsFor({ step }: Draft, message: { text?: string }): boolean {
  if (step === 'content') return true
  return message.text !== undefined && ['municipalities', 'topic', 'question', 'time'].includes(step)
}

/** What a button makes of the draft alone; `null` for those that do more. */
export function pressed(draft: Draft, what: string, argument: string): Draft | null {
  const sessionId = Number(argument)
  switch (what) {
    case 'open':
      return draft
    case 'audience':
      return pickAudience(draft, argument)
    case 'session':
    case 'for':
      return { ...draft, step: 'who', sessionId }
    case 'who':
      return draft.sessionId !== null && isWho(argument)
        ? withAudience(draft, { kind: 'session', sessionId: draft.sessionId, who: argument })
        : null
    case 'code':
      return { ...draft, step: 'municipalities', codes: [...new Set([...draft.codes, argument])] }
    case 'next':
      if (draft.step === 'municipalities' && draft.codes.length > 0)
        return withAudience(draft, { kind: 'municipalities', codes: draft.codes })
      return draft.audiences.length > 0 ? afterAudience(draft) : null
    case 'back':
      return { ...draft, step: draft.content ? 'button' : 'audience' }
    case 'button-none':
      return withButton(draft, null)
    case 'button-to-session':
      return { ...draft, step: 'button-session' }
    case 'button-to-question':
      return { ...draft, step: 'question' }
    case 'edit-text':
      return { ...draft, step: 'content' }
    case 'edit-audience':
      return { ...draft, step: 'audience', audiences: [] }
    case 'send-later':
      return draft.content ? { ...draft, step: 'time', insists: false } : null
    default:
      return null
  }
}

const isWho = (text: string): text is 'confirmed' | 'line' | 'all' => ['confirmed', 'line', 'all'].includes(text)

function pickAudience(draft: Draft, kind: string): Draft | null {
  switch (kind) {
    case 'session':
      return { ...draft, step: 'session' }
    case 'municipalities':
      return { ...draft, step: 'municipalities', codes: [] }
    case 'unanswered':
      return { ...draft, step: 'topic' }
    case 'everyone':
    case 'never-attended':
      return withAudience(draft, { kind })
    default:
      return null
  }
}
