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
