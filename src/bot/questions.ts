import type { MiddlewareFn } from 'grammy'
import type { ChatContext } from './context.ts'
import { replyKey, type Turn } from './receive/turn.ts'
import type { Asked } from './registry/asked.ts'
import { noteAsked } from './registry/dialogue-store.ts'
import type { Table } from './registry/table.ts'
import { type Outgoing, rowsOf } from './send/outbox.ts'

/**
 * Notes at the end of a turn which messages ask the last question of a dialogue: those that bring its buttons. Whatever
 * stood under earlier ones does nothing any more.
 */
export function noteQuestions<C extends ChatContext>({ dialogueOf }: Pick<Table<C>, 'dialogueOf'>): MiddlewareFn<C> {
  return (ctx, next) => {
    const { turn } = ctx
    const after = ctx.msg?.message_id ?? 0
    const asked = (messages: readonly Outgoing[]) => questionsIn(messages, { turn, after, dialogueOf })
    const finish: Turn['finish'] = (work) =>
      turn.finish(async (db) => {
        const messages = await work(db)
        const questions = asked(messages)
        if (questions.size > 0) await noteAsked(db, turn.chatId, questions)
        return messages
      })
    const say: Turn['say'] = async (messages) =>
      asked(messages).size === 0 ? turn.say(messages) : void (await finish(async () => [...messages]))
    ctx.turn = { ...turn, finish, say }
    return next()
  }
}

/** Where the questions among the messages of a turn stand, by the dialogue that asks them. */
export function questionsIn(
  messages: readonly Outgoing[],
  {
    turn,
    after,
    dialogueOf,
  }: { turn: Pick<Turn, 'updateId' | 'chatId'>; after: number } & Pick<Table<never>, 'dialogueOf'>,
): Map<string, Asked> {
  const found = new Map<string, Asked>()
  for (const [i, message] of messages.entries()) {
    if (message.chatId !== turn.chatId) continue
    for (const data of dataOf(message)) {
      const kind = dialogueOf(data)
      if (kind === null) continue
      const asked = found.get(kind) ?? { update: turn.updateId, after, edited: [], keys: [], data: [] }
      asked.data.push(data)
      found.set(kind, standingUnder(asked, message, replyKey(turn.updateId, i)))
    }
  }
  return found
}

function standingUnder(asked: Asked, message: Outgoing, key: string): Asked {
  if (message.edits !== undefined) return { ...asked, edited: [...new Set([...asked.edited, message.edits])] }
  // The buttons stand under the last part of what is too long for one message.
  const last = rowsOf({ message, key, request: null }).at(-1)?.key ?? key
  return { ...asked, keys: [...new Set([...asked.keys, last])] }
}

function dataOf({ buttons = [] }: Outgoing): string[] {
  return buttons.flat().flatMap((button) => ('callback_data' in button ? [button.callback_data] : []))
}
