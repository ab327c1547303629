import type { Locale } from '../../language/locale.ts'
import type { Contact } from '../../people/entered/rules.ts'
import type { MoveResult, RemoveResult } from '../line/by-staff.ts'
import type { StaffRefusal } from '../line/decision.ts'
import type { AddResult, ApproveResult } from '../line/enter.ts'
import type { UndoResult } from '../line/undo.ts'
import { isHeld } from '../session/quiet.ts'
import type { MessageResult } from './actions.ts'
import { contactText, shortStatus, statusText } from './roll/status-texts.ts'
import { say } from './texts.ts'

/** What staff did about one person, and what came of it. */
export type Acted =
  | { act: 'approve'; result: ApproveResult }
  | { act: 'add'; result: AddResult }
  | { act: 'remove' | 'decline'; result: RemoveResult }
  | { act: 'move'; result: MoveResult }
  | { act: 'message'; result: MessageResult }
  | { act: 'undo'; result: UndoResult & { untold?: true } }

/** Of whoever has no Telegram, `call` says how they are reached: nothing was sent to them. */
export function actedText(
  locale: Locale,
  { name, call = null }: { name: string; call?: Contact | null | undefined },
  acted: Acted,
  now: Temporal.Instant,
): string {
  const done = doneText(locale, name, acted)
  const { result } = acted
  if (!TOLD.has(result.kind)) return done
  const t = say(locale)
  const waits = 'session' in result && isHeld(result.session, now)
  if ('untold' in result) return `${done} ${t('done-untold')}`
  if (result.kind === 'sent') return waits ? `${done} ${t('told-in-the-morning')}` : done
  if (call) return `${done} ${t('done-to-call', { contact: contactText(locale, call) })}`
  return `${done} ${waits ? t('told-in-the-morning') : t('done-told')}`
}

/** What whoever it concerns is told of. */
const TOLD: ReadonlySet<Acted['result']['kind']> = new Set([
  'confirmed',
  'waitlisted',
  'removed',
  'moved',
  'undone',
  'sent',
] as const)

function doneText(locale: Locale, name: string, acted: Acted): string {
  switch (acted.act) {
    case 'approve':
      return approvedText(locale, name, acted.result)
    case 'add':
      return addedText(locale, name, acted.result)
    case 'remove':
    case 'decline':
      return removedText(locale, name, acted.act, acted.result)
    case 'move':
      return movedText(locale, name, acted.result)
    case 'message':
      return writtenText(locale, name, acted.result)
    case 'undo':
      return undoneText(locale, name, acted.result)
  }
}

function approvedText(locale: Locale, name: string, result: ApproveResult): string {
  const t = say(locale)
  switch (result.kind) {
    case 'confirmed':
      return t('done-approved-confirmed', { name })
    case 'waitlisted':
      return t('done-approved-waitlisted', { name, position: result.position })
    case 'not-requested':
      return t('not-requested', { status: shortStatus(locale, result.status) })
    default:
      return refusalText(locale, result)
  }
}

function addedText(locale: Locale, name: string, result: AddResult): string {
  const t = say(locale)
  switch (result.kind) {
    case 'confirmed':
      return t('done-added-confirmed', { name })
    case 'waitlisted':
      return t('done-added-waitlisted', { name, position: result.position })
    case 'already-signed-up':
      return t('already-signed-up', { name, status: statusText(locale, result.signUp) })
    case 'profile-incomplete':
      return t('profile-incomplete', { name })
    default:
      return refusalText(locale, result)
  }
}

function removedText(locale: Locale, name: string, act: 'remove' | 'decline', result: RemoveResult): string {
  const t = say(locale)
  switch (result.kind) {
    case 'removed':
      return t(act === 'remove' ? 'done-removed' : 'done-declined', { name })
    case 'not-signed-up':
      return t('not-signed-up', { status: shortStatus(locale, result.status) })
    default:
      return refusalText(locale, result)
  }
}

function movedText(locale: Locale, name: string, result: MoveResult): string {
  const t = say(locale)
  switch (result.kind) {
    case 'moved':
      return result.position === null
        ? t('done-moved-offered', { name })
        : t('done-moved', { name, position: result.position })
    case 'nobody-moved':
      return t('nobody-moved', { name, position: result.position })
    case 'not-in-line':
      return t('not-in-line', { status: shortStatus(locale, result.status) })
    default:
      return refusalText(locale, result)
  }
}

function writtenText(locale: Locale, name: string, result: MessageResult): string {
  const t = say(locale)
  switch (result.kind) {
    case 'sent':
      return t('done-message', { name })
    case 'unreachable':
      return t('no-person')
    case 'unknown':
      return t('sign-up-unknown')
  }
}

function undoneText(locale: Locale, name: string, result: UndoResult): string {
  const t = say(locale)
  switch (result.kind) {
    case 'undone':
      return result.passedOn
        ? t('done-undone-passed-on', { name })
        : t('done-undone', { name, status: statusText(locale, result.signUp) })
    case 'not-undoable':
      return t('not-undoable')
    default:
      return refusalText(locale, result)
  }
}

function refusalText(locale: Locale, refusal: StaffRefusal): string {
  const t = say(locale)
  switch (refusal.kind) {
    case 'unknown':
      return t('sign-up-unknown')
    case 'session-cancelled':
      return t('session-cancelled')
    case 'started':
      return t('started')
  }
}
