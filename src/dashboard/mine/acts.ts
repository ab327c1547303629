import { html } from 'hono/html'
import { queue } from '../../bot/send/outbox.ts'
import { ownPaper } from '../../certificates/own/handlers.ts'
import { readCertificate } from '../../certificates/store.ts'
import { LOCALES } from '../../language/locale.ts'
import { explainPosition } from '../../sessions/line/reads.ts'
import { saveAnswers } from '../../sessions/participants/answers.ts'
import { whyMessage } from '../../sessions/participants/why-texts.ts'
import { usualAnswers } from '../../sessions/questions/questions.ts'
import type { Question } from '../../sessions/session/asked.ts'
import { blocksHtml } from '../blocks.ts'
import { once } from '../once.ts'
import type { Page } from '../page.ts'
import { noPage } from '../refusals.ts'
import { inRoom } from '../rooms.ts'
import { say as sayFrame } from '../texts.ts'
import { mineView } from './mine.ts'
import type { MineParts } from './parts.ts'
import { OWN } from './questions.ts'
import { say } from './texts.ts'

/** One's answers to what a session asks; those left out stay as they are. */
export const mineAnswers: Page = {
  method: 'POST',
  path: '/mine/:signUp{[0-9]+}/answers',
  who: 'everyone',
  show: async (visit, [signUpId]) => {
    const { db, form, person, locale, now } = visit
    const result = await once(visit, () =>
      saveAnswers(
        db,
        { signUpId: signUpId!, personId: person.id, written: (question) => writtenIn(form, question) },
        now,
      ),
    )
    if (result === null) return mineView(visit, { note: say(locale)('done-before') })
    if (result.kind === 'none') return noPage(locale)
    if (result.kind === 'over') return mineView(visit, { note: say(locale)('questions-over') })
    const faults = new Set(result.unclear)
    if (faults.size > 0) return mineView(visit, { given: { signUpId: signUpId!, form, faults } })
    return mineView(visit, { note: say(locale)('answers-saved') })
  },
}

/** `null`: the question was left alone. */
function writtenIn(form: URLSearchParams, question: Question): string | null {
  const chosen = form.get(`chosen-${question.key}`)
  const words = (form.get(`words-${question.key}`) ?? '').trim()
  if (chosen !== null && chosen !== OWN) return usualAnswers(question).includes(chosen) ? chosen : null
  return words === '' && chosen === null ? null : words
}

/** Why one stands in line where one stands. */
export const mineWhy: Page = {
  method: 'GET',
  path: '/mine/:signUp{[0-9]+}/why',
  who: 'everyone',
  show: async (visit, [signUpId]) => {
    const { db, person, locale, now } = visit
    const why = await explainPosition(db, { signUpId: signUpId!, personId: person.id }, now)
    if (!why) return noPage(locale)
    const { content } = whyMessage({ chatId: 0, locale }, why)
    return inRoom(visit, 'mine', {
      title: say(locale)('why-title'),
      back: { at: '/mine', name: sayFrame(locale)('to-mine') },
      body: html`<section class="card">${blocksHtml(content.filter(({ type }) => type !== 'heading'))}</section>`,
    })
  },
}

/** Sends one's certificate into the chat again, in the language wanted. */
export function mineCertificate({ issuing }: MineParts): Page {
  return {
    method: 'POST',
    path: '/mine/certificates/:id{[0-9]+}',
    who: 'everyone',
    show: async (visit, [id]) => {
      const { db, form, person, locale, now } = visit
      const wanted = LOCALES.find((one) => one === form.get('in')) ?? locale
      if ((await readCertificate(db, id!))?.personId !== person.id) return noPage(locale)
      const sent = await once(visit, async () => {
        const to = { chatId: person.telegramId, locale, personId: person.id, issuing, now }
        const paper = await ownPaper(db, to, { id: id!, locale: wanted })
        await queue(db, paper, { key: `own-paper:${person.id}:${form.get('once')}`, lane: 'reply', now })
        return true
      })
      return mineView(visit, { note: say(locale)(sent ? 'sent' : 'done-before') })
    },
  }
}
