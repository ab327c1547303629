import { z } from 'zod'
import { button } from '../../bot/registry/button.ts'

/** When the digest of staff comes: the choice, and what was chosen. */
export const DIGEST_HOURS = button('digest:hours', { who: 'trainer' })
export const CHOOSE_HOUR = button('digest:at', {
  who: 'trainer',
  args: [z.enum(['7', '8', '12', '16', '18', '20', 'never'])],
})
