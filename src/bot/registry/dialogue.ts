import type { Message } from 'grammy/types'
import type { z } from 'zod'
import type { Db } from '../../platform/database/database.ts'
import type { ChatContext } from '../context.ts'
import { beginDialogue, endDialogue, keepDialogue, readDialogue } from './dialogue-store.ts'

/** What a message may hold for a dialogue to look at it. */
type Part = 'text' | 'contact' | 'document' | 'photo'

/** A message that holds one of `P`. */
export type Holding<P extends Part> = { [One in P]: Message & Required<Pick<Message, One>> }[P]

/**
 * Questions that are answered in words: what is kept of them between two messages (`T`), who may answer (`everyone`, or a
 * role), and which messages are looked at at all. `kind` stands in rows that outlive a new version, as does the form of what is kept.
 */
export type DialogueKind<T, Who extends string, M extends Message> = {
  kind: string
  who: Who
  /** Whether a message may be an answer; commands never are. */
  accepts(message: Message): message is M
  /** What the chat's open dialogue holds, when it is this one; `null` otherwise, and for data of an older form. */
  open(ctx: Pick<ChatContext, 'dialogue'>): T | null
  /** The same for one that may have been left for another. */
  read(db: Db, chatId: number): Promise<T | null>
  /** Begins it anew, whatever was entered in it before. */
  begin(db: Db, chatId: number, data: T, now: Temporal.Instant): Promise<void>
  /** Begins it or keeps its next state; it becomes the one that is open. */
  keep(db: Db, chatId: number, data: T, now: Temporal.Instant): Promise<void>
  end(db: Db, chatId: number): Promise<void>
}

export function dialogue<T, const Who extends string>(
  kind: string,
  form: z.ZodType<T>,
  how: { who: Who; accepts: 'anything' },
): DialogueKind<T, Who, Message>
export function dialogue<T, const Who extends string, const P extends Part>(
  kind: string,
  form: z.ZodType<T>,
  how: { who: Who; accepts: readonly P[] },
): DialogueKind<T, Who, Holding<P>>
export function dialogue<T, Who extends string>(
  kind: string,
  form: z.ZodType<T>,
  { who, accepts }: { who: Who; accepts: 'anything' | readonly Part[] },
): DialogueKind<T, Who, Message> {
  const formed = (data: unknown) => form.safeParse(data).data ?? null
  return {
    kind,
    who,
    accepts: (message): message is Message =>
      accepts === 'anything' || accepts.some((part) => message[part] !== undefined),
    open: ({ dialogue }) => (dialogue?.kind === kind ? formed(dialogue.data) : null),
    read: async (db, chatId) => formed((await readDialogue(db, chatId, kind))?.data),
    begin: (db, chatId, data, now) => beginDialogue(db, chatId, { kind, data }, now),
    keep: (db, chatId, data, now) => keepDialogue(db, chatId, { kind, data }, now),
    end: (db, chatId) => endDialogue(db, chatId, kind),
  }
}
