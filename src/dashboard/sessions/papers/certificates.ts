import { html } from 'hono/html'
import { readOverview } from '../../../certificates/actions.ts'
import type { Issuing } from '../../../certificates/paper.ts'
import { chooseRule, give } from '../../../certificates/staff/acts.ts'
import {
  type Choice,
  giveLabel,
  lineOf,
  overviewMessage,
  ruleChoices,
  shownOf,
} from '../../../certificates/staff/texts.ts'
import { say as sayCertificates } from '../../../certificates/texts.ts'
import { type Locale, shownTo } from '../../../language/locale.ts'
import { blocksHtml } from '../../blocks.ts'
import { once, onceField } from '../../once.ts'
import type { Html, Page, View, Visit } from '../../page.ts'
import { noPage } from '../../refusals.ts'
import { inRoom, noteOf } from '../../rooms.ts'
import { say } from '../texts.ts'

type Overview = NonNullable<Awaited<ReturnType<typeof readOverview>>>

/** The certificates of a session: whom the rule names, giving them, and each that was given. */
export const certificatesPage: Page = {
  method: 'GET',
  path: '/sessions/:id{[0-9]+}/certificates',
  who: 'trainer',
  show: (visit, [sessionId]) => certificatesView(visit, sessionId!),
}

/** They are given or brought in order, or the rule is changed, as in the chat. */
export function certificatesAct({ issuing }: { issuing: Issuing }): Page {
  return {
    method: 'POST',
    path: '/sessions/:id{[0-9]+}/certificates',
    who: 'trainer',
    show: async (visit, [sessionId]) => {
      const note = await once(visit, async () => ({ said: await act(visit, issuing, sessionId!) }))
      return certificatesView(visit, sessionId!, note ? note.said : say(visit.locale)('done-before'))
    },
  }
}

async function act(visit: Visit, { issuer }: Issuing, sessionId: number): Promise<string | null> {
  const { db, form, locale, person, now } = visit
  switch (form.get('act')) {
    case 'give':
      return give(db, { sessionId, issuer }, { staffId: person.id, locale, now })
    case 'rule': {
      const chosen = (name: string) => (form.has(name) ? { [name]: Number(form.get(name)) } : {})
      await chooseRule(db, sessionId, { ...chosen('days'), ...chosen('quiz') })
      return sayCertificates(locale)('rule-saved')
    }
    default:
      return null
  }
}

async function certificatesView(visit: Visit, sessionId: number, note: string | null = null): Promise<View> {
  const { db, locale, now } = visit
  const overview = await readOverview(db, sessionId, now)
  if (!overview) return noPage(locale)
  const { session } = overview.sheet
  const blocks = overviewMessage({ chatId: 0, locale }, overview).content.filter(({ type }) => type !== 'heading')
  return inRoom(visit, 'sessions', {
    title: say(locale)('to-certificates'),
    back: { at: `/sessions/${sessionId}`, name: shownTo(locale, session.title) },
    at: `/sessions/${sessionId}/certificates`,
    body: html`${noteOf(note)}
      <section class="card stack">${blocksHtml(blocks)}${giveForm(locale, sessionId, overview)}</section>
      ${givenHtml(locale, overview)}
      ${ruleForm(locale, sessionId, overview)}`,
  })
}

function giveForm(locale: Locale, sessionId: number, overview: Overview): Html {
  const label = giveLabel(locale, overview)
  if (label === null) return html``
  return html`<form method="post" action="/app/sessions/${sessionId}/certificates" hx-disabled-elt="find button">${onceField()}
    <button name="act" value="give" class="primary">${label}</button></form>`
}

/** Each that was given leads to what is done about it. */
function givenHtml(locale: Locale, overview: Overview): Html {
  const given = shownOf(overview)
  if (given.length === 0) return html``
  return html`<section class="stack"><h2>${say(locale)('certificates-given', { count: given.length })}</h2>
    <ul class="plain tiles">${given.map((one) => html`<li><a class="tile" href="/app/certificates/${one.id}"><strong>${lineOf(locale, one)}</strong></a></li>`)}</ul></section>`
}

function ruleForm(locale: Locale, sessionId: number, overview: Overview): Html {
  const { days, quizzes } = ruleChoices(locale, overview)
  const t = say(locale)
  return html`<details class="card"><summary>${t('certificates-rule')}</summary>
    <form class="stack" method="post" action="/app/sessions/${sessionId}/certificates" hx-disabled-elt="find button">${onceField()}
      ${days.length > 0 ? choiceField('days', sayCertificates(locale)('rule-question', { of: overview.sheet.days.length }), days) : ''}
      ${choiceField('quiz', sayCertificates(locale)('rule-quiz-question'), quizzes)}
      <p><button name="act" value="rule">${t('asks-save')}</button></p></form></details>`
}

function choiceField(name: string, label: string, choices: readonly Choice[]): Html {
  const options = choices.map(
    (one) => html`<option value="${one.value}"${one.isChosen ? html` selected` : ''}>${one.label}</option>`,
  )
  return html`<div class="field"><label for="f-${name}">${label}</label><select id="f-${name}" name="${name}">${options}</select></div>`
}
