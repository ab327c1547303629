import { headingOf, placeOf } from '../../answers/quoting/source-texts.ts'
import { labelOf } from '../../answers/texts.ts'
import { bold, footer, heading, list, paragraph, quotation, type RichText } from '../../bot/message/rich.ts'
import type { To } from '../../bot/message/to.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import type { StoredChunk } from '../../knowledge/search/store.ts'
import { type Locale, shownTo } from '../../language/locale.ts'
import { municipalityName } from '../../people/municipalities/municipalities.ts'
import type { GroupFigures, QuestionLine } from '../group-store.ts'
import type { Phase } from '../phases.ts'
import { type PlainSentence, say } from '../texts.ts'
import { trendOf } from '../trend.ts'
import { ANSWER, JOIN, LIST, LOOK, OFF_TOPIC, OFF_TOPIC_YES, OPEN, POINT, SECOND_EYES, SHOW } from './buttons.ts'

export const PER_PAGE = 6

/** A page of the queue. `eyes`: whether a second look is required; `null` for whoever may not choose. */
export type Queue = {
  groups: readonly GroupFigures[]
  count: number
  page: number
  reviews: readonly { id: number; question: string }[]
  eyes: boolean | null
}

/** The questions that wait, those most people ask for first, and the answers that wait for a second look. */
export function queueMessage({ chatId, locale }: To, { groups, count, page, reviews, eyes }: Queue): Outgoing {
  const t = say(locale)
  const turns = [
    ...(page > 0 ? [LIST.labelled(t('button-previous'), page - 1)] : []),
    ...((page + 1) * PER_PAGE < count ? [LIST.labelled(t('button-next'), page + 1)] : []),
  ]
  return {
    chatId,
    content: [
      ...(count === 0
        ? [paragraph(t('queue-empty'))]
        : [
            heading(t('queue-title', { count }), 4),
            list(groups.map((group): RichText => [bold(group.lead), ` – ${figuresLine(locale, group)}`])),
          ]),
      ...(reviews.length > 0 ? [paragraph(t('queue-reviews'))] : []),
      ...(eyes === null ? [] : [footer(t(eyes ? 'eyes-on' : 'eyes-off'))]),
    ],
    buttons: [
      ...groups.map(({ gapId, lead }) => [OPEN.labelled(labelOf(lead), gapId)]),
      ...(turns.length > 0 ? [turns] : []),
      ...reviews.map(({ id, question }) => [SHOW.labelled(`👁 ${labelOf(question)}`, id)]),
      ...(eyes === null
        ? []
        : [[SECOND_EYES.labelled(t(eyes ? 'button-eyes-off' : 'button-eyes-on'), eyes ? 'off' : 'on')]]),
    ],
  }
}

export function figuresLine(locale: Locale, { people, municipalities, ...sent }: GroupFigures): string {
  return say(locale)('queue-line', { people, municipalities: municipalities.length, trend: trendOf(sent) })
}

const PHASE_NAMES: Record<Phase, PlainSentence> = {
  basics: 'phase-basics',
  preparation: 'phase-preparation',
  analysis: 'phase-analysis',
  goals: 'phase-goals',
  measures: 'phase-measures',
  adoption: 'phase-adoption',
  'carrying-out': 'phase-carrying-out',
  people: 'phase-people',
  money: 'phase-money',
  training: 'phase-training',
}

export function phaseName(locale: Locale, phase: Phase | null): string {
  return say(locale)(phase ? PHASE_NAMES[phase] : 'phase-none')
}

/** One group. `names`: of those who signed, by their ids; `like`: other groups that may ask the same. */
export type Group = {
  figures: GroupFigures
  questions: readonly QuestionLine[]
  names: ReadonlyMap<number, string>
  nearest: readonly StoredChunk[]
  like: readonly GroupFigures[]
}

export function groupMessage({ chatId, locale }: To, group: Group): Outgoing {
  const t = say(locale)
  const { figures, questions, names, nearest, like } = group
  const { gapId, municipalities, phase } = figures
  const more = figures.questions - questions.length
  const asked = questions.map(({ text, personId }) => {
    const name = personId === null ? undefined : names.get(personId)
    return name === undefined ? text : t('group-signed', { text, name: shownTo(locale, name) })
  })
  return {
    chatId,
    content: [
      heading(t('group-title', { people: figures.people }), 4),
      footer(figuresLine(locale, figures)),
      list([...asked, ...(more > 0 ? [t('group-more', { count: more })] : [])]),
      ...(municipalities.length > 0
        ? [
            paragraph(
              t('group-municipalities', {
                names: municipalities.map((code) => municipalityName(locale, code)).join(', '),
              }),
            ),
          ]
        : []),
      ...(phase ? [paragraph(t('group-phase', { phase: phaseName(locale, phase) }))] : []),
      ...(nearest.length > 0
        ? [paragraph(t('group-nearest')), list(nearest.map((chunk) => [placeOf(locale, chunk)]))]
        : []),
      ...(like.length > 0 ? [paragraph(t('group-like'))] : []),
    ],
    buttons: [
      ...like.map((one) => [JOIN.labelled(labelOf(t('button-join', { text: one.lead })), gapId, one.gapId)]),
      [ANSWER.labelled(t('button-answer'), gapId)],
      [LOOK.labelled(t('button-look'), gapId), OFF_TOPIC.labelled(t('button-off-topic'), gapId)],
      [LIST.labelled(t('button-back-to-queue'), 0)],
    ],
  }
}

/** The passages one of which may answer a group. */
export function lookMessage({ chatId, locale }: To, gapId: number, chunks: readonly StoredChunk[]): Outgoing {
  const t = say(locale)
  return {
    chatId,
    content: [paragraph(t(chunks.length > 0 ? 'look-title' : 'look-none'))],
    buttons: [
      ...chunks.map((chunk) => [POINT.labelled(labelOf(headingOf(locale, chunk) || chunk.title), gapId, chunk.id)]),
      [ANSWER.labelled(t('button-answer'), gapId)],
      [OPEN.labelled(t('button-previous'), gapId)],
    ],
  }
}

export function offTopicQuestion({ chatId, locale }: To, gapId: number, lead: string): Outgoing {
  const t = say(locale)
  return {
    chatId,
    content: [quotation([paragraph(lead)]), paragraph(t('off-question'))],
    buttons: [[OFF_TOPIC_YES.labelled(t('button-off-yes'), gapId)], [OPEN.labelled(t('button-previous'), gapId)]],
  }
}
