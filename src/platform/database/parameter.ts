import { Buffer } from 'node:buffer'

/** A parameter as the wire takes it, for a value as `pg` takes it: text, bytes, or `null`. */
export function toParameter(value: unknown): string | Buffer | null {
  if (value === null || value === undefined) return null
  if (ArrayBuffer.isView(value)) return Buffer.from(value.buffer, value.byteOffset, value.byteLength)
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return arrayOf(value)
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function arrayOf(elements: readonly unknown[]): string {
  return `{${elements.map(elementOf).join(',')}}`
}

function elementOf(element: unknown): string {
  if (Array.isArray(element)) return arrayOf(element)
  const parameter = toParameter(element)
  if (parameter === null) return 'NULL'
  if (typeof parameter !== 'string') return `\\\\x${parameter.toString('hex')}`
  return `"${parameter.replace(/["\\]/g, '\\$&')}"`
}

/** `value` as a jsonb parameter. What jsonb refuses inside strings is left out (NUL) or replaced (halves of characters). */
export function toJsonb(value: unknown): string {
  return asStored(value).json
}

/** `value` as a jsonb parameter, and as it will be read: itself, unless something had to be left out. */
export function asStored<T>(value: T): { json: string; stored: T } {
  const json = JSON.stringify(value)
  if (!REFUSED_BY_JSONB.test(json)) return { json, stored: value }
  const kept = JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'string' ? part.replaceAll('\0', '').toWellFormed() : part,
  )
  return { json: kept, stored: JSON.parse(kept) as T }
}

/**
 * Numbers, uuids, times and our own words for states as one array parameter, for statements that a crowd repeats: pg itself
 * would quote each and look it over for what it must escape, which none of these holds. Nothing that people write.
 */
export function toPlainArray(elements: readonly (number | string | null)[]): string {
  return `{${elements.map((element) => element ?? 'null').join(',')}}`
}

/** Many as one parameter for `jsonb_array_elements`: an array of jsonb would have every quotation mark in them escaped. */
export function toJsonbArray(elements: readonly string[]): string {
  return `[${elements.join(',')}]`
}

/** NUL and halves of characters as JSON writes them, and, rarely, what only looks like them. */
const REFUSED_BY_JSONB = /\\u(?:0000|d[89a-f])/
