import { z } from 'zod'
import { bigRowId, button, numberUpTo, pageUpTo, rowId } from '../../bot/registry/button.ts'
import { dialogue } from '../../bot/registry/dialogue.ts'
import { PARTS } from '../draft/draft.ts'

const everyone = 'everyone' as const
const part = z.enum(PARTS)

/** The first argument is the plan, where no entry or version stands for it. */
export const BEGIN = button('plan:begin', { who: everyone })
export const OPEN = button('plan:open', { who: everyone, args: [rowId] })
export const STEPS_OF = button('plan:steps', { who: everyone, args: [rowId] })
export const STEP = button('plan:step', { who: everyone, args: [rowId, numberUpTo(20)] })
export const PART = button('plan:part', { who: everyone, args: [rowId, part, pageUpTo(99)] })

/** A row is begun, and ended with the step it belongs to. */
export const ADD = button('plan:add', { who: everyone, args: [rowId, part] })
export const FINISH = button('plan:finish', { who: everyone, args: [rowId, part] })
export const SKIP = button('plan:skip', { who: everyone, args: [rowId] })
export const ENTRY = button('plan:row', { who: everyone, args: [bigRowId] })
export const CHANGE = button('plan:change', { who: everyone, args: [bigRowId] })
export const REMOVE = button('plan:remove', { who: everyone, args: [bigRowId] })
/** The version is that which was shown. */
export const REMOVE_SURE = button('plan:gone', { who: everyone, args: [bigRowId, rowId] })
export const OVERWRITE = button('plan:mine', { who: everyone, args: [bigRowId] })
export const LEAVE = button('plan:theirs', { who: everyone, args: [bigRowId] })
/** The first and the last entry that came in one go. */
export const UNDO = button('plan:undo', { who: everyone, args: [rowId, bigRowId, bigRowId] })

/** Step 0 is the whole plan. */
export const REVIEW = button('plan:review', { who: everyone, args: [rowId, pageUpTo(20)] })
/** What is left as it is, by a mark of the finding. */
export const ACCEPT = button('plan:accept', { who: everyone, args: [rowId, z.string().regex(/^[a-z0-9]{1,16}$/)] })

export const EXPORTS = ['cyrl', 'latn', 'xlsx', 'report', 'yearly'] as const
export type ExportKind = (typeof EXPORTS)[number]
export const PICK_EXPORT = button('plan:files', { who: everyone, args: [rowId] })
export const EXPORT = button('plan:export', { who: everyone, args: [rowId, z.enum(EXPORTS)] })

/** Who takes care of a step; person 0 is nobody. */
export const CARE_OF = button('plan:care', { who: everyone, args: [rowId, numberUpTo(20)] })
export const GIVE_STEP = button('plan:give', { who: everyone, args: [rowId, numberUpTo(20), numberUpTo(999_999_999)] })

export const PEOPLE_OF = button('plan:people', { who: everyone, args: [rowId] })
export const INVITE = button('plan:invite', { who: everyone, args: [rowId, bigRowId] })
export const TAKE_OVER = button('plan:take', { who: everyone, args: [rowId] })
export const SHARE = button('plan:share', { who: everyone, args: [rowId, z.enum(['on', 'off'])] })
export const PERIOD = button('plan:period', { who: everyone, args: [rowId] })
export const WISH = button('plan:wish', { who: everyone, args: [rowId] })

export const VERSIONS = button('plan:versions', { who: everyone, args: [rowId] })
export const KEEP = button('plan:keep', { who: everyone, args: [rowId] })
export const COMPARE = button('plan:compare', { who: everyone, args: [rowId] })
export const RESTORE = button('plan:restore', { who: everyone, args: [rowId] })
export const ADOPT = button('plan:adopt', { who: everyone, args: [rowId] })
export const ADOPT_SURE = button('plan:adopted', { who: everyone, args: [rowId] })
export const REVISE = button('plan:revise', { who: everyone, args: [rowId] })

const cells = z.record(z.string(), z.string())

/**
 * A row that is being written: `entryId` is `null` before anything of it was read, `asking` the column whose answer is awaited.
 * `pending` is what somebody wrote over a row that another changed meanwhile.
 */
export const ROW_DIALOGUE = dialogue(
  'plan-row',
  z.object({
    planId: z.int(),
    part,
    entryId: z.int().nullable(),
    version: z.int().nullable(),
    asking: z.string().nullable(),
    skipped: z.array(z.string()),
    pending: cells.nullable(),
  }),
  { who: everyone, accepts: ['text'] },
)

/** The period of a plan that is to be begun, or of one that gets another. */
export const PERIOD_DIALOGUE = dialogue('plan-period', z.object({ planId: z.int().optional() }), {
  who: everyone,
  accepts: ['text'],
})
/** When a plan should be adopted. */
export const WISH_DIALOGUE = dialogue('plan-wish', z.object({ planId: z.int() }), { who: everyone, accepts: ['text'] })
/** Why a finding is left as it is. */
export const REASON_DIALOGUE = dialogue(
  'plan-reason',
  z.object({ planId: z.int(), code: z.string(), quote: z.string() }),
  { who: everyone, accepts: ['text'] },
)

/** A wording proposed from what was entered: of an objective, or of the paragraph of the analysis. */
export const WORD_OBJECTIVE = button('plan:word', { who: everyone, args: [bigRowId] })
export const WORD_ANALYSIS = button('plan:describe', { who: everyone, args: [rowId] })
/** With the mark of the proposal: there may be a later one. */
export const TAKE_WORDING = button('plan:take-wording', { who: everyone, args: [rowId, numberUpTo(999_999_999)] })
export const LEAVE_WORDING = button('plan:leave-wording', { who: everyone, args: [rowId] })
/** What was proposed; a text that is written instead is taken as it is. */
export const WORDING_DIALOGUE = dialogue(
  'plan-wording',
  z.object({
    planId: z.int(),
    part: z.enum(['objectives', 'analysis']),
    entryId: z.int().nullable(),
    version: z.int().nullable(),
    text: z.string(),
  }),
  { who: everyone, accepts: ['text'] },
)
