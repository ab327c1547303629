import { Paragraph } from 'docx'
import JSZip from 'jszip'
import { describe, expect, test } from 'vitest'
import { LIMITS } from '../../../src/knowledge/readers/limits.ts'
import { readFile } from '../../../src/knowledge/readers/read-file.ts'
import { aDocx, withPart } from './docx/files.ts'
import { anOdf } from './odf/files.ts'
import { aPdf } from './pdf/files.ts'
import { allText, mustRead } from './support.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const docx = () => aDocx([new Paragraph('Општина припрема план.')])

/** The start and one stream name of an OLE container, as Office wrote files before 2007 and writes encrypted ones. */
function ole(stream: string): Uint8Array {
  return new Uint8Array(
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(1_024),
      Buffer.from(stream, 'utf16le'),
      Buffer.alloc(512),
    ]),
  )
}

const aModule = (source: string) => `<script:module script:name="Module1">${source}</script:module>`

async function aZip(entries: Record<string, string | Uint8Array>): Promise<Uint8Array> {
  const zip = new JSZip()
  for (const [name, content] of Object.entries(entries)) zip.file(name, content)
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}

describe('a file is refused', () => {
  test('that is empty, or holds no text', async () => {
    for (const [bytes, name] of [
      [new Uint8Array(), 'a.docx'],
      [bytesOf(' \n\n '), 'a.txt'],
      [bytesOf('<html><body><script>1</script></body></html>'), 'a.html'],
      [await aDocx([]), 'a.docx'],
      [await anOdf('spreadsheet', { body: '<table:table table:name="A"/>' }), 'a.ods'],
    ] as const) {
      expect(await readFile(bytes, name)).toEqual({ kind: 'refused', reason: 'empty' })
    }
  })

  test('beyond the largest size, unread', async () => {
    const result = await readFile(new Uint8Array(21_000_000).fill(65), 'a.txt')
    expect(result).toEqual({
      kind: 'refused',
      reason: 'too-large',
      detail: '21000000 bytes; at most 20000000 are read',
    })
  })

  test('with too many pages', async () => {
    const pdf = await aPdf((pdf) => pdf.text('1').addPage().text('2').addPage().text('3'))
    const odp = await anOdf('presentation', { body: '<draw:page/>'.repeat(3) })
    for (const bytes of [pdf, odp]) {
      expect(await readFile(bytes, 'a', { ...LIMITS, pages: 2 })).toMatchObject({ reason: 'too-many-pages' })
    }
  })

  test('that is encrypted, older than 2007, or has macros', async () => {
    const secret =
      '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>'
    expect(await readFile(ole('EncryptedPackage'), 'a.docx')).toEqual({ kind: 'refused', reason: 'encrypted' })
    expect(await readFile(await anOdf('text', { body: '', manifest: secret }), 'a.odt')).toEqual({
      kind: 'refused',
      reason: 'encrypted',
    })
    expect(await readFile(ole('WordDocument'), 'a.doc')).toEqual({
      kind: 'refused',
      reason: 'old-format',
      detail: 'doc',
    })
    expect(await readFile(ole('PowerPoint Document'), 'a.ppt')).toEqual({
      kind: 'refused',
      reason: 'old-format',
      detail: 'ppt',
    })
    expect(await readFile(ole('Workbook'), 'a.xls')).toEqual({ kind: 'refused', reason: 'old-format', detail: 'xls' })
    expect(await readFile(bytesOf('{\\rtf1 text}'), 'a.rtf')).toMatchObject({ reason: 'old-format', detail: 'rtf' })
    expect(await readFile(await withPart(await docx(), 'word/vbaProject.bin', () => 'x'), 'a.docx')).toEqual({
      kind: 'refused',
      reason: 'macros',
    })
    const basic = {
      'Basic/Standard/script-lb.xml': '<x/>',
      'Basic/Standard/Module1.xml': aModule('Sub Main\nMsgBox 1\nEnd Sub'),
    }
    expect(await readFile(await anOdf('text', { body: '', more: basic }), 'a.odt')).toEqual({
      kind: 'refused',
      reason: 'macros',
    })
  })

  test('that is no document', async () => {
    for (const bytes of [
      await aZip({ 'photo.jpg': 'x' }),
      ole('Something'),
      bytesOf('<?xml version="1.0"?><data xmlns="x"/>'),
      Uint8Array.from({ length: 5_000 }, (_, i) => (i * 7_919) % 256),
      new Uint8Array(
        Buffer.from(
          'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
          'base64',
        ),
      ),
    ]) {
      expect(await readFile(bytes, 'a.docx')).toMatchObject({ reason: 'unknown-format' })
    }
  })

  test('that is cut off or changed on the way', async () => {
    const pdf = await aPdf((pdf) => pdf.text('Текст.'.repeat(200)))
    for (const whole of [await docx(), pdf, await anOdf('text', { body: '<text:p>Текст.</text:p>' })]) {
      for (const share of [0.3, 0.6, 0.95]) {
        expect(await readFile(whole.slice(0, whole.length * share), 'a.docx')).toMatchObject({ reason: 'damaged' })
      }
    }
    const file = await aZip({ 'a.xml': 'Текст. '.repeat(500) })
    const changed = file.with(40, file[40]! ^ 0xff)
    expect(await readFile(changed, 'a.docx')).toMatchObject({ reason: 'damaged' })
  })
})

