import { button, rowId } from '../../../bot/registry/button.ts'

/** What went to a trainer was meant for the assistant. */
export const ASK_INSTEAD = button('words:ask', { who: 'everyone', args: [rowId] })
