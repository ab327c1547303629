import type { Issuing } from '../../certificates/paper.ts'

/** What one's own pages are given. */
export type MineParts = { issuing: Issuing }
