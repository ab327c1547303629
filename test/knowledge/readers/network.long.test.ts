import { createServer } from 'node:http'
import { ExternalHyperlink, Paragraph, TextRun } from 'docx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readInWorker } from '../../../src/knowledge/readers/read-in-worker.ts'
import { listen } from '../../support/processes/listen.ts'
import { aDocx, withPart } from './docx/files.ts'
import { anOdf } from './odf/files.ts'

/** A server that counts who calls, and what its files would be called by. */
let calls = 0
let url: string
const server = createServer((_, response) => {
  calls += 1
  response.end('x')
})
beforeAll(async () => {
  url = `http://127.0.0.1:${await listen(server)}`
})
afterAll(() => void server.close())

const bytesOf = (text: string) => new TextEncoder().encode(text)

test.each<[string, () => Uint8Array | Promise<Uint8Array>]>([
  [
    'a.html',
    () =>
      bytesOf(
        `<html><head><link rel="stylesheet" href="${url}/a.css"><script src="${url}/a.js"></script><base href="${url}/"></head>` +
          `<body><p>Текст о савету.</p><img src="${url}/a.png"><iframe src="${url}/b"></iframe></body></html>`,
      ),
  ],
  ['a.md', () => bytesOf(`# Савет\n\nТекст о савету. ![слика](${url}/a.png) [веза](${url}/b)\n`)],
  [
    'a.odt',
    () =>
      anOdf('text', {
        body: `<text:p>Текст о савету.<draw:frame><draw:image xlink:href="${url}/a.png"/></draw:frame></text:p><text:section><text:section-source xlink:href="${url}/b.odt"/></text:section>`,
      }),
  ],
  [
    'a.docx',
    async () =>
      withPart(
        await withPart(
          await aDocx([
            new Paragraph('Текст о савету.'),
            new Paragraph({
              children: [new ExternalHyperlink({ link: `${url}/link`, children: [new TextRun('веза')] })],
            }),
          ]),
          'word/document.xml',
          (xml) =>
            xml.replace(
              '</w:body>',
              '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:link="rFar"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p></w:body>',
            ),
        ),
        'word/_rels/document.xml.rels',
        (xml) =>
          xml.replace(
            '</Relationships>',
            `<Relationship Id="rFar" TargetMode="External" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="${url}/a.png"/></Relationships>`,
          ),
      ),
  ],
])('reading %s calls nothing that it links to', async (name, file) => {
  const read = await readInWorker(await file(), name)
  expect(JSON.stringify(read)).toContain('Текст о савету.')
  expect(calls).toBe(0)
})
