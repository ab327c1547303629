import { Buffer } from 'node:buffer'
import { hasMacros } from './macros/project.ts'
import { isStatement } from './macros/statement.ts'
import { relations } from './package/relations.ts'
import { findAll, findFirst, parseXml, textIn } from './package/xml.ts'
import type { Archive } from './package/zip.ts'
import { type Format, Refusal } from './result.ts'
import { decodeText, looksLikeText } from './text/encoding.ts'

/** What the first bytes say a file is. */
export type Container = 'pdf' | 'zip' | 'mhtml' | 'text'

/** The kind of a file by its content; refuses what is empty, too old, encrypted as a whole, or no document at all. */
export function sniff(bytes: Uint8Array): Container {
  if (bytes.length === 0) throw new Refusal('empty')
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1_024)).toString('latin1')
  if (start.includes('%PDF-')) return 'pdf'
  if (start.startsWith('PK\x03\x04')) return 'zip'
  if (start.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) throw oleRefusal(bytes)
  if (start.startsWith('{\\rtf')) throw new Refusal('old-format', 'rtf')
  if (/^MIME-Version:/im.test(start) && /multipart\/related/i.test(start)) return 'mhtml'
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

const OPEN_DOCUMENT = /^application\/vnd\.oasis\.opendocument\.(text|presentation|spreadsheet)(?:-template|-master)?$/
const OPEN_FORMATS = { text: 'odt', presentation: 'odp', spreadsheet: 'ods' } as const
const OFFICE_FORMATS = { document: 'docx', presentation: 'pptx', workbook: 'xlsx' } as const

/** Which office document a zipped file is; refuses other archives, and documents with macros. */
export function officeIn(archive: Archive): Office {
  return openDocument(archive) ?? officeDocument(archive) ?? refuseArchive()
}

function openDocument({ names, parts }: Archive): Office | null {
  const kind = openKind(parts)
  if (!kind) return null
  const manifest = parts.get('META-INF/manifest.xml')
  if (names.has('encrypted-package')) throw new Refusal('encrypted')
  if (manifest && findAll(parseXml(manifest), 'manifest:encryption-data').length > 0) throw new Refusal('encrypted')
  if ([...names].some((name) => /^Scripts\/.+\/[^/]+$/.test(name))) throw new Refusal('macros')
  for (const [name, part] of parts)
    if (/^Basic\/[^/]+\/[^/]+\.xml$/.test(name) && isMacro(part)) throw new Refusal('macros')
  return { format: OPEN_FORMATS[kind], mainPart: 'content.xml' }
}

/** Programs leave the entry «mimetype» out; the manifest says the same, and so does the content. */
function openKind(parts: Archive['parts']): keyof typeof OPEN_FORMATS | null {
  const manifest = parts.get('META-INF/manifest.xml')
  const root = manifest
    ? findAll(parseXml(manifest), 'manifest:file-entry').find(({ attribs }) => attribs['manifest:full-path'] === '/')
    : undefined
  const declared = [new TextDecoder().decode(parts.get('mimetype')).trim(), root?.attribs['manifest:media-type'] ?? '']
  const kind = declared.map((mime) => OPEN_DOCUMENT.exec(mime)?.[1]).find(Boolean)
  if (kind || declared.some((mime) => mime !== '')) return (kind as keyof typeof OPEN_FORMATS | undefined) ?? null
  const content = parts.get('content.xml')
  const body = content && /<office:(text|presentation|spreadsheet)[\s/>]/.exec(decodeText(content))?.[1]
  return (body as keyof typeof OPEN_FORMATS | undefined) ?? null
}

/** LibreOffice puts the frame of a library, and a module with an empty «Sub Main», into documents without any macro. */
function isMacro(module: Uint8Array): boolean {
  const source = findFirst(parseXml(module), 'script:module')
  if (!source) return false
  return textIn(source).split(/\r?\n/).some(isStatement)
}

function officeDocument({ names, parts }: Archive): Office | null {
  const mainPart = [...relations(parts, '').values()].find(({ type }) => type === 'officeDocument')?.target
  const types = parts.get('[Content_Types].xml')
  if (mainPart === undefined && !types) return null
  const all = types ? findAll(parseXml(types), 'Override', 'Default') : []
  const typed = all.find(({ attribs }) => attribs.PartName && /\.main(?:\+xml)?$/.test(attribs.ContentType ?? ''))
  const path = mainPart ?? typed?.attribs.PartName?.replace(/^\//, '')
  const binary = all.some(
    ({ name, attribs }) => name === 'Override' && /excel\.sheet\.binary/.test(attribs.ContentType ?? ''),
  )
  if (binary || /\.bin$/i.test(path ?? '')) throw new Refusal('binary-workbook')
  const projects = [...names].filter((name) => /vbaProject\.bin$/i.test(name)).map((name) => parts.get(name))
  if (projects.some((project) => !project || hasMacros(project))) throw new Refusal('macros')
  for (const [name, part] of parts)
    if (/^xl\/macrosheets\/[^/]+\.xml$/i.test(name) && findAll(parseXml(part), 'f').length > 0)
      throw new Refusal('macros')
  const main = path === undefined ? undefined : parts.get(path)
  const root = main && /<(?:[\w.-]+:)?(\w+)[\s/>]/.exec(decodeText(main.subarray(0, 8_000)))?.[1]
  const format = OFFICE_FORMATS[root as keyof typeof OFFICE_FORMATS]
  return format ? { format, mainPart: path! } : null
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
  if (/^(?:html?|xhtml|aspx?|php)$/.test(ending) && /<[a-z][^>]*>/i.test(start)) return 'html'
  // What web pages let one save as «.xls» or «.doc» is a page, or cells parted by tabs.
  if (/^<(?:table|meta|style|div|title)\b/i.test(start) && /^(?:xlsx?|docx?)$/.test(ending)) return 'html'
  if (/^<\?xml|^<(?!!--)[\w:]+[^>]*xmlns/i.test(text.trimStart().slice(0, 500)))
    throw new Refusal('unknown-format', 'xml')
  if (/^(?:csv|tsv|tab|xlsx?)$/.test(ending)) return 'csv'
  return ending === 'md' || ending === 'markdown' ? 'md' : 'txt'
}
