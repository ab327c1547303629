import { bigRowId, button, buttons, rowId } from '../../../bot/registry/button.ts'

/** Writes somebody down for a session who has no Telegram. */
export const NEW_ENTRY = button('entered:new', { who: 'trainer', args: [rowId] })
/** Of somebody who is written down: those of the same name are known already; it is somebody else. */
export const ANOTHER_PERSON = button('entered:another', { who: 'trainer', of: 'entered-person' })

/** What is done about a sign-up of somebody without Telegram. */
export const ON_ENTERED = buttons('entered', ['accept', 'decline', 'link', 'mend', 'erase'], {
  who: 'trainer',
  args: [rowId],
})
/** Erasing is asked once more, and is of the person, whatever becomes of the sign-up. */
export const ERASE_ENTERED = button('entered:erase-yes', { who: 'trainer', args: [bigRowId] })
