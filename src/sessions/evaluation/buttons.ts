import { z } from 'zod'
import { button, buttons, pageUpTo, rowId } from '../../bot/registry/button.ts'
import { dialogue } from '../../bot/registry/dialogue.ts'
import { BEST } from './rules.ts'

/** More questions than there are. */
const question = pageUpTo(9)
const mark = z.coerce.number().int().min(1).max(BEST)

/** Somebody evaluates a session that they were in, by their sign-up: begins, gives a mark, leaves a question out, goes back. */
export const EVALUATE = button('ocena:start', { who: 'everyone', args: [rowId] })
export const RATE = button('ocena:rate', { who: 'everyone', args: [rowId, question, mark] })
export const LEAVE_OUT = button('ocena:skip', { who: 'everyone', args: [rowId, question] })
export const GO_BACK = button('ocena:back', { who: 'everyone', args: [rowId, question] })

/** What staff do about it; it is shown by `EVALUATION_OF`. */
export const ON_EVALUATION = buttons('ocene', ['switch', 'ask', 'usual', 'file', 'picture'], {
  who: 'trainer',
  args: [rowId],
})

export const QUESTIONS_DIALOGUE = dialogue('evaluation-questions', z.object({ sessionId: z.int() }), {
  who: 'trainer',
  accepts: ['text'],
})
/** Where somebody is in evaluating: kept with the chat until the last answer, and then with nobody. */
export const EVALUATION_DIALOGUE = dialogue(
  'evaluation',
  z.object({ signUpId: z.int(), ratings: z.array(mark.nullable()), at: z.int().min(0), askedAt: z.string() }),
  { who: 'everyone', accepts: ['text'] },
)
