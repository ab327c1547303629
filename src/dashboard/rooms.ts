import { html } from 'hono/html'
import { mayAct } from '../people/roles/as-staff.ts'
import type { Html, View, Visit } from './page.ts'
import { type Sentence, say } from './texts.ts'

/** What the page has, each with its address; staff see what they may open. */
const ROOMS = {
  sessions: { at: '/app/sessions', name: 'room-sessions', who: 'trainer' },
  gaps: { at: '/app/gaps', name: 'room-gaps', who: 'trainer' },
  material: { at: '/app/material', name: 'room-material', who: 'trainer' },
  reports: { at: '/app/reports', name: 'room-reports', who: 'trainer' },
  plans: { at: '/app/plans', name: 'room-plans', who: 'everyone' },
  mine: { at: '/app/mine', name: 'room-mine', who: 'everyone' },
} as const satisfies Record<string, { at: string; name: Sentence; who: 'trainer' | 'everyone' }>

export type Room = keyof typeof ROOMS

/** A view below the names of the rooms, with its title; `back` is the address one level up. */
export function inRoom(
  { person, locale }: Pick<Visit, 'person' | 'locale'>,
  room: Room,
  view: View & { back?: { at: string; name: string } },
): View {
  const { back, ...rest } = view
  const open = Object.entries(ROOMS).filter(([, { who }]) => who === 'everyone' || mayAct(person.role, who))
  const t = say(locale)
  const links = open.map(
    ([key, { at, name }]) => html`<a href="${at}"${key === room ? html` aria-current="page"` : ''}>${t(name)}</a>`,
  )
  const body = html`
    ${links.length > 1 ? html`<nav class="rooms" aria-label="${t('rooms')}">${links}</nav>` : ''}
    ${back ? html`<a class="back" data-back href="/app${back.at}">‹ ${back.name}</a>` : ''}
    <h1>${view.title}</h1>
    ${view.body}`
  return { ...rest, body }
}

/** What was done just now, or why it was not. */
export function noteOf(text: string | null | undefined, kind: 'done' | 'fault' = 'done'): Html {
  return text ? html`<p class="note${kind === 'fault' ? ' fault' : ''}" role="status">${text}</p>` : html``
}
