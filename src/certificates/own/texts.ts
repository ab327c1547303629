import type { InlineKeyboardButton } from 'grammy/types'
import { type Block, footer, heading, list, paragraph, tappable } from '../../bot/message/rich.ts'
import { lineOf, type To } from '../../bot/message/to.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import { shortenedTo } from '../../language/letters.ts'
import { LOCALES, type Locale, shownTo } from '../../language/locale.ts'
import type { Entered } from '../../people/entered/store.ts'
import { GET_CERTIFICATE } from '../buttons.ts'
import { shownNumber } from '../number.ts'
import type { Certificate } from '../store.ts'
import { type PlainSentence, say } from '../texts.ts'

/** One sentence of ours. */
export const lineMessage = lineOf(say)

/** What stands above one's paper when it comes. */
export function arrivedBlocks(locale: Locale, { stated, number, isReplacement }: Certificate): Block[] {
  const t = say(locale)
  const values = { title: shownTo(locale, stated.title), number: number === null ? '' : shownNumber(locale, number) }
  return [
    paragraph(t(isReplacement ? 'certificate-replaced-arrived' : 'certificate-arrived', values)),
    footer(tappable(t('certificate-how'))),
  ]
}

/** What whoever gave it reads over the paper of somebody without Telegram. */
export function handedBlocks(locale: Locale, { stated }: Certificate, { name, phone, email }: Entered): Block[] {
  const about = { name: shownTo(locale, name), title: shownTo(locale, stated.title) }
  const contact = [phone, email].filter((one) => one !== null).join(', ')
  return [paragraph(say(locale)('certificate-handed', about)), ...(contact === '' ? [] : [paragraph(contact)])]
}

export function handedRevokedBlocks(locale: Locale, { name }: Entered): Block[] {
  return [paragraph(say(locale)('certificate-handed-revoked', { name: shownTo(locale, name) }))]
}

/** What whoever had one reads when it was revoked. */
export function revokedBlocks(locale: Locale, { stated, reason, barred }: Certificate): Block[] {
  const t = say(locale)
  const why = barred && reason !== null ? t('certificate-revoked-reason', { reason: shownTo(locale, reason) }) : null
  return [
    paragraph(t('certificate-revoked-told', { title: shownTo(locale, stated.title) })),
    paragraph(why ?? t('certificate-revoked-attendance')),
  ]
}

export const IN: Record<Locale, PlainSentence> = {
  'sr-Cyrl': 'button-in-cyrillic',
  'sr-Latn': 'button-in-latin',
  en: 'button-in-english',
}

/** The same paper in the other languages and scripts. */
export function otherLanguages(locale: Locale, id: number, shown: Locale = locale): InlineKeyboardButton[][] {
  const others = LOCALES.filter((one) => one !== shown)
  return [others.map((one) => GET_CERTIFICATE.labelled(say(locale)(IN[one]), id, one))]
}

/** Longest label of a button that still reads on a phone. */
const LABEL = 48

/** One's certificates, each to be had by a tap. */
export function mineMessage({ chatId, locale }: To, certificates: readonly Certificate[]): Outgoing {
  const t = say(locale)
  if (certificates.length === 0) return lineMessage({ chatId, locale }, 'mine-none')
  const valid = certificates.filter(({ state }) => state === 'valid')
  const revoked = certificates.filter(({ state }) => state === 'revoked')
  const titleOf = ({ stated }: Certificate) => shownTo(locale, stated.title)
  return {
    chatId,
    content: [
      heading(t('mine-title'), 4),
      ...(valid.length > 0 ? [paragraph(t('mine-pick'))] : []),
      ...(revoked.length > 0 ? [list(revoked.map((one) => t('mine-line-revoked', { title: titleOf(one) })))] : []),
      footer(t('mine-wrong-name')),
    ],
    buttons: valid.map((one) => [GET_CERTIFICATE.labelled(shortenedTo(titleOf(one), LABEL), one.id, locale)]),
  }
}
