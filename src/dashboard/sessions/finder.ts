import { html } from 'hono/html'
import { type Locale, shownTo } from '../../language/locale.ts'
import { findPeopleByName, type Listed, listPeople } from '../../people/directory-store.ts'
import { municipalityName } from '../../people/municipalities/municipalities.ts'
import { onceField } from '../once.ts'
import type { Html, View, Visit } from '../page.ts'
import { inRoom, noteOf } from '../rooms.ts'
import { readReason } from './acts.ts'
import type { After } from './session.ts'
import { say } from './texts.ts'

const MOST_FOUND = 20

/** Where somebody is looked for: the address that also takes the choice, and what is said there. */
export type Finder = {
  at: string
  title: string
  back: { at: string; name: string }
  yes: string
  /** A field that goes along. */
  along?: { name: string; value: string }
  /** What is looked for unless the reader looks for something else. */
  search?: string
  /** What else can be done there. */
  below?: Html
}

/** Registered people are found by name, and one is chosen with a reason. */
export async function finderView(visit: Visit, after: After, finder: Finder): Promise<View> {
  const { db, locale, query, form } = visit
  const t = say(locale)
  const words = query.get('q') ?? form.get('q') ?? finder.search ?? ''
  const found = await findPeopleByName(db, words, MOST_FOUND)
  return inRoom(visit, 'sessions', {
    title: finder.title,
    back: finder.back,
    at: addressOf(finder),
    ...(after.fault === undefined ? {} : { status: 422 }),
    body: html`${noteOf(after.fault, 'fault')}
      <form class="row" role="search" action="/app${finder.at}" hx-get="/app${finder.at}"
        hx-trigger="input changed delay:250ms, submit" hx-target="#found" hx-select="#found" hx-swap="outerHTML">${alongField(finder.along)}
        <label class="grow">${t('add-name')}<input type="search" name="q" value="${words}" autocomplete="off"></label></form>
      <div id="found">${foundHtml(locale, finder, found, { words, reason: after.words ?? '' })}</div>
      ${finder.below ?? ''}`,
  })
}

const addressOf = ({ at, along }: Finder) => (along ? `${at}?${along.name}=${along.value}` : at)

/** A field that goes along with a form. */
export const alongField = (along: Finder['along']): Html =>
  along ? html`<input type="hidden" name="${along.name}" value="${along.value}">` : html``

function foundHtml(
  locale: Locale,
  finder: Finder,
  found: readonly Listed[],
  { words, reason }: { words: string; reason: string },
): Html {
  const t = say(locale)
  if (words.trim() === '') return html`<p class="card">${t('add-how')}</p>`
  if (found.length === 0) return html`<p class="card" role="status">${t('add-none')}</p>`
  return html`<form class="card" method="post" action="/app${finder.at}" hx-disabled-elt="find button">
    ${onceField()}${alongField(finder.along)}<input type="hidden" name="q" value="${words}">
    <fieldset><legend class="quiet small">${t('add-choose')}</legend>${found.map((one) => choice(locale, one))}</fieldset>
    <label>${t('add-reason')}<textarea name="words" rows="2" maxlength="300" required>${reason}</textarea></label>
    <p><button class="primary">${finder.yes}</button></p></form>`
}

function choice(locale: Locale, { personId, name, municipality }: Listed): Html {
  const from = municipality === null ? '' : ` · ${municipalityName(locale, municipality)}`
  return html`<label class="check"><input type="radio" name="person" value="${personId}" required>
    <span>${shownTo(locale, name)}<span class="quiet small">${from}</span></span></label>`
}

/** Who was chosen, and why; or what is missing, with what was written. */
export async function chosenIn({ db, form, locale }: Visit) {
  const words = form.get('words') ?? ''
  const reason = readReason(locale, form)
  if ('fault' in reason) return { ...reason, words }
  const personId = Number(form.get('person'))
  const known = Number.isSafeInteger(personId) ? (await listPeople(db, [personId])).get(personId) : undefined
  if (!known) return { fault: say(locale)('fault-nobody'), words }
  const applicant = { personId, municipality: known.municipality, consented: known.consented }
  return { known, applicant, reason: reason.words }
}
