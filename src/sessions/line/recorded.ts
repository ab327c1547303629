import { apply, type Roll, type SignUpEvent } from './sign-up.ts'

/** A roll and the events that led to it from the one before. */
export type Recorded = { roll: Roll; events: readonly SignUpEvent[] }

export function unchanged(roll: Roll): Recorded {
  return { roll, events: [] }
}

export function record({ roll, events }: Recorded, event: Omit<SignUpEvent, 'number'>): Recorded {
  const numbered = { ...event, number: roll.nextNumber }
  return { roll: apply(roll, numbered), events: [...events, numbered] }
}
