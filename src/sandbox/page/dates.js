// @ts-check
// Everything is shown in the time of the councils, whatever the computer's zone.
import { inPageScript, locale } from './texts.js'

const timeZone = 'Europe/Belgrade'

/** @param {Date} at @param {Intl.DateTimeFormatOptions} options */
const format = (at, options) => inPageScript(new Intl.DateTimeFormat(locale(), { timeZone, ...options }).format(at))

/** @param {Date} at 14:05 */
export const clockTime = (at) => format(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** @param {Date} at 14:05:09 */
export const clockSeconds = (at) =>
  format(at, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' })

/** @param {Date} at A key equal for two instants of one Belgrade day. */
export const dayKey = (at) => new Intl.DateTimeFormat('sv-SE', { timeZone }).format(at)

/**
 * «понедељак, 23. новембар», with the year when it is not this one.
 * @param {Date} at @param {Date} now
 */
export function longDay(at, now) {
  const sameYear = dayKey(at).slice(0, 4) === dayKey(now).slice(0, 4)
  return format(at, { weekday: 'long', day: 'numeric', month: 'long', ...(sameYear ? {} : { year: 'numeric' }) })
}

/**
 * As short as a list of chats needs: the time today, the weekday within a week, else the date.
 * @param {Date} at @param {Date} now
 */
export function shortWhen(at, now) {
  if (dayKey(at) === dayKey(now)) return clockTime(at)
  const days = (now.getTime() - at.getTime()) / 86_400_000
  if (days >= 0 && days < 6) return format(at, { weekday: 'short' })
  return format(at, { day: 'numeric', month: 'numeric', year: '2-digit' })
}

/** @param {Date} at */
export const fullWhen = (at) => `${longDay(at, new Date(0))}, ${clockSeconds(at)}`

/**
 * A date_time entity: Telegram's client writes it itself, in its own language, by a pattern of the letters
 * w (weekday), d/D (short/long date), t/T (short/long time), or «r» (relative).
 * @param {number} unixTime @param {string} pattern @param {Date} now
 * @returns {string | null} null when the sender's own text is to be shown
 */
export function entityWhen(unixTime, pattern, now) {
  const at = new Date(unixTime * 1000)
  if (!pattern || Number.isNaN(at.getTime())) return null
  if (pattern === 'r') return relative(at, now)
  /** @type {Intl.DateTimeFormatOptions} */
  const options = { hourCycle: 'h23' }
  if (pattern.includes('w')) options.weekday = 'long'
  if (pattern.includes('d')) Object.assign(options, { day: 'numeric', month: 'numeric', year: 'numeric' })
  if (pattern.includes('D')) Object.assign(options, { day: 'numeric', month: 'long', year: 'numeric' })
  if (/t/i.test(pattern)) Object.assign(options, { hour: '2-digit', minute: '2-digit' })
  if (pattern.includes('T')) options.second = '2-digit'
  return format(at, options)
}

/** @param {Date} at @param {Date} now */
function relative(at, now) {
  const seconds = (at.getTime() - now.getTime()) / 1000
  const units = /** @type {const} */ ([
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
  ])
  const [unit, size] = units.find(([, size]) => Math.abs(seconds) >= size) ?? ['second', 1]
  const words = new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' })
  return inPageScript(words.format(Math.round(seconds / size), unit))
}

/** @param {number} ms «8 дана 1 сат» */
export function gap(ms) {
  const minutes = Math.round(ms / 60_000)
  const parts = /** @type {const} */ ([
    ['day', Math.floor(minutes / 1440)],
    ['hour', Math.floor((minutes % 1440) / 60)],
    ['minute', minutes % 60],
  ])
  /** @param {string} unit @param {number} n */
  const words = (unit, n) => new Intl.NumberFormat(locale(), { style: 'unit', unit, unitDisplay: 'long' }).format(n)
  const counted = parts.filter(([, n]) => n > 0).map(([unit, n]) => words(unit, n))
  return inPageScript(counted.join(' '))
}
