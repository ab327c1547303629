import { z } from 'zod'

const day = z.iso.date()

/** A date as pages write it in addresses and forms, «2026-03-12»; `null` for anything else. */
export function readDay(text: string | null): Temporal.PlainDate | null {
  const read = day.safeParse(text)
  return read.success ? Temporal.PlainDate.from(read.data) : null
}
