import { button, numberUpTo, rowId } from '../../bot/registry/button.ts'

/** Pressed in a group: a step that is free is taken, the state is shown anew, or shown no more. */
export const TAKE_STEP = button('plan:take-step', { who: 'everyone', args: [rowId, numberUpTo(20)] })
export const SHOW_AGAIN = button('plan:in-group', { who: 'everyone', args: [rowId] })
export const HIDE_PLAN = button('plan:hide', { who: 'everyone', args: [rowId] })
