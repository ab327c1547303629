import { html } from 'hono/html'
import { publishAnswer } from '../../gaps/staff/actions.ts'
import { changeField, type Field, type GapAnswer } from '../../gaps/staff/answer-store.ts'
import { answerPreview, publishedText } from '../../gaps/staff/answer-texts.ts'
import {
  askReviewers,
  beginAnswer,
  discardAnswer,
  MOST,
  ownDraft,
  type Part,
  readAnswer,
  readPart,
} from '../../gaps/staff/writing.ts'
import type { Locale } from '../../language/locale.ts'
import { blocksHtml } from '../blocks.ts'
import { fieldHtml } from '../fields.ts'
import { once, onceField } from '../once.ts'
import type { Html, Page, View, Visit } from '../page.ts'
import { inRoom, noteOf } from '../rooms.ts'
import type { GapParts } from './parts.ts'
import { queueView } from './queue.ts'
import { say } from './texts.ts'

const FIELDS = ['question', 'text', 'origin', 'until'] as const satisfies readonly Field[]
type Values = Record<Field, string>
type Faults = Partial<Record<Field, string>>

/** An answer that is not published yet, as people will read it, beside the material. */
export function gapAnswer(parts: GapParts): Page {
  return {
    method: 'GET',
    path: '/gaps/answers/:id{[0-9]+}',
    who: 'trainer',
    show: (visit, [id]) => answerView(visit, parts, id!),
  }
}

/** Publishes an answer, or throws it away. */
export function gapPublish(parts: GapParts): Page {
  return {
    method: 'POST',
    path: '/gaps/answers/:id{[0-9]+}',
    who: 'trainer',
    show: async (visit, [id]) =>
      (await once(visit, () => decide(visit, parts, id!))) ??
      answerView(visit, parts, id!, say(visit.locale)('done-before')),
  }
}

async function decide(visit: Visit, parts: GapParts, id: number): Promise<View> {
  const { db, form, person, locale, now } = visit
  if (form.get('act') === 'discard')
    return queueView(visit, say(locale)((await discardAnswer(db, id)) ? 'discarded' : 'decided'))
  const result = await publishAnswer(db, id, person.id, now)
  if (result.kind === 'to-review') await askReviewers(db, result.answer, person.id, now)
  const text = publishedText(locale, result)
  return ['published', 'to-review', 'already-decided'].includes(result.kind)
    ? queueView(visit, text)
    : answerView(visit, parts, id, text)
}

/** Keeps what was written to a group: a new answer, or the parts of one's own that is not sent. */
export function gapWriting(parts: GapParts): Page {
  return {
    method: 'POST',
    path: '/gaps/:id{[0-9]+}/answer',
    who: 'trainer',
    show: async (visit, [gapId]) => {
      const { form, locale } = visit
      const values = Object.fromEntries(FIELDS.map((field) => [field, form.get(field) ?? ''])) as Values
      const read = FIELDS.map((field) => [field, readPart(field, values[field], visit.now)] as const)
      const faults = faultsOf(locale, read)
      const answerId = Number(form.get('answer')) || null
      if (Object.keys(faults).length > 0) return faultyView(visit, { gapId: gapId!, answerId, values, faults })
      const parted = Object.fromEntries(
        read.map(([field, part]) => [field, 'value' in part ? part.value : '']),
      ) as Values
      const kept = await once(visit, () => keep(visit, gapId!, answerId, parted))
      return kept === null ? queueView(visit, say(locale)('done-before')) : afterKeeping(visit, parts, kept)
    },
  }
}

function afterKeeping(visit: Visit, parts: GapParts, kept: number | 'gone' | 'decided'): Promise<View> {
  return typeof kept === 'number' ? answerView(visit, parts, kept) : queueView(visit, say(visit.locale)(kept))
}

