import { say } from '../../src/broadcasts/texts.ts'
import { type Locale, shownTo } from '../../src/language/locale.ts'
import { textOf } from '../support/conversation.ts'
import type { Chat } from './audience.ts'

/** /poruka, and a new message whether or not there were others before. */
export async function begins(trainer: Chat, locale: Locale = 'sr-Cyrl') {
  const tell = say(locale)
  await trainer.says('/poruka')
  const first = await trainer.reads('')
  if (textOf(first).includes(tell('list-title'))) await trainer.presses(tell('button-new'))
  await trainer.reads(tell('pick-audience'))
}

/** Chooses people of one session. */
export async function picks(
  trainer: Chat,
  title: string,
  who: 'confirmed' | 'line' | 'all',
  locale: Locale = 'sr-Cyrl',
) {
  const tell = say(locale)
  await trainer.goes(
    ['presses', tell('audience-session-button'), tell('pick-session')],
    ['presses', shownTo(locale, title), shownTo(locale, title)],
    ['presses', tell(`who-${who}`), tell('chosen-audiences')],
  )
}

/** Everything up to the preview, with words for everyone in a session. */
export async function writes(trainer: Chat, title: string, text: string) {
  await begins(trainer)
  await picks(trainer, title, 'all')
  await trainer.goes(
    ['presses', 'Даље', 'Напишите поруку'],
    ['says', text, 'Да ли да испод поруке'],
    ['presses', 'Без дугмета', 'Преглед поруке'],
  )
}
