/** Why an answer did not help. */
export const REASONS = ['wrong', 'incomplete', 'source', 'unclear'] as const
export type Reason = (typeof REASONS)[number]

/** What one person says of one answer; may be changed. */
export type Feedback = { helpful: boolean; reason: Reason | null }

/** Whether the answer says something untrue, so that nobody else should get it as it is. */
export function isWrong({ reason }: Feedback): boolean {
  return reason === 'wrong' || reason === 'source'
}
