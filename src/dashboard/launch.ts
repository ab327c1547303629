/** Who opened the page, as the launch data say that Telegram's client hands over; or why they say nothing. */
export type Launch =
  | { kind: 'signed'; telegramId: number }
  /** None came with the request: opened outside of Telegram, or its script did not run. */
  | { kind: 'missing' }
  /** Altered, or signed for another bot. */
  | { kind: 'foreign' }
  /** Signed longer ago than launch data are believed. */
  | { kind: 'old' }

/** As long as a page may be used without being opened anew; whoever gets hold of launch data has them so long too. */
const LAUNCH_HOLDS_MS = 3_600_000
/** Clocks differ. */
const AHEAD_MS = 300_000

const SCHEME = /^tma (.+)$/s

/** Reads the launch data of a request from its `authorization`: «tma …», as Mini Apps send them. Never throws. */
export async function readLaunch(
  authorization: string | undefined,
  { token, now }: { token: string; now: Temporal.Instant },
): Promise<Launch> {
  const data = SCHEME.exec(authorization ?? '')?.[1]
  if (data === undefined) return { kind: 'missing' }
  // Loaded by the first who opens a page: 180 ms and 18 MB that most processes never need.
  const { isValid } = await import('@tma.js/init-data-node')
  const fields = new URLSearchParams(data)
  // Of a field that stands there twice one would be signed and another read.
  if (new Set(fields.keys()).size !== fields.size || !isValid(data, token, { expiresIn: 0 })) return { kind: 'foreign' }
  const telegramId = userIdIn(fields.get('user'))
  if (telegramId === null) return { kind: 'foreign' }
  return isFresh(Number(fields.get('auth_date')) * 1_000, now) ? { kind: 'signed', telegramId } : { kind: 'old' }
}

function isFresh(signedAtMs: number, now: Temporal.Instant): boolean {
  const ageMs = now.epochMilliseconds - signedAtMs
  return ageMs <= LAUNCH_HOLDS_MS && ageMs >= -AHEAD_MS
}

function userIdIn(user: string | null): number | null {
  try {
    const { id } = JSON.parse(user ?? '') as { id?: unknown }
    return Number.isSafeInteger(id) ? (id as number) : null
  } catch {
    // Signed all the same, so by somebody who has the token and writes no users.
    return null
  }
}
