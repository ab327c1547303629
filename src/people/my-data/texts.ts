import { bold, footer, heading, list, paragraph, tappable } from '../../bot/message/rich.ts'
import type { To } from '../../bot/message/to.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import type { Locale } from '../../language/locale.ts'
import { answerLines, FIELDS, fieldName } from '../registration/texts.ts'
import type { Standing } from '../roles/personal.ts'
import type { Person } from '../rules.ts'
import { type PlainSentence, say } from '../texts.ts'
import { ASK_TO_ERASE, CHANGE, ERASE, KEEP_ALL } from './buttons.ts'

/** What somebody told of themselves, with a button to mend each of it. */
export function profileMessage({ chatId, locale }: To, person: Person, note: PlainSentence | null = null): Outgoing {
  const t = say(locale)
  const { profile } = person
  const noted = note === null ? [] : [paragraph(t(note))]
  if (!profile) {
    const lines = [[`${t('field-telegram')}: `, bold(person.name)]]
    return {
      chatId,
      content: [...noted, heading(t('my-data-title'), 4), list(lines), paragraph(tappable(t('my-data-unregistered')))],
      buttons: [[ASK_TO_ERASE.labelled(t('button-erase'))]],
    }
  }
  return {
    chatId,
    content: [
      ...noted,
      heading(t('my-data-title'), 4),
      list(answerLines(locale, profile)),
      footer(tappable(t('my-data-more'))),
    ],
    buttons: [
      ...FIELDS.map((field) => [CHANGE.labelled(t('button-change', { field: fieldName(locale, field) }), field)]),
      [ASK_TO_ERASE.labelled(t('button-erase'))],
    ],
  }
}

/** All that is held, as a file for whoever wants to keep it or take it elsewhere. */
export function dataFileMessage({ chatId, locale }: To, data: Record<string, unknown>): Outgoing {
  const base64 = Buffer.from(JSON.stringify(data, null, 2)).toString('base64')
  return {
    chatId,
    content: [paragraph(say(locale)('my-data-file'))],
    file: { name: 'moji-podaci.json', base64 },
  }
}

/** Says what goes and what stays, and asks before erasing; the button is good for this person's row alone. */
export function eraseQuestion({ chatId, locale }: To, person: Person, standing: Standing): Outgoing {
  const t = say(locale)
  return {
    chatId,
    content: [
      paragraph(bold(t('erase-question'))),
      list([t('erase-goes'), t('erase-sign-ups'), t('erase-others'), ...standingLines(locale, person, standing)]),
      paragraph(bold(t('erase-what-stays'))),
      list([t('erase-stays'), t('erase-material'), ...stayingLines(locale, person, standing)]),
      paragraph(t('erase-final')),
    ],
    buttons: [[ERASE.labelled(t('button-erase-yes'), person.id)], [KEEP_ALL.labelled(t('button-erase-no'))]],
  }
}

/** What goes of somebody's role. */
function standingLines(locale: Locale, { role }: Person, { isListed, isLast }: Standing): string[] {
  const t = say(locale)
  const loses = isListed ? [t('erase-listed')] : role === 'member' ? [] : [t('erase-role')]
  return isLast ? [...loses, t('erase-last')] : loses
}

/** What stays of what somebody did, or may not do again. */
function stayingLines(locale: Locale, { role }: Person, { isBarred, wasStaff }: Standing): string[] {
  const t = say(locale)
  return [...(wasStaff || role !== 'member' ? [t('erase-audit')] : []), ...(isBarred ? [t('erase-barred')] : [])]
}
