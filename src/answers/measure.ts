import type { Metrics } from '../platform/metrics.ts'
import { type Answer, outcomeOf } from './answer.ts'

/** What answering is measured with. */
export type AnswerMetrics = Pick<Metrics, 'answerPart' | 'answers' | 'refusals'>

/** Measures one question from now on: `found` once what to say is known, `saved` once it waits to be sent. */
export function measureAnswer(metrics: AnswerMetrics) {
  const finding = metrics.answerPart.startTimer({ part: 'find' })
  let saving = () => 0
  return {
    found: (answer: Answer) => {
      finding()
      saving = metrics.answerPart.startTimer({ part: 'save' })
      metrics.answers.inc(outcomeOf(answer))
      if (answer.kind === 'declined') metrics.refusals.inc({ reason: answer.reason })
    },
    saved: () => void saving(),
  }
}
