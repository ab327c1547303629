import { z } from 'zod'
import { button, buttons, rowId } from '../../../bot/registry/button.ts'
import { dialogue } from '../../../bot/registry/dialogue.ts'

/** Asks for a list of people for a session. */
export const IMPORT = button('import:list', { who: 'trainer', args: [rowId] })

/** A list that was sent as material, by its version, for a session. */
export const IMPORT_INTO = button('import:into', { who: 'trainer', args: [rowId, rowId] })

/** What is done with a list that was read: it is imported, thrown away, or its import undone. */
export const ON_IMPORT = buttons('import', ['go', 'drop', 'undo'], { who: 'trainer', args: [rowId] })

/** A list of people that staff are asked for: a file, or lines of text. */
export const IMPORT_DIALOGUE = dialogue('import-list', z.object({ sessionId: z.int() }), {
  who: 'trainer',
  accepts: ['text'],
})
