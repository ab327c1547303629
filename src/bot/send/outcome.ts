import { GrammyError, HttpError } from 'grammy'
import { codeOf, messageOf } from '../../platform/errors.ts'
import { NoApiAnswer } from '../api-answer.ts'
import { isUnknownMethod } from '../known-methods.ts'
import { refusalIsAbout } from './refusal.ts'

/** How sending one row ended. `sent` counts the parts that have left when it went in several. */
export type Outcome =
  /** `lacks`: a part in the middle was refused in every form, or the words went without their file. `pollId`: it went as a poll. */
  | { kind: 'sent'; messageId: number | null; lacks?: 'part' | 'file'; pollId?: string }
  /** Telegram did not take it, and later it may. `waitSeconds` is set when Telegram said how long everyone must wait. */
  | { kind: 'later'; reason: string; waitSeconds?: number; sent?: number }
  /** Telegram refused it for good. */
  | { kind: 'refused'; reason: string; unreachable: boolean; topicGone?: true }
  /** The group is a supergroup now, under another number. */
  | { kind: 'moved'; reason: string; to: number }
  /** Not sent, since there is nothing to say any more. */
  | { kind: 'dropped'; reason: string }
  /** The connection broke after the message left, so it may have arrived. */
  | { kind: 'unknown'; reason: string }

/** What a call that failed comes to. `changes`: it changed a message, which shows only once however often it is done. */
export function outcomeOf(error: unknown, { changes }: { changes: boolean }): Outcome {
  if (error instanceof GrammyError) return refusedBy(error)
  const cause = error instanceof HttpError ? error.error : error
  const reason = codeOf(cause) ?? messageOf(cause)
  return neverArrived(cause) || changes ? { kind: 'later', reason } : { kind: 'unknown', reason }
}

/** Errors of a network that never carried the request to Telegram. */
const NOT_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_FAIL',
  'ENETDOWN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

function neverArrived(cause: unknown): boolean {
  if (cause instanceof NoApiAnswer) return !cause.reached
  const code = codeOf(cause)
  return code !== null && NOT_CONNECTED.has(code)
}

function refusedBy(error: GrammyError): Outcome {
  const reason = `${error.error_code} ${error.description}`
  if (error.error_code === 429) return { kind: 'later', reason, waitSeconds: error.parameters.retry_after ?? 1 }
  if (error.error_code >= 500) return { kind: 'later', reason }
  if (error.error_code === 401 || error.error_code === 404) return { kind: 'later', reason }
  const { migrate_to_chat_id: to } = error.parameters
  if (to !== undefined) return { kind: 'moved', reason, to }
  if (error.error_code === 403) return { kind: 'refused', reason, unreachable: true }
  const about = refusalIsAbout(error)
  return about === 'nothing-new'
    ? { kind: 'sent', messageId: null }
    : { kind: 'refused', reason, unreachable: about === 'person', ...(about === 'topic' ? { topicGone: true } : {}) }
}

/** Whether a plainer form may do: the form was refused (400; others are about the chat or the message), or the server has no such method. `insist`: also where Telegram itself fails (5xx), as it did before. */
export function plainerMayDo(error: unknown, insist = false): boolean {
  if (!(error instanceof GrammyError)) return false
  if (insist && error.error_code >= 500) return true
  if (error.parameters.migrate_to_chat_id !== undefined) return false
  return isUnknownMethod(error) || (error.error_code === 400 && refusalIsAbout(error) === 'form')
}

/** Whether a file cannot go this way whenever it is tried: the server takes none, or (`insist`: again and again) it or a proxy before it fails over this one. */
export function takesNoFile(error: unknown, insist = false): boolean {
  if (error instanceof GrammyError) return isUnknownMethod(error) || (insist && error.error_code >= 500)
  return insist && error instanceof HttpError && error.error instanceof NoApiAnswer && !error.error.reached
}
