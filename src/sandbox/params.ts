import { badRequest } from './errors.ts'

/** A file as it came over the wire. */
export interface Upload {
  /** '' when the sender gave none. */
  name: string
  type: string
  content: Uint8Array
}

/**
 * The parameters of one call, wherever they came from: query, JSON, form or multipart.
 * As Telegram does, a number may arrive as text and an object as JSON text; `null` and '' count as absent
 * except for `text()`.
 */
export class Params {
  readonly values: Readonly<Record<string, unknown>>
  readonly uploads: ReadonlyMap<string, Upload>

  constructor(values: Record<string, unknown>, uploads: ReadonlyMap<string, Upload> = new Map()) {
    this.values = values
    this.uploads = uploads
  }

  has(name: string): boolean {
    const value = this.values[name]
    return value !== undefined && value !== null && value !== ''
  }

  text(name: string): string | undefined {
    const value = this.values[name]
    if (value === undefined || value === null) return undefined
    if (typeof value === 'object') throw badRequest(`field "${name}" must be of type String`)
    return String(value)
  }

  integer(name: string): number | undefined {
    if (!this.has(name)) return undefined
    const value = Number(this.values[name])
    if (!Number.isSafeInteger(value)) throw badRequest(`field "${name}" must be a valid Number`)
    return value
  }

  flag(name: string): boolean {
    const value = this.values[name]
    return value === true || value === 1 || value === '1' || value === 'true' || value === 'True'
  }

  /** An object or array, given as such or as JSON text. Throws 400 when the text is not JSON. */
  json(name: string): unknown {
    if (!this.has(name)) return undefined
    const value = this.values[name]
    if (typeof value !== 'string') return value
    try {
      return JSON.parse(value)
    } catch {
      throw badRequest(`can't parse ${name} JSON object`)
    }
  }

  /** The uploaded file that a value such as `attach://name` (or the field's own name) points at. */
  upload(reference: string): Upload | undefined {
    return this.uploads.get(reference.startsWith('attach://') ? reference.slice('attach://'.length) : reference)
  }

  /** What the journal keeps: files only by name and size. */
  forJournal(): Record<string, unknown> {
    const shown: Record<string, unknown> = { ...this.values }
    for (const [name, file] of this.uploads) shown[name] = `<${file.name || 'file'}, ${file.content.length} bytes>`
    return shown
  }
}
