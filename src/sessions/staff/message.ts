import { paragraph, tappable } from '../../bot/message/rich.ts'
import type { Values } from '../../bot/message/texts.ts'
import { placed, type To } from '../../bot/message/to.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import { shortenedTo } from '../../language/letters.ts'
import { type Sentence, say } from './texts.ts'
import type { Texts } from './texts.types.ts'

/** One of our sentences. */
export function sentenceMessage<Id extends Sentence>(to: To, id: Id, ...values: Values<Texts, Id>): Outgoing {
  const text = say(to.locale)(id, ...values)
  // What people wrote is never made to be tapped.
  const isOurs = Object.values(values[0] ?? {}).every((value) => typeof value === 'number')
  return { ...placed(to), content: [paragraph(isOurs ? tappable(text) : text)] }
}

/** Longest label of a button that still reads on a phone. */
const BUTTON_LENGTH = 44

export function shortened(text: string): string {
  return shortenedTo(text, BUTTON_LENGTH)
}
