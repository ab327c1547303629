import type { Upload } from './params.ts'

export interface Form {
  fields: Record<string, string>
  uploads: Map<string, Upload>
}

/**
 * Reads a multipart/form-data body; null when it is not one. Written here because the platform's own reader refuses
 * what grammY sends and Telegram takes: file names without quotes, in Cyrillic or with spaces. Pure.
 */
export function readMultipart(body: Uint8Array, contentType: string): Form | null {
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType)
  if (!boundary) return null
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
  const delimiter = Buffer.from(`--${boundary[1] ?? boundary[2]}`)
  const form: Form = { fields: {}, uploads: new Map() }
  let at = bytes.indexOf(delimiter)
  if (at === -1) return null
  for (;;) {
    at += delimiter.length
    if (bytes.toString('latin1', at, at + 2) === '--') return form
    const headEnd = bytes.indexOf('\r\n\r\n', at)
    // The line break before a delimiter belongs to the delimiter.
    const next = headEnd === -1 ? -1 : bytes.indexOf(Buffer.concat([LINE_BREAK, delimiter]), headEnd + 2)
    if (next === -1) return null
    addPart(form, bytes.toString('utf8', at + 2, headEnd), bytes.subarray(headEnd + 4, Math.max(next, headEnd + 4)))
    at = next + LINE_BREAK.length
  }
}

const LINE_BREAK = Buffer.from('\r\n')

function addPart(form: Form, head: string, content: Buffer): void {
  const disposition = /^content-disposition:(.*)$/im.exec(head)?.[1] ?? ''
  const name = parameter(disposition, 'name')
  if (name === undefined) return
  const filename = parameter(disposition, 'filename')
  if (filename === undefined) form.fields[name] = content.toString('utf8')
  else {
    const type = /^content-type:\s*([^\r\n]*)/im.exec(head)?.[1]?.trim() ?? ''
    // Copied, so that a small file does not keep the whole request in memory.
    form.uploads.set(name, { name: filename, type, content: new Uint8Array(content) })
  }
}

/** A parameter with or without quotes; browsers write a quote inside one as %22. */
function parameter(disposition: string, name: string): string | undefined {
  const match = new RegExp(`;\\s*${name}=(?:"((?:[^"\\\\]|\\\\.)*)"|([^;\\r]*))`, 'i').exec(disposition)
  if (!match) return undefined
  return match[1] === undefined ? match[2]!.trim() : match[1].replaceAll(/\\(.)/g, '$1').replaceAll('%22', '"')
}
