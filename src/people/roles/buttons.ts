import { bigRowId, button, rowId } from '../../bot/registry/button.ts'

/** Who is staff, and the invitations that are open. */
export const STAFF = button('role:list', { who: 'coordinator' })
/** Taking the role from a person, oneself perhaps: asked, and confirmed for the role that was asked about. */
export const ASK_TO_TAKE = button('role:take', { who: 'coordinator', args: [bigRowId] })
export const TAKE_TRAINER = button('role:take-yes', { who: 'coordinator', args: [bigRowId] })
export const TAKE_COORDINATOR = button('role:take-coordinator', { who: 'coordinator', args: [bigRowId] })
/** Takes an invitation back. */
export const REVOKE = button('role:revoke', { who: 'coordinator', args: [rowId] })
