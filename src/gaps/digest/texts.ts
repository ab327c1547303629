import type { Outcome } from '../../answers/answer.ts'
import type { Reason } from '../../answers/feedback/feedback.ts'
import type { Between } from '../../answers/keeping/report-store.ts'
import { labelOf } from '../../answers/texts.ts'
import { type Block, bold, footer, heading, list, paragraph } from '../../bot/message/rich.ts'
import type { Payload } from '../../bot/send/outbox.ts'
import { daysFor } from '../../language/dates/write.ts'
import { type Locale, shownTo } from '../../language/locale.ts'
import { municipalityName } from '../../people/municipalities/municipalities.ts'
import { dayAt } from '../../platform/clock.ts'
import type { GroupFigures } from '../group-store.ts'
import type { Phase } from '../phases.ts'
import { OPEN } from '../staff/buttons.ts'
import { phaseName } from '../staff/texts.ts'
import { type PlainSentence, say } from '../texts.ts'
import { DIGEST } from './buttons.ts'

/** What people could not find out in a week: counts, the commonest first. */
export type Digest = {
  week: Between
  outcomes: ReadonlyMap<Outcome | 'disliked', number>
  phases: [Phase | null, number][]
  /** Of the questions that were sent to trainers. */
  municipalities: [string, number][]
  reasons: [Reason | null, number][]
  dislikedPhases: [Phase | null, number][]
  answered: string[]
  first: readonly GroupFigures[]
}

const REASON_NAMES: Record<Reason, PlainSentence> = {
  wrong: 'digest-wrong',
  incomplete: 'digest-incomplete',
  source: 'digest-source',
  unclear: 'digest-unclear',
}

/** Parts of the work proposed for the next session. */
const MOST_PROPOSED = 3

export function digestPayload(locale: Locale, digest: Digest): Payload {
  const t = say(locale)
  const { week, outcomes, phases, municipalities, reasons, dislikedPhases, answered, first } = digest
  const count = (outcome: Outcome | 'disliked') => outcomes.get(outcome) ?? 0
  const section = (title: PlainSentence, lines: readonly string[]): Block[] =>
    lines.length === 0 ? [] : [paragraph(bold(t(title))), list([...lines])]
  const line = (name: string, times: number) => t('digest-line', { name, count: times })
  const phaseLines = (all: readonly [Phase | null, number][]) =>
    all.map(([phase, times]) => line(phaseName(locale, phase), times))
  return {
    content: [
      heading(t('digest-title', { days: daysFor(locale, dayAt(week.from), dayAt(week.to).subtract({ days: 1 })) }), 4),
      paragraph(
        t('digest-counts', {
          answered: count('answered'),
          near: count('near'),
          none: count('no-answer'),
          disliked: count('disliked'),
        }),
      ),
      ...section('digest-unanswered', phaseLines(phases)),
      ...section(
        'digest-municipalities',
        municipalities.map(([code, times]) => line(municipalityName(locale, code), times)),
      ),
      ...section(
        'digest-disliked',
        reasons.map(([reason, times]) => line(t(reason ? REASON_NAMES[reason] : 'digest-no-reason'), times)),
      ),
      ...section('digest-disliked-where', phaseLines(dislikedPhases)),
      ...section(
        'digest-answered',
        answered.map((question) => shownTo(locale, question)),
      ),
      ...section(
        'digest-first',
        first.map(({ lead, people }) => t('digest-group', { lead, people })),
      ),
      ...section('digest-programme', proposals(locale, phases)),
      footer(t('digest-no-person')),
    ],
    buttons: [
      ...first.map(({ gapId, lead }) => [OPEN.labelled(labelOf(lead), gapId)]),
      [DIGEST.labelled(t('button-digest-off'), 'off')],
    ],
  }
}

/** What the next session might be about: the parts of the work in which most was not found. */
function proposals(locale: Locale, phases: readonly [Phase | null, number][]): string[] {
  return phases
    .flatMap(([phase, times]) =>
      phase === null ? [] : [say(locale)('digest-propose', { name: phaseName(locale, phase), count: times })],
    )
    .slice(0, MOST_PROPOSED)
}
