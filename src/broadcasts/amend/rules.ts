import type { Broadcast, BroadcastContent, Counts } from '../rules.ts'

/** What is done to a broadcast that people have already. */
export type ChangeKind = 'corrected' | 'withdrawn'

/** The latest change of a broadcast; `result` is `null` while copies are still being changed. */
export type Change = {
  version: number
  kind: ChangeKind
  /** `null`: their data were erased. */
  authorId: number | null
  result: ChangeCounts | null
}

/** What became of the copies that people had. */
export type ChangeCounts = {
  left: number
  done: number
  /** It could not be deleted, and says now that it was taken back. */
  replaced: number
  /** They blocked the bot. */
  blocked: number
  /** Telegram refused it, or the person had deleted the message. */
  refused: number
  /** Nobody knows whether they have a copy, or which message it is. */
  unknown: number
}

export const NOTHING_CHANGED: ChangeCounts = { left: 0, done: 0, replaced: 0, blocked: 0, refused: 0, unknown: 0 }

/** Whether a broadcast may still be changed: what was taken back is gone for good. */
export function mayChange(latest: Pick<Change, 'kind'> | null): boolean {
  return latest?.kind !== 'withdrawn'
}

/** Whether somebody may have a copy: then it is corrected or taken back. */
export function isWithPeople({ startedAt }: Pick<Broadcast, 'startedAt'>, { sent, unknown, waiting }: Counts): boolean {
  return startedAt !== null && sent + unknown + waiting > 0
}

/** The words in place of the earlier ones: what stands beside them (a file, a button) stays, since Telegram changes only words everywhere. */
export function correctedContent(
  before: BroadcastContent,
  words: Pick<BroadcastContent, 'text' | 'entities'>,
): BroadcastContent {
  return { ...before, text: words.text, entities: words.entities }
}
