import { bold, button, footer, heading, list, paragraph, tappable } from '../../bot/message/rich.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import type { Locale } from '../../language/locale.ts'
import { STEPS } from '../registration/rules.ts'
import { answerLines } from '../registration/texts.ts'
import type { Person } from '../rules.ts'
import { say } from '../texts.ts'

type To = { chatId: number; locale: Locale }

/** What somebody told of themselves, with a button to mend each of it. */
export function profileMessage({ chatId, locale }: To, person: Person, note: string | null = null): Outgoing {
  const t = say(locale)
  const { profile } = person
  const noted = note === null ? [] : [paragraph(t(note))]
  if (!profile) {
    const lines = [[`${t('field-telegram')}: `, bold(person.name)]]
    return {
      chatId,
      content: [...noted, heading(t('my-data-title'), 4), list(lines), paragraph(tappable(t('my-data-unregistered')))],
      buttons: [[button(t('button-erase'), 'erase:ask')]],
    }
  }
  const fields = STEPS.filter((step) => step !== 'consent')
  return {
    chatId,
    content: [
      ...noted,
      heading(t('my-data-title'), 4),
      list(answerLines(locale, profile)),
      footer(tappable(t('my-data-more'))),
    ],
    buttons: [
      ...fields.map((field) => [button(t('button-change', { field: t(`field-${field}`) }), `change:${field}`)]),
      [button(t('button-erase'), 'erase:ask')],
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

/** Asks before erasing; the button is good for this person's row alone. */
export function eraseQuestion({ chatId, locale }: To, person: Person): Outgoing {
  const t = say(locale)
  return {
    chatId,
    content: [
      paragraph(bold(t('erase-question'))),
      list([
        t('erase-goes'),
        t('erase-sign-ups'),
        t('erase-stays'),
        ...(person.role === 'member' ? [] : [t('erase-role')]),
      ]),
      paragraph(t('erase-final')),
    ],
    buttons: [[button(t('button-erase-yes'), `erase:yes:${person.id}`)], [button(t('button-erase-no'), 'erase:no')]],
  }
}
