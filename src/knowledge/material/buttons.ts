import { z } from 'zod'
import { button, numberUpTo, pageUpTo, rowId } from '../../bot/registry/button.ts'
import { dialogue } from '../../bot/registry/dialogue.ts'

/** The material does not exist for members: what they press or write of it is none of ours. */
const STAFF = { who: 'trainer', hidden: true } as const

/** Pages of the list are counted from 1. */
export const PAGE = button('materials', { ...STAFF, args: [numberUpTo(9_999)] })

/** A source with its versions; the question before it is withdrawn; its versions again, as they are. */
export const SOURCE = button('material', { ...STAFF, args: [rowId] })
export const ASK_TO_WITHDRAW = button('ask-withdraw', { ...STAFF, args: [rowId] })
export const KEEP = button('keep', { ...STAFF, args: [rowId] })
export const WITHDRAW = button('withdraw', { ...STAFF, args: [rowId] })

/** A version: published, discarded, brought back; or published in place of a source, which comes second. */
export const PUBLISH = button('publish', { ...STAFF, args: [rowId] })
export const REPLACE = button('replace', { ...STAFF, args: [rowId, rowId] })
export const DISCARD = button('discard', { ...STAFF, args: [rowId] })
/** A draft without the ways to ask that a model proposed for it. */
export const DROP_WAYS = button('drop-ways', { ...STAFF, args: [rowId] })
export const BRING_BACK = button('bring-back', { ...STAFF, args: [rowId] })

/** A list of people is not published by a tap: coordinators are asked, and one of them says why, and presses once more. */
export const ASK_COORDINATORS = button('people:ask', { ...STAFF, args: [rowId] })
export const PUBLISH_ANYWAY = button('people:why', { who: 'coordinator', args: [rowId] })
/** A version, and the source whose place it takes; 0 where it is a source of its own. */
export const PUBLISH_LIST = button('people:publish', { who: 'coordinator', args: [rowId, pageUpTo(2_147_483_647)] })
export const KEEP_OUT = button('people:keep-out', { who: 'coordinator', args: [rowId] })

/** A list of people is taken for a session instead, which another room does. */
export const IMPORT_PEOPLE = button('people:import', { ...STAFF, args: [rowId] })

const listForm = z.object({ versionId: z.int(), reason: z.string().nullable() })
/** Why a list of people may be read by everybody: being written, or written. What begins and ends it is for coordinators. */
export const LIST_DIALOGUE = dialogue('list-of-people', listForm, { who: 'trainer', accepts: ['text'] })

/** The solution of an exercise, counted from 1. */
export const SOLUTION = button('solution', { ...STAFF, args: [numberUpTo(99)] })
