import { z } from 'zod'
import { button, pageUpTo, rowId } from '../../bot/registry/button.ts'
import { LOCALES } from '../../language/locale.ts'

/** A group reads a quiz to its end in the script in which it was begun, whoever presses. */
const locale = z.enum(LOCALES)

/** Pressed in a group: a quiz begins, or its question is followed by the one with this place (after the last, by its end). */
export const BEGIN_TOGETHER = button('kviz:group', { who: 'everyone', args: [rowId, locale] })
export const NEXT_TOGETHER = button('kviz:group-next', { who: 'everyone', args: [rowId, pageUpTo(99), locale] })
