import { z } from 'zod'

/**
 * The buttons of a dialogue's last question: what is behind them (`data`), the messages that were changed into it (`edited`)
 * and the outbox keys of those that were sent (`keys`), in answer to a message with the number `after`, in the turn of
 * `update`.
 */
export const askedForm = z.object({
  update: z.number(),
  after: z.number(),
  edited: z.array(z.number()),
  keys: z.array(z.string()),
  data: z.array(z.string()),
})
export type Asked = z.infer<typeof askedForm>

/** A dialogue that somebody is in the middle of; `shown` are the numbers of those sent messages that are known by now. */
export type OpenDialogue = {
  kind: string
  data: unknown
  answers: number
  asked: Asked | null
  shown: readonly number[]
}

/**
 * Whether a pressed button belongs to the last question: a message that answered has no live buttons any more, and one
 * that was changed has those alone that it shows now. The number of a message that has just left may not be known yet;
 * then whatever is newer than the answer is taken for it, since Telegram numbers the messages of a chat upwards.
 */
export function isLive(
  { asked, shown }: Pick<OpenDialogue, 'asked' | 'shown'>,
  pressed: { messageId: number; data: string },
): boolean {
  if (!asked) return true
  return asked.data.includes(pressed.data) && standsUnder({ asked, shown }, pressed.messageId)
}

/** Whether a message may be the last question. */
export function standsUnder({ asked, shown }: Pick<OpenDialogue, 'asked' | 'shown'>, messageId: number): boolean {
  if (!asked || asked.edited.includes(messageId) || shown.includes(messageId)) return true
  return shown.length < asked.keys.length && messageId > asked.after
}

/** From so many answers on, giving up is asked about. */
const ANSWERS_TO_LOSE = 2

/** Whether somebody who gives up would lose what took them some time to enter. */
export function hasMuchToLose({ answers }: Pick<OpenDialogue, 'answers'>): boolean {
  return answers >= ANSWERS_TO_LOSE
}
