import { html } from 'hono/html'
import type { Locale } from '../../language/locale.ts'
import type { SessionCard } from '../../sessions/line/reads.ts'
import { isActive } from '../../sessions/line/sign-up.ts'
import { type Answers, mayAnswer, usualAnswers } from '../../sessions/questions/questions.ts'
import { readAnswers } from '../../sessions/questions/store.ts'
import { answersMessage, answerText, questionText } from '../../sessions/questions/texts.ts'
import type { Question } from '../../sessions/session/asked.ts'
import type { Session } from '../../sessions/session/session.ts'
import { deadlineOf, titleOf } from '../../sessions/session/texts.ts'
import { blocksHtml } from '../blocks.ts'
import { onceField } from '../once.ts'
import type { Html, Visit } from '../page.ts'
import { say } from './texts.ts'

/** What somebody sent of the answers for one sign-up, and which questions it did not answer. */
export type Given = { signUpId: number; form: URLSearchParams; faults: ReadonlySet<string> }

/** What the sessions in which one takes part ask, to be answered and changed as long as that is possible. */
export async function questionForms(
  { db, locale, now }: Visit,
  cards: readonly SessionCard[],
  given?: Given,
): Promise<Html> {
  const asking = cards.flatMap(({ session, own }) =>
    own && isActive(own.signUp) && session.state !== 'cancelled' && session.questions.length > 0
      ? [{ session, signUpId: own.signUp.id }]
      : [],
  )
  const answers = await readAnswers(
    db,
    asking.map(({ signUpId }) => signUpId),
  )
  return html`${asking.map(({ session, signUpId }) => {
    const asked = { locale, session, signUpId, answers: answers.get(signUpId)! }
    const of = given?.signUpId === signUpId ? given : undefined
    return html`<section class="card"><h2>${say(locale)('questions', { title: titleOf(locale, session) })}</h2>
      ${mayAnswer(session, now) ? formHtml(asked, of) : overHtml(asked)}</section>`
  })}`
}

type Asked = { locale: Locale; session: Session; signUpId: number; answers: Answers }

function overHtml({ locale, ...asked }: Asked): Html {
  const { content } = answersMessage({ chatId: 0, locale }, { ...asked, open: false })
  return blocksHtml(content)
}

function formHtml({ locale, session, signUpId, answers }: Asked, given?: Given): Html {
  const t = say(locale)
  const fields = session.questions.map((question) => {
    const isFaulty = given?.faults.has(question.key) ?? false
    return fieldHtml(locale, {
      signUpId,
      question,
      answer: answers.get(question.key) ?? '',
      given: given?.form,
      isFaulty,
    })
  })
  return html`<form class="stack" method="post" action="/app/mine/${signUpId}/answers" hx-disabled-elt="find button">${onceField()}${fields}
    <p class="quiet small">${t('questions-until', { until: deadlineOf(locale, session.cancelUntil) })}</p>
    <p><button class="primary">${t('save')}</button></p></form>`
}

type Field = {
  signUpId: number
  question: Question
  answer: string
  given: URLSearchParams | undefined
  isFaulty: boolean
}

/** The usual answers to be chosen, and a line for one's own words; words alone where there are none. */
function fieldHtml(locale: Locale, { signUpId, question, answer, given, isFaulty }: Field): Html {
  const t = say(locale)
  const usual = usualAnswers(question)
  const { key } = question
  const chosen = given?.get(`chosen-${key}`) ?? (usual.includes(answer) ? answer : answer === '' ? '' : OWN)
  const words = given?.get(`words-${key}`) ?? (usual.includes(answer) ? '' : answer)
  const id = `${signUpId}-${key}`
  const radio = (value: string, label: string) =>
    html`<label class="check"><input type="radio" name="chosen-${key}" value="${value}"${value === chosen ? html` checked` : ''}><span>${label}</span></label>`
  return html`<fieldset class="stack"><legend><strong>${questionText(locale, question)}</strong></legend>
    ${usual.map((one) => radio(one, answerText(locale, question, one)))}
    ${usual.length > 0 ? radio(OWN, t('own-words')) : ''}
    <input type="text" name="words-${key}" value="${words}" maxlength="300" aria-label="${t(usual.length > 0 ? 'own-words' : 'own-words-only')}: ${questionText(locale, question)}"${isFaulty ? html` aria-invalid="true" aria-describedby="f-${id}"` : ''}>
    ${isFaulty ? html`<p class="fault" id="f-${id}">${t('answer-unclear')}</p>` : ''}</fieldset>`
}

/** What stands for an answer in one's own words among the usual ones. */
export const OWN = 'own-words'
