import { bold, list, paragraph } from '../../bot/message/rich.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import { municipalityLabel } from '../../people/registration/texts.ts'
import { LEAVE_PLACE, TAKE_PLACE } from '../buttons.ts'
import { sessionButton } from '../line/card-texts.ts'
import { missingMessage } from '../line/sign-up-texts.ts'
import type { SubstituteResult } from '../line/substitute.ts'
import { say } from '../say.ts'
import { factLines, lineMessage, type Reader, titleOf } from '../session/texts.ts'
import type { OpenedLink } from './substitute-actions.ts'

/** A link with a button that lets one choose whom to send it to, with the title of its session. */
export function linkMessage(
  { chatId, locale }: Reader,
  { text, title }: { text: string; title: string },
  url: string,
): Outgoing {
  const share = `https://t.me/share/url?url=${encodeURIComponent(url)}&text=${encodeURIComponent(title)}`
  return {
    chatId,
    content: [paragraph(text), paragraph({ type: 'url', text: url, url })],
    buttons: [[{ text: say(locale)('button-forward'), url: share }]],
  }
}

/** What a colleague's link offers, before they say yes. */
export function openedLinkMessage(to: Reader, opened: OpenedLink, payload: string): Outgoing {
  if (opened.kind !== 'open') return takenMessage(to, opened)
  const t = say(to.locale)
  const municipality = municipalityLabel(to.locale, opened.municipality)
  return {
    chatId: to.chatId,
    content: [
      paragraph(bold(t('take-question', { title: titleOf(to.locale, opened.session) }))),
      list(factLines(to.locale, opened.session)),
      paragraph(t('take-for', { municipality })),
    ],
    buttons: [[TAKE_PLACE.labelled(t('button-take'), payload)], [LEAVE_PLACE.labelled(t('button-take-no'))]],
  }
}

type NotTaken = Exclude<SubstituteResult, { kind: 'took-over' }> | { kind: 'link-used' | 'link-invalid' }

/** Why a colleague's place was not taken over. */
export function takenMessage(to: Reader, result: NotTaken): Outgoing {
  const { locale } = to
  switch (result.kind) {
    case 'link-used':
      return lineMessage(to, 'link-used')
    case 'link-invalid':
      return lineMessage(to, 'link-invalid')
    case 'own-link':
      return lineMessage(to, 'take-own')
    case 'already-has-place':
      return lineMessage(to, 'take-already', { title: titleOf(locale, result.session) })
    case 'other-municipality': {
      const municipality = municipalityLabel(locale, result.municipality)
      return lineMessage(to, 'take-other-municipality', { title: titleOf(locale, result.session), municipality })
    }
    case 'place-gone':
    case 'refused':
      return {
        ...lineMessage(to, 'take-gone', { title: titleOf(locale, result.session) }),
        buttons: [[sessionButton(locale, result.session)]],
      }
    default:
      return missingMessage(to, result)
  }
}
