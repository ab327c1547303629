import { z } from 'zod'
import { bigRowId, button } from './button.ts'

/** «Yes, discard»: the turn in which the question was asked, and what stood behind the button that gave it up. Who may press is asked there. */
export const LEAVE = button('leave:yes', {
  who: 'everyone',
  args: [bigRowId, z.string().regex(/^[a-z-]{1,16}:[a-z-]{1,24}$/)],
})

/** «No, go on»: the question stays open. */
export const STAY = button('leave:no', { who: 'everyone' })
