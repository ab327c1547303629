import { Refusal } from '../errors.ts'
import type { World } from '../world.ts'

/** The app's clock, as far as the sandbox may touch it. */
export interface AppClock {
  now(): Temporal.Instant
  advance(duration: Temporal.Duration): void
}

const SETTING = 'clock_advanced_ms'

/** Moves a clock that starts anew with the process to where people had moved it before. */
export function restoreClock(world: World, clock: AppClock): void {
  const milliseconds = world.store.settings.get<number>(SETTING) ?? 0
  if (milliseconds > 0) clock.advance(Temporal.Duration.from({ milliseconds }))
}

/**
 * Moves the clock on by an ISO 8601 duration; a day is 24 hours, months and years follow the calendar.
 * Refuses what is no duration or would go back.
 */
export function advanceClock(world: World, clock: AppClock, iso: string): void {
  const milliseconds = millisecondsOf(iso, clock.now())
  if (milliseconds < 0) throw new Refusal(400, `The clock only moves on, and ${iso} is negative`)
  const before = world.store.settings.get<number>(SETTING) ?? 0
  world.store.settings.set(SETTING, before + milliseconds)
  clock.advance(Temporal.Duration.from({ milliseconds }))
  world.events.publish('clock', { now: clock.now().toString() })
}

function millisecondsOf(iso: string, now: Temporal.Instant): number {
  try {
    const relativeTo = now.toZonedDateTimeISO('UTC')
    return Math.round(Temporal.Duration.from(iso).total({ unit: 'milliseconds', relativeTo }))
  } catch {
    throw new Refusal(400, `«${iso}» is not an ISO 8601 duration such as P1D or PT1H`)
  }
}
