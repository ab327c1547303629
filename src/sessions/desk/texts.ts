import type { InlineKeyboardButton } from 'grammy/types'
import { type Block, bold, footer, paragraph, quotation, tappable } from '../../bot/message/rich.ts'
import { loadTexts } from '../../bot/message/texts.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import { momentFor } from '../../language/dates.ts'
import { type Locale, shownTo } from '../../language/locale.ts'
import { municipalityLabel } from '../../people/registration/texts.ts'
import { MESSAGE, PERSON, VIEW } from '../buttons.ts'
import type { Session } from '../session/session.ts'
import { type Reader, titleLabel, titleOf } from '../session/texts.ts'
import type { Matter } from './matters.ts'
import type { Texts } from './texts.types.ts'

const say = loadTexts<Texts>(import.meta.url)

/** A matter as whoever is in charge reads it; `name` is of whom it is about, `null` once their data are erased. */
export function matterMessage(
  { chatId, locale }: Reader,
  { session, matter, name }: { session: Session; matter: Matter; name: string | null },
): Outgoing {
  return {
    chatId,
    content: contentOf(locale, { session, matter, name }),
    buttons: buttonsOf(locale, session, matter),
  }
}

function contentOf(
  locale: Locale,
  { session, matter, name }: { session: Session; matter: Matter; name: string | null },
): Block[] {
  const t = say(locale)
  const title = titleOf(locale, session)
  if (matter.kind === 'empty-seat') {
    const when = momentFor(locale, session.starts.toPlainDateTime())
    return [
      paragraph(bold(t('matter-empty-seat', { title, free: matter.free }))),
      paragraph(t('matter-starts', { when })),
    ]
  }
  const about = {
    name: name === null ? t('matter-somebody') : shownTo(locale, name),
    municipality: municipalityLabel(locale, matter.municipality),
    title,
  }
  switch (matter.kind) {
    case 'approval':
      return [paragraph(bold(t('matter-approval', about))), footer(tappable(t('matter-approval-more')))]
    case 'late-cancel':
      return [paragraph(bold(t('matter-late-cancel', about))), paragraph(t('matter-reason', { reason: matter.reason }))]
    case 'word':
      return [
        paragraph(bold(t('matter-word', about))),
        quotation([paragraph(matter.text)]),
        footer(t('matter-word-how')),
      ]
  }
}

function buttonsOf(locale: Locale, session: Session, matter: Matter): InlineKeyboardButton[][] {
  const t = say(locale)
  if (matter.kind === 'empty-seat') return [[VIEW.labelled(titleLabel(locale, session), session.id)]]
  const person = PERSON.labelled(t('button-person'), matter.signUpId)
  return [matter.kind === 'word' ? [MESSAGE.labelled(t('button-reply'), matter.signUpId), person] : [person]]
}
