import type { Metrics } from '../platform/metrics.ts'
import { type Answer, outcomeOf } from './answer.ts'
import type { Account } from './keeping/trace.ts'

/** What answering is measured with. */
export type AnswerMetrics = Pick<Metrics, 'answerPart' | 'answers' | 'refusals' | 'modelTokens' | 'modelCost'>

/** Measures one question from now on: `found` once what to say is known, `saved` once it waits to be sent. */
export function measureAnswer(metrics: AnswerMetrics) {
  const finding = metrics.answerPart.startTimer({ part: 'find' })
  let saving = () => 0
  return {
    found: (answer: Answer, account: Account | null) => {
      finding()
      saving = metrics.answerPart.startTimer({ part: 'save' })
      metrics.answers.inc(outcomeOf(answer))
      if (account) countModel(metrics, account)
      if (answer.kind === 'declined') metrics.refusals.inc({ reason: answer.reason })
    },
    saved: () => void saving(),
  }
}

function countModel(metrics: AnswerMetrics, { inputTokens, outputTokens, cost, fallback }: Account): void {
  metrics.modelTokens.inc({ kind: 'input' }, inputTokens)
  metrics.modelTokens.inc({ kind: 'output' }, outputTokens)
  metrics.modelCost.inc(cost)
  if (fallback) metrics.refusals.inc({ reason: `model-${fallback}` })
}
