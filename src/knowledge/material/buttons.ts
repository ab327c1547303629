import { button, numberUpTo, rowId } from '../../bot/registry/button.ts'

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
