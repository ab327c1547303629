import { z } from 'zod'
import { button } from '../bot/registry/button.ts'
import { LOCALES } from '../language/locale.ts'

/** How somebody is written to from now on. */
export const CHOOSE_LOCALE = button('locale', { who: 'everyone', args: [z.enum(LOCALES)] })
