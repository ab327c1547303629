import type { WallTime } from './session-rules.ts'

export type ReadTime =
  | { kind: 'time'; value: WallTime }
  /** Day and month were understood, and there is no such day or hour: 29 February, 31 April, 25:00. */
  | { kind: 'no-such-time' }
  | { kind: 'not-understood' }

const DAY_FIRST = /^(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4})\.?(.*)$/
const YEAR_FIRST = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:t|\b)(.*)$/
const HOUR =
  /^[,\s]*(?:у|u|od|од|do|до|at|h)?\s*(\d{1,2})(?:\s*[:.h]\s*(\d{2}))?\s*(?:h|č|ч|časova|часова|sati|сати)?\.?$/

/**
 * A day and an hour as people write them: «29. 3. 2027. у 10», «29.03.2027 10:30», «2027-03-29T10:00». Without an hour it
 * is `defaultHour`; `null` asks for one.
 */
export function readWallTime(text: string, defaultHour: string | null): ReadTime {
  const written = text.trim().toLowerCase()
  const day = DAY_FIRST.exec(written)
  const year = YEAR_FIRST.exec(written)
  if (day) return made([day[3]!, day[2]!, day[1]!], hourIn(day[4]!, defaultHour))
  if (year) return made([year[1]!, year[2]!, year[3]!], hourIn(year[4]!, defaultHour))
  return { kind: 'not-understood' }
}

function hourIn(rest: string, defaultHour: string | null): string | null {
  if (rest.trim() === '') return defaultHour
  const [, hour, minute = '00'] = HOUR.exec(rest) ?? []
  return hour === undefined ? null : `${hour.padStart(2, '0')}:${minute}`
}

function made(date: [string, string, string], hour: string | null): ReadTime {
  if (hour === null) return { kind: 'not-understood' }
  const [year, month, day] = date
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T${hour}`
  try {
    return { kind: 'time', value: Temporal.PlainDateTime.from(iso).toString({ smallestUnit: 'minute' }) }
  } catch {
    return { kind: 'no-such-time' }
  }
}
