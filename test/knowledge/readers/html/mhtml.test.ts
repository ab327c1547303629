import { expect, test } from 'vitest'
import { readFile } from '../../../../src/knowledge/readers/read-file.ts'
import { allText, mustRead, SCRIPTS } from '../support.ts'

/** A page with a picture in one file, as Word and browsers save it: the page encoded in this way. */
function anArchive(page: string, encoding: 'base64' | 'quoted-printable', charset = 'utf-8', head = ''): Uint8Array {
  return Buffer.from(
    [
      `${head}MIME-Version: 1.0`,
      'Content-Type: multipart/related; boundary="----=_NextPart_01"',
      '',
      'This document is a Single File Web Page, also known as a Web Archive file.',
      '',
      '------=_NextPart_01',
      'Content-Location: file:///C:/odluka.htm',
      `Content-Transfer-Encoding: ${encoding}`,
      `Content-Type: text/html; charset="${charset}"`,
      '',
      page,
      '',
      '------=_NextPart_01',
      'Content-Location: file:///C:/odluka_files/image001.png',
      'Content-Transfer-Encoding: base64',
      'Content-Type: image/png',
      '',
      'iVBORw0KGgo=',
      '',
      '------=_NextPart_01--',
      '',
    ].join('\r\n'),
    'latin1',
  )
}

const pageOf = (text: string) =>
  `<html><head><title>x</title></head><body><h1>${text}</h1><p>${text} 2026.</p><img src="odluka_files/image001.png"></body></html>`

/** Lines of quoted-printable, cut in the middle of what they say as mailers do. */
function quoted(bytes: Uint8Array): string {
  const signs = [...bytes].map((byte) =>
    byte < 33 || byte > 126 || byte === 61
      ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
      : String.fromCharCode(byte),
  )
  return Array.from({ length: Math.ceil(signs.length / 24) }, (_, i) => signs.slice(i * 24, i * 24 + 24).join('')).join(
    '=\r\n',
  )
}

test.each(
  SCRIPTS.flatMap(({ script, s }) => [
    [script, 'base64', s, (page: string) => anArchive(Buffer.from(page).toString('base64'), 'base64')] as const,
    [
      script,
      'quoted-printable',
      s,
      (page: string) => anArchive(quoted(Buffer.from(page)), 'quoted-printable'),
    ] as const,
  ]),
)('a web page in a single file, in %s and %s, is read as the page', async (_, __, s, made) => {
  const read = await mustRead(made(pageOf(s('Одлука о Савету'))), 'odluka.mht')
  expect(read.format).toBe('html')
  expect(read.document.title).toBe(s('Одлука о Савету'))
  expect(allText(read)).toBe(s('Одлука о Савету 2026.'))
  expect(read.unread).toEqual([expect.objectContaining({ what: 'images', count: 1 })])
})

test('an older encoding that its head names is decoded', async () => {
  // «Одлука» in windows-1251.
  const page = '<p>=CE=E4=EB=F3=EA=E0 =EE =D1=E0=E2=E5=F2=F3</p>'
  const read = await mustRead(anArchive(page, 'quoted-printable', 'windows-1251'), 'a.mht')
  expect(allText(read)).toBe('Одлука о Савету')
})

test('one that begins with other heads, as browsers write it, is known too', async () => {
  const head = 'From: <Saved by Blink>\r\nSnapshot-Content-Location: https://primer.rs/\r\nSubject: Odluka\r\n'
  const read = await mustRead(anArchive(pageOf('Odluka'), 'quoted-printable', 'utf-8', head), 'a.mhtml')
  expect(read.document.title).toBe('Odluka')
})

test('an archive without a page is refused as a format that nobody knows', async () => {
  const archive = Buffer.from(anArchive('x', 'base64')).toString('latin1').replace('text/html', 'image/gif')
  expect(await readFile(Buffer.from(archive, 'latin1'), 'a.mht')).toMatchObject({
    kind: 'refused',
    reason: 'unknown-format',
  })
})
