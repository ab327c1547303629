import { Paragraph } from 'docx'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { readFile } from '../../../src/knowledge/readers/read-file.ts'
import { runs } from '../../support/runs.ts'
import { aDocx, aTable } from './docx/files.ts'
import { anOdf } from './odf/files.ts'
import { aPdf } from './pdf/files.ts'

const NAMES = fc.constantFrom('a.docx', 'a.pptx', 'a.pdf', 'a.odt', 'a.xlsx', 'a.html', 'a.md', 'a.txt', 'a.csv', '')

async function wholeFiles(): Promise<Uint8Array[]> {
  const row = '<table:table-row><table:table-cell><text:p>а</text:p></table:table-cell></table:table-row>'
  return [
    await aDocx([
      new Paragraph('Општина припрема план.'),
      aTable([
        ['а', 'б'],
        ['в', 'г'],
      ]),
    ]),
    await aPdf((pdf) => pdf.text('Општина припрема план.').addPage().text('Друга страна.')),
    new Uint8Array(
      await writeXlsxFile([
        ['Мера', 'Износ'],
        ['Обука', 5],
      ]).toBuffer(),
    ),
    await anOdf('text', { body: '<text:h text:outline-level="1">Увод</text:h><text:p>Текст.</text:p>' }),
    await anOdf('spreadsheet', { body: `<table:table table:name="А">${row}</table:table>` }),
    new TextEncoder().encode('<!doctype html><table><tr><td colspan=2>а<td>б</table><ul><li>в'),
    new TextEncoder().encode('---\ntitle: а\n---\n# Б\n\n- в\n\n| а | б |\n|-|-|\n| 1 | 2 |\n'),
  ]
}

test('random bytes never make reading throw', async () => {
  const starts = fc.constantFrom(
    '',
    '%PDF-1.7\n',
    'PK\x03\x04',
    '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
    '\xff\xfe',
    '<html>',
    '---\n',
  )
  await fc.assert(
    fc.asyncProperty(starts, fc.uint8Array({ maxLength: 3_000 }), NAMES, async (start, noise, name) => {
      const bytes = new Uint8Array(Buffer.concat([Buffer.from(start, 'latin1'), noise]))
      expect(['read', 'refused']).toContain((await readFile(bytes, name)).kind)
    }),
    runs(60),
  )
})

test('random text never makes reading throw', async () => {
  const pieces = fc.constantFrom(
    '<table>',
    '<tr>',
    '<td rowspan=9999999 colspan=9999999>',
    '<ul>',
    '<li>',
    '</p>',
    '<h1>',
    '# ',
    '|',
    '\n',
    ';',
    ',',
    '"',
    'а',
    '\ue000',
    '\ud800',
    '&#x0;',
  )
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 60 }), NAMES, async (parts, name) => {
      const result = await readFile(new TextEncoder().encode(parts.join('')), name)
      expect(['read', 'refused']).toContain(result.kind)
      // What a database cannot store is never handed on.
      expect(JSON.stringify(result)).not.toMatch(/\\u0000|\\ud[89a-f]|[\ue000\ue001]/)
    }),
    runs(60),
  )
})

test('files with a few bytes changed or cut off never make reading throw', async () => {
  const files = await wholeFiles()
  const change = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), byte: fc.integer({ min: 0, max: 255 }) })
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...files),
      fc.array(change, { maxLength: 8 }),
      fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: 1, freq: 3 }),
      NAMES,
      async (file, changes, share, name) => {
        const bytes = file.slice(0, Math.ceil(file.length * share))
        for (const { at, byte } of changes) if (bytes.length > 0) bytes[Math.floor(at * (bytes.length - 1))] = byte
        expect(['read', 'refused']).toContain((await readFile(bytes, name)).kind)
      },
    ),
    runs(60),
  )
}, 60_000)
