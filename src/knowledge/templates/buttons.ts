import { button, rowId } from '../../bot/registry/button.ts'

/** A form to fill in, by one of its passages, as a document. */
export const SEND_TEMPLATE = button('template', { who: 'everyone', args: [rowId] })