async function keep(
  { db, person, now }: Visit,
  gapId: number,
  answerId: number | null,
  values: Values,
): Promise<number | 'gone' | 'decided'> {
  if (answerId !== null && !(await ownDraft(db, answerId, person.id))) return 'decided'
  const id = answerId ?? (await beginAnswer(db, { gapId, authorId: person.id, text: values.text }, now))
  if (id === null) return 'gone'
  for (const field of FIELDS) await changeField(db, id, field, values[field])
  return id
}

function faultsOf(locale: Locale, parts: readonly (readonly [Field, Part])[]): Faults {
  return Object.fromEntries(
    parts.flatMap(([field, part]) => {
      const fault = faultText(locale, part)
      return fault === null ? [] : [[field, fault]]
    }),
  )
}

function faultText(locale: Locale, part: Part): string | null {
  const t = say(locale)
  switch (part.kind) {
    case 'part':
      return part.value === '' ? t('missing') : null
    case 'too-long-part':
      return t('too-long', part)
    case 'too-short':
      return t('too-short')
    case 'until-past':
      return t('until-past')
  }
}

async function faultyView(visit: Visit, shown: Shown): Promise<View> {
  const t = say(visit.locale)
  return inRoom(visit, 'gaps', {
    title: t(shown.answerId === null ? 'write-title' : 'change-title'),
    back: { at: `/gaps/${shown.gapId}`, name: t('to-queue') },
    status: 422,
    body: html`<section class="card">${editor(visit.locale, shown)}</section>`,
  })
}

/** An answer beside the material; the queue where it is decided. */
export async function answerView(visit: Visit, parts: GapParts, id: number, note?: string): Promise<View> {
  const { db, locale, person } = visit
  const t = say(locale)
  const shown = await readAnswer(db, parts.searchIn(db), id)
  if (!shown) return queueView(visit, note ?? t('decided'))
  const { answer } = shown
  const { content } = answerPreview({ chatId: 0, locale }, answer, shown)
  const isOwn = answer.state === 'draft' && answer.authorId === person.id
  return inRoom(visit, 'gaps', {
    title: answer.question,
    back: { at: `/gaps/${answer.gapId}`, name: t('to-queue') },
    at: `/gaps/answers/${id}`,
    body: html`${noteOf(note)}<section class="card">${blocksHtml(content)}</section>
      <form class="row" method="post" action="/app/gaps/answers/${id}" hx-disabled-elt="find button">${onceField()}
        <button name="act" value="publish" class="primary">${t(shown.beside.differences.length > 0 ? 'publish-all-the-same' : answer.state === 'review' ? 'agree' : 'publish')}</button>
        <button name="act" value="discard" class="danger">${t('discard')}</button></form>
      ${isOwn && answer.chunkId === null ? changeForm(locale, answer) : ''}`,
  })
}

function changeForm(locale: Locale, { id, gapId, question, text, origin, validUntil }: GapAnswer): Html {
  const values = { question, text, origin, until: validUntil ?? '' }
  return html`<details class="card"><summary>${say(locale)('change-title')}</summary>
    ${editor(locale, { gapId, answerId: id, values, faults: {} })}</details>`
}

type Shown = { gapId: number; answerId: number | null; values: Values; faults: Faults }

/** All parts of an answer at once. */
export function editor(locale: Locale, { gapId, answerId, values, faults }: Shown): Html {
  const t = say(locale)
  const field = (name: Field, label: string, kind: 'text' | 'area' | 'date') =>
    fieldHtml({
      name,
      label,
      kind,
      value: values[name],
      fault: faults[name],
      ...(name === 'until' ? {} : { most: MOST[name] }),
    })
  return html`<form class="stack" method="post" action="/app/gaps/${gapId}/answer" hx-disabled-elt="find button">${onceField()}
    ${answerId === null ? '' : html`<input type="hidden" name="answer" value="${answerId}">`}
    ${field('question', t('field-question'), 'text')}${field('text', t('field-text'), 'area')}
    ${field('origin', t('field-origin'), 'text')}${field('until', t('field-until'), 'date')}
    <p><button class="primary">${t('save')}</button></p></form>`
}
