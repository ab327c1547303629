import { describe, expect, test } from 'vitest'
import { toLatin } from '../../../../src/language/script.ts'
import { allText, blocksOf, mustRead, SCRIPTS } from '../support.ts'

const PROSE =
  'Општина Врање усваја локални акциони план. Њиме се уређују џепови сиромаштва, „жеђ“ и ђачки превоз, с чашћу.'
const bytesOf = (text: string) => new TextEncoder().encode(text)

/** Bytes of a text in a single-byte encoding, by asking what each byte means there. */
function encode(text: string, encoding: string): Uint8Array {
  const table = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, i) => i))
  return Uint8Array.from(text, (letter) => {
    const byte = table.indexOf(letter)
    if (byte < 0) throw new Error(`«${letter}» is not in ${encoding}`)
    return byte
  })
}

function utf16(text: string, { bigEndian = false, mark = false } = {}): Uint8Array {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le')
  return new Uint8Array(bigEndian ? bytes.swap16() : bytes)
}

const LATIN = toLatin(PROSE)
const ENCODINGS: [string, string, Uint8Array][] = [
  ['UTF-8', PROSE, bytesOf(PROSE)],
  ['UTF-8 with a mark', LATIN, bytesOf(`\ufeff${LATIN}`)],
  ['UTF-16 little endian with a mark', PROSE, utf16(PROSE, { mark: true })],
  ['UTF-16 big endian with a mark', LATIN, utf16(LATIN, { mark: true, bigEndian: true })],
  ['UTF-16 little endian', PROSE, utf16(PROSE)],
  ['UTF-16 big endian', PROSE, utf16(PROSE, { bigEndian: true })],
  ['UTF-16 little endian, Latin', LATIN, utf16(LATIN)],
  ['Windows-1250', LATIN, encode(LATIN, 'windows-1250')],
  ['Windows-1251', PROSE, encode(PROSE, 'windows-1251')],
  ['ISO 8859-2', LATIN.replace(/[„“]/g, '"'), encode(LATIN.replace(/[„“]/g, '"'), 'iso-8859-2')],
]

describe.each(ENCODINGS)('text in %s', (_, text, bytes) => {
  test.each(['a.txt', 'a.csv', 'a.md', 'a.html'])('is recognised in %s', async (name) => {
    const read = await mustRead(bytes, name)
    // Commas part cells in a csv file.
    const letters = (shown: string) => shown.replace(/[^\p{L}\p{N}]/gu, '')
    expect(letters(allText(read))).toBe(letters(text))
  })
})

describe.each(SCRIPTS)('a page in $script', ({ s }) => {
  const page =
    s(`<!doctype html><html><head><title>Наслов странице</title><meta charset="utf-8"><style>p{}</style><script>var а="скрипт"</script></head><body>
    <nav><a href="/">мени</a></nav><h1>Савет</h1><p>Први <b>пасус</b><br>у два реда &amp; <a href="http://127.0.0.1:9/">веза</a>.<p>Други.
    <h2>Списак</h2><ul><li>један<ul><li>унутра</li></ul></li><li>два</li></ul><ol><li>прво</li></ol>
    <table><caption>Табела мера</caption><thead><tr><th>Мера<th>Износ</thead><tr><td>Обука<td>5</table>
    <img src="http://127.0.0.1:9/a.png"><p hidden>скривено</p><footer>подножје</footer></body></html>`).replace(
      /<[^>]*>/g,
      (tag) => tag,
    )

  test('keeps headings, lists, tables and the text of links, and drops menus and scripts', async () => {
    const read = await mustRead(bytesOf(page), 'savet.html')
    expect(read).toMatchObject({
      format: 'html',
      pages: null,
      unread: [
        { what: 'images', count: 1, at: { kind: 'heading', text: s('Списак') } },
        { what: 'hidden-text', count: 1, at: { kind: 'heading', text: s('Списак') } },
      ],
      document: { title: s('Наслов странице') },
    })
    expect(read.document.sections).toMatchObject([
      {
        headings: [s('Савет')],
        place: null,
        blocks: [
          { kind: 'paragraph', text: s('Први пасус у два реда & веза.') },
          { kind: 'paragraph', text: s('Други.') },
        ],
      },
      {
        headings: [s('Савет'), s('Списак')],
        blocks: [
          { kind: 'list', ordered: false, items: [s('један'), s('унутра'), s('два')] },
          { kind: 'list', ordered: true, items: [s('прво')] },
          { kind: 'paragraph', text: s('Табела мера') },
          { kind: 'table', head: [s('Мера'), s('Износ')], rows: [[s('Обука'), '5']] },
        ],
      },
    ])
    for (const gone of ['мени', 'скрипт', 'скривено', 'подножје']) expect(allText(read)).not.toContain(s(gone))
  })
})

describe('plain text', () => {
  test('has a paragraph between empty lines, wrapped lines joined, and bullets as a list', async () => {
    const read = await mustRead(
      bytesOf('Први ред\nпрвог пасуса.\n\nДруги пасус:\n- једно\n- друго\n  наставак\n'),
      'Beleške_sa_obuke (2).txt',
    )
    expect(read).toMatchObject({ format: 'txt', document: { title: 'Beleške sa obuke' } })
    expect(blocksOf(read)).toEqual([
      { kind: 'paragraph', text: 'Први ред првог пасуса.' },
      { kind: 'paragraph', text: 'Други пасус:' },
      { kind: 'list', ordered: false, items: ['једно', 'друго наставак'] },
    ])
  })

  test('in both scripts is kept as it is written', async () => {
    expect(allText(await mustRead(bytesOf('ЛАП је план. LAP je plan.'), 'a.txt'))).toBe('ЛАП је план. LAP je plan.')
  })

  test.each([
    ['../../etc/passwd.txt', 'etc passwd'],
    ['Одлука 12/2024 🎉.txt', 'Одлука 12 2024'],
    ['.txt', 'Без наслова'],
    ['', 'Без наслова'],
  ])('named «%s» has the title «%s»', async (name, title) => {
    expect((await mustRead(bytesOf('Текст.'), name)).document.title).toBe(title)
  })

  test('in Markdown goes to the reader of the shipped material', async () => {
    const read = await mustRead(bytesOf('---\ntitle: Водич\n---\n## Глава\nТекст [везе](http://127.0.0.1:9/).'), 'a.md')
    expect(read).toMatchObject({
      format: 'md',
      document: { title: 'Водич', sections: [{ headings: ['Глава'], blocks: [{ text: 'Текст везе.' }] }] },
    })
  })

  test('in English is told from Serbian', async () => {
    expect(
      (await mustRead(bytesOf('The plan is adopted by the assembly of the municipality.'), 'a.txt')).language,
    ).toBe('en')
  })
})