describe('a zip bomb is refused', () => {
  const bomb = async (bytes: number, name = 'word/document.xml') =>
    withPart(await docx(), name, () => ' '.repeat(bytes))

  test('by the size it declares', async () => {
    const limits = { ...LIMITS, unpackedBytes: 1_000_000 }
    expect(await readFile(await bomb(1_100_000), 'a.docx', limits)).toMatchObject({ reason: 'unpacks-too-large' })
    // What is never unpacked counts too.
    const picture = await bomb(1_100_000, 'word/media/a.bmp')
    expect(await readFile(picture, 'a.docx', limits)).toMatchObject({ reason: 'unpacks-too-large' })
  })

  test('by how much smaller it is packed', async () => {
    expect(await readFile(await bomb(12_000_000), 'a.docx')).toMatchObject({ reason: 'unpacks-too-large' })
  })

  test('when it declares a small size and unpacks to a large one', async () => {
    const file = Buffer.from(await bomb(5_000_000))
    const declared = Buffer.alloc(4)
    declared.writeUInt32LE(5_000_000)
    const small = Buffer.alloc(4)
    small.writeUInt32LE(5_000)
    for (let at = file.indexOf(declared); at >= 0; at = file.indexOf(declared)) small.copy(file, at)
    expect(await readFile(new Uint8Array(file), 'a.docx')).toMatchObject({
      reason: expect.stringMatching(/damaged|unpacks-too-large/),
    })
  })

  test('by the number of its entries', async () => {
    const entries = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`${i}.xml`, 'x']))
    expect(await readFile(await aZip(entries), 'a.docx', { ...LIMITS, zipEntries: 40 })).toMatchObject({
      reason: 'unpacks-too-large',
    })
  })
})

describe('the content decides, not the ending', () => {
  test.each([
    ['a PDF', () => aPdf((pdf) => pdf.text('Општина припрема план.')), 'pdf'],
    ['a Word document', docx, 'docx'],
    ['a page', async () => bytesOf('<!DOCTYPE html><p>Општина припрема план.'), 'html'],
    ['plain text', async () => bytesOf('Општина припрема план.'), 'txt'],
  ])('about %s', async (_, make, format) => {
    const bytes = await make()
    for (const name of ['a.docx', 'a.pdf', 'a.exe', 'a']) {
      const read = await mustRead(bytes, name)
      expect(read.format).toBe(format)
      expect(allText(read)).toBe('Општина припрема план.')
    }
  })
})
