import { html } from 'hono/html'
import type { Locale } from '../../language/locale.ts'
import { municipalityName } from '../../people/municipalities/municipalities.ts'
import type { Entry } from '../../sessions/staff/reads.ts'
import { entryName, shortStatus, statusText, withoutTelegram } from '../../sessions/staff/roll/status-texts.ts'
import { TO_PAGE } from '../links.ts'
import type { Html } from '../page.ts'
import { ACTS } from './acts.ts'
import { STANDINGS, type Standing, standingOf } from './filter.ts'
import { type Sentence, say } from './texts.ts'
import type { Texts } from './texts.types.ts'

const TITLES = {
  requested: 'roll-requested',
  place: 'roll-place',
  line: 'roll-line',
  out: 'roll-out',
} as const satisfies Record<Standing, keyof Texts>

/** For whom, of which session, and who is chosen. */
type Shown = { locale: Locale; sessionId: number; chosen: ReadonlySet<number> }

/** People of a session in groups by where they stand, each to be chosen. */
export function rollHtml(shown: Shown, entries: readonly Entry[]): Html {
  const t = say(shown.locale)
  const groups = Map.groupBy(entries, ({ signUp }) => standingOf(signUp))
  if (groups.size === 0) return html`<p class="card">${t('roll-nobody')}</p>`
  return html`${STANDINGS.map((standing) => groupHtml(shown, standing, groups.get(standing) ?? []))}`
}

function groupHtml(shown: Shown, standing: Standing, entries: readonly Entry[]): Html {
  if (entries.length === 0) return html``
  const t = say(shown.locale)
  const lines = standing === 'place' ? byMunicipality(shown, entries) : list(shown, entries, standing)
  return html`<section class="card group">
    <div class="row"><h2 class="grow">${t(TITLES[standing], { count: entries.length })}</h2>
      <button type="button" data-all>${t('choose-all')}</button></div>
    ${standing === 'line' ? dropZone(shown.locale, 'first') : ''}
    ${lines}
    ${standing === 'line' ? dropZone(shown.locale, 'last') : ''}
    ${standing === 'line' ? html`<p class="quiet small">${t('roll-line-rule')}</p>` : ''}
  </section>`
}

/** Where somebody who is dragged is put first or last; only seen meanwhile (client/people.js). */
function dropZone(locale: Locale, to: 'first' | 'last'): Html {
  const t = say(locale)
  const said = t('dropped', { act: t(ACTS[to].label) })
  return html`<p class="drop" data-drop="${to}" data-said="${said}">${t(to === 'first' ? 'drop-first' : 'drop-last')}</p>`
}

/** Those with a place under the names of their municipalities. */
function byMunicipality(shown: Shown, entries: readonly Entry[]): Html {
  const groups = [...Map.groupBy(entries, ({ signUp }) => signUp.municipality)]
    .map(([code, people]) => ({ name: municipalityName(shown.locale, code), people }))
    .sort((a, b) => a.name.localeCompare(b.name, 'sr'))
  return html`<div class="columns">${groups.map(
    ({ name, people }) => html`<div><h3>${name} <span class="quiet">${people.length}</span></h3>
      ${list(shown, people, 'place')}</div>`,
  )}</div>`
}

function list(shown: Shown, entries: readonly Entry[], standing: Standing): Html {
  const lines = entries.map((entry) => line(shown, entry, standing))
  return standing === 'line' ? html`<ol class="plain">${lines}</ol>` : html`<ul class="plain">${lines}</ul>`
}

function line({ locale, sessionId, chosen }: Shown, entry: Entry, standing: Standing): Html {
  const { id } = entry.signUp
  const name = entryName(locale, entry)
  const number = entry.position === null ? '' : `${entry.position}. `
  return html`<li class="person"${standing === 'line' ? html` draggable="true"` : ''}>
    <label class="check"><input type="checkbox" name="person" id="p${id}" value="${id}" data-standing="${standing}"${chosen.has(id) ? html` checked` : ''}>
      <span>${number}${name}${about(locale, entry, standing)}</span></label>
    <a class="more" href="/app/sessions/${sessionId}/people/${id}" ${TO_PAGE} aria-label="${say(locale)('open-person', { name })}">›</a>
  </li>`
}

/** What is not said by the group somebody stands in. */
function about(locale: Locale, { signUp, call }: Entry, standing: Standing): Html {
  const facts = [
    ...(standing === 'place' ? [] : [municipalityName(locale, signUp.municipality)]),
    ...(signUp.offer ? [statusText(locale, signUp)] : []),
    ...(standing === 'out' ? [shortStatus(locale, signUp.status)] : []),
    ...(signUp.moved && standing === 'line' ? [say(locale)(MOVED[signUp.moved.to])] : []),
  ]
  if (call) facts.push(withoutTelegram(locale, call))
  return facts.length === 0 ? html`` : html` <span class="quiet small">${facts.join(' · ')}</span>`
}

const MOVED = { first: 'moved-first', last: 'moved-last' } as const satisfies Record<string, Sentence>
