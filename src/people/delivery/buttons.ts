import { bigRowId, button } from '../../bot/registry/button.ts'

/** Shows a message again that may not have arrived: which row of the outbox it was. */
export const SHOW_AGAIN = button('again', { who: 'everyone', args: [bigRowId] })
