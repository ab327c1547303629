import { blocksFor } from '../../bot/message/authored.ts'
import { bold, paragraph } from '../../bot/message/rich.ts'
import { loadTexts, type Plain } from '../../bot/message/texts.ts'
import { lineOf, type To } from '../../bot/message/to.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import type { Session } from '../session/session.ts'
import { titleOf } from '../session/texts.ts'
import type { Texts } from './texts.types.ts'

export const say = loadTexts<Texts>(import.meta.url)
export type PlainSentence = Plain<Texts>

export const sentenceMessage = lineOf(say)

/** The programme as people get it: the words of its author under its name, and the file. */
export function programmeMessage({ chatId, locale }: To, session: Session): Outgoing {
  const { programme } = session
  if (programme === null) return sentenceMessage({ chatId, locale }, 'none')
  const title = say(locale)('title', { title: titleOf(locale, session) })
  return {
    chatId,
    content: [paragraph(bold(title)), ...blocksFor(locale, programme)],
    ...(programme.file ? { file: programme.file } : {}),
  }
}
