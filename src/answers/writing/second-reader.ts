import { z } from 'zod'
import { withoutPersonalNumbers } from '../../language/mask.ts'
import type { ChatModel } from '../../platform/model/chat-model.ts'
import type { Passage, Stated } from '../check/check.ts'
import type { Call } from '../reading/rewriter.ts'
import { FREE, type Spending } from '../spending/budget.ts'
import type { PaidCalls } from '../spending/paid-calls.ts'
import { type Prompts, shownToModel } from './prompts.ts'

const FORM = {
  name: 'compared',
  schema: z.object({
    sentences: z.array(z.object({ n: z.number(), verdict: z.enum(['says', 'says-less', 'does-not-say']) })),
  }),
}

/** For each sentence: its number and a verdict. */
const TOKENS_A_SENTENCE = 30
const TIMEOUT_MS = 15_000

/** What was read a second time: which sentences are not said, of how many, and what that cost. `null` of `refused`: nothing was heard. */
export type SecondReading = { read: number; refused: readonly Stated[] | null; spent: Spending }

/**
 * Reads what passed the check once more, with a model that knows the passages and the sentences and not the question. It can only
 * take away: what it refuses is not shown, and what it lets pass the code has let pass before. A model that is slow, down or out of
 * budget refuses nothing.
 */
export type SecondReader = {
  hash: string
  read(call: Call, stated: readonly Stated[], passages: readonly Passage[]): Promise<SecondReading>
}

export function createSecondReader(parts: {
  model: ChatModel
  prompts: Pick<Prompts, 'secondReader'>
  calls: PaidCalls
  stopping: AbortSignal
}): SecondReader {
  const { model, prompts, calls, stopping } = parts
  return {
    hash: prompts.secondReader.hash,
    read: async (call, stated, passages) => {
      if (stated.length === 0) return { read: 0, refused: [], spent: FREE }
      const cited = new Set(stated.flatMap((one) => one.cited))
      const messages = prompts.secondReader.fill({
        passages: passages
          .filter((passage) => cited.has(passage.n))
          .map(shownToModel)
          .join('\n\n'),
        sentences: stated.map(numbered).join('\n'),
      })
      const signal = AbortSignal.any([call.stop, stopping, AbortSignal.timeout(TIMEOUT_MS)])
      const paid = await calls.pay(call, () =>
        model.fill(messages, FORM, { signal, mostTokens: TOKENS_A_SENTENCE * (stated.length + 1) }),
      )
      const said = paid.kind === 'failed' || paid.result.end === 'stopped' ? null : paid.result.value
      return { read: stated.length, refused: said ? refusedOf(said.sentences, stated) : null, spent: paid.spent }
    },
  }
}

function numbered({ text, cited }: Stated, at: number): string {
  return `${at + 1}. ${withoutPersonalNumbers(text)} [${cited.join('][')}]`
}

/** What is said of sentences that it was not shown is left out. */
function refusedOf(said: z.infer<typeof FORM.schema>['sentences'], stated: readonly Stated[]): Stated[] {
  const refused = new Set(said.filter((one) => one.verdict !== 'says').map((one) => one.n))
  return stated.filter((_, at) => refused.has(at + 1))
}
