import { Buffer } from 'node:buffer'
import { decodeText, looksLikeText } from './encoding.ts'
import { findAll, parseXml } from './package/xml.ts'
import type { Archive } from './package/zip.ts'
import { type Format, Refusal } from './result.ts'

/** What the first bytes say a file is. */
export type Container = 'pdf' | 'zip' | 'text'

/** The kind of a file by its content; refuses what is empty, too old, encrypted as a whole, or no document at all. */
export function sniff(bytes: Uint8Array): Container {
  if (bytes.length === 0) throw new Refusal('empty')
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1_024)).toString('latin1')
  if (start.includes('%PDF-')) return 'pdf'
  if (start.startsWith('PK\x03\x04')) return 'zip'
  if (start.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) throw oleRefusal(bytes)
  if (start.startsWith('{\\rtf')) throw new Refusal('unknown-format', 'rtf')
  if (/^MIME-Version:/im.test(start) && /multipart\/related/i.test(start)) throw new Refusal('unknown-format', 'mhtml')
  const text = decodeText(bytes)
  if (!looksLikeText(text)) throw new Refusal('unknown-format')
  if (text.trim() === '') throw new Refusal('empty')
  return 'text'
}

/** Office files before 2007 and encrypted ones are the same container; the names of its streams tell them apart. */
function oleRefusal(bytes: Uint8Array): Refusal {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const holds = (stream: string) => buffer.includes(Buffer.from(stream, 'utf16le'))
  if (holds('EncryptedPackage')) return new Refusal('encrypted')
  if (holds('WordDocument')) return new Refusal('old-format', 'doc')
  if (holds('PowerPoint Document')) return new Refusal('old-format', 'ppt')
  if (holds('Workbook')) return new Refusal('old-format', 'xls')
  return new Refusal('unknown-format')
}

export type Office = { format: 'docx' | 'pptx' | 'xlsx' | 'odt' | 'odp' | 'ods'; mainPart: string }

const OPEN_DOCUMENT = /^application\/vnd\.oasis\.opendocument\.(text|presentation|spreadsheet)(?:-template)?$/
const OPEN_FORMATS = { text: 'odt', presentation: 'odp', spreadsheet: 'ods' } as const
const OFFICE =
  /(wordprocessingml\.(?:document|template)|presentationml\.(?:presentation|slideshow|template)|spreadsheetml\.(?:sheet|template))\.main\+xml$/
const OFFICE_FORMATS = { w: 'docx', p: 'pptx', s: 'xlsx' } as const

/** Which office document a zipped file is; refuses other archives, and documents with macros. */
export function officeIn(archive: Archive): Office {
  return openDocument(archive) ?? officeDocument(archive) ?? refuseArchive()
}

function openDocument({ names, parts }: Archive): Office | null {
  const mime = new TextDecoder().decode(parts.get('mimetype')).trim()
  const kind = OPEN_DOCUMENT.exec(mime)?.[1] as keyof typeof OPEN_FORMATS | undefined
  if (!kind) return null
  const manifest = parts.get('META-INF/manifest.xml')
  if (names.has('encrypted-package')) throw new Refusal('encrypted')
  if (manifest && findAll(parseXml(manifest), 'manifest:encryption-data').length > 0) throw new Refusal('encrypted')
  // Every document edited in LibreOffice may have the frame of a macro library; modules in it are macros.
  const macro = /^(?:Basic\/[^/]+\/(?!script-l[bc]\.xml$)[^/]+\.xml|Scripts\/.+\/[^/]+)$/
  if ([...names].some((name) => macro.test(name))) throw new Refusal('macros')
  return { format: OPEN_FORMATS[kind], mainPart: 'content.xml' }
}

function officeDocument({ names, parts }: Archive): Office | null {
  const types = parts.get('[Content_Types].xml')
  if (!types) return null
  if ([...names].some((name) => /vbaProject\.bin$/i.test(name))) throw new Refusal('macros')
  for (const { attribs } of findAll(parseXml(types), 'Override')) {
    const type = attribs.ContentType ?? ''
    if (/macroEnabled/i.test(type) && !/addin/i.test(type)) throw new Refusal('macros')
    const kind = OFFICE.exec(type)?.[1]?.[0] as keyof typeof OFFICE_FORMATS | undefined
    if (kind) return { format: OFFICE_FORMATS[kind], mainPart: (attribs.PartName ?? '').replace(/^\//, '') }
  }
  return null
}

function refuseArchive(): never {
  throw new Refusal('unknown-format', 'zip')
}

/** Which kind of text a file is: pages show themselves, for the rest the ending decides between kinds of text. */
export function textFormat(text: string, name: string): Extract<Format, 'html' | 'md' | 'csv' | 'txt'> {
  const start = text
    .slice(0, 4_000)
    .replace(/^\ufeff/, '')
    .replace(/<!--[\s\S]*?-->|<\?xml[^>]*\?>/g, '')
    .trimStart()
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  if (/^<(?:!doctype\s+html|html|head|body)\b/i.test(start)) return 'html'
  if (/^(?:html?|xhtml)$/.test(ending) && /<[a-z][^>]*>/i.test(start)) return 'html'
  if (/^<\?xml|^<(?!!--)[\w:]+[^>]*xmlns/i.test(text.trimStart().slice(0, 500)))
    throw new Refusal('unknown-format', 'xml')
  if (ending === 'csv' || ending === 'tsv') return 'csv'
  return ending === 'md' || ending === 'markdown' ? 'md' : 'txt'
}
