import { describe, expect, test } from 'vitest'
import { markdownOf } from '../../../../src/knowledge/readers/document-markdown.ts'
import { aWordFile, wp } from '../package/files.ts'
import { mustRead } from '../support.ts'

async function linesOf(content: string | Uint8Array, name: string): Promise<string[]> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const { document } = await mustRead(bytes, name)
  return markdownOf(document).split(/\n+/).slice(1, -1)
}

const pageOf = (body: string) => linesOf(`<!doctype html><title>Т</title><body>${body}</body>`, 'a.html')

describe('a web page gives', () => {
  test.each<[string, string, string[]]>([
    [
      'what stands in a form, not its fields',
      '<form><p>Радно време.</p><select><option>а</select><textarea>б</textarea></form>',
      ['Радно време.'],
    ],
    [
      'answers that a click opens',
      '<button class="accordion">Ко?</button><div style="display:none"><p>Савет.</p></div><button type="submit">Пошаљи</button>',
      ['Ко?', 'Савет.'],
    ],
    ['a folded detail', '<details><summary>Ко?</summary>Савет.</details>', ['Ко?', 'Савет.']],
    ['a panel of a tab', '<div role="tabpanel" hidden><p>Савет.</p></div>', ['Савет.']],
    ['an answer below its question', '<dl><dt>Ко?</dt><dd style="display: none">Савет.</dd></dl>', ['Ко?', 'Савет.']],
    ['nothing that stays hidden', '<p>Јавно.</p><div hidden>тајно</div>', ['Јавно.']],
    ['nothing of buttons that do something', '<p>Текст.</p><button>Затвори</button>', ['Текст.']],
    [
      'numbers of lists as they are shown',
      '<ol start="3"><li>а<ol type="a"><li>б</ol><li>в</ol>',
      ['3. а', 'a. б', '4. в'],
    ],
    [
      'raised signs, and notes in brackets',
      '<p>10 m<sup>2</sup>, реч<sup><a href="#fn1">1</a></sup></p>',
      ['10 m², реч[1]'],
    ],
    ['formulas', '<p><math><mfrac><mi>a</mi><mn>2</mn></mfrac><annotation>x</annotation></math></p>', ['a/2']],
  ])('%s', async (_, body, expected) => {
    expect(await pageOf(body)).toEqual(expected)
  })

  test('its text, whatever it is called', async () => {
    expect(await linesOf('<table><tr><td>Мера<td>Износ<tr><td>Огрев<td>5</table>', 'a.xls')).toEqual([
      '| Мера | Износ |',
      '|---|---|',
      '| Огрев | 5 |',
    ])
    expect(await linesOf('Мера\tИзнос\nОгрев\t5\n', 'a.xls')).toHaveLength(3)
  })
})

describe('Markdown gives', () => {
  test.each<[string, string, string[]]>([
    [
      'what stands in HTML',
      '<div>\nПрви.<br/>\n</div>\n\n<details><summary>Ко?</summary>\n\nСавет.\n\n</details>',
      ['Први.', 'Ко?', 'Савет.'],
    ],
    ['line breaks and raised signs of HTML', 'један<br>два, 5 m<sup>2</sup>', ['један два, 5 m²']],
    [
      'footnotes, and headings in quotations',
      'Текст.[^1]\n\n> ## Наслов\n\n[^1]: Белешка.',
      ['Текст.', 'Наслов', 'Белешка.'],
    ],
    ['lists that do not begin with 1, and lists in lists', '3. а\n   - б\n4. в', ['3. а', '- б', '4. в']],
    ['nothing of comments', '<!-- тајно -->\n\nТекст.', ['Текст.']],
  ])('%s', async (_, markdown, expected) => {
    expect(await linesOf(markdown, 'a.md')).toEqual(expected)
  })

  test.each([
    ['fields of another program', '---\ntitle: План\nchecked: недавно\nquestions: ниједно\n---\nТекст.', 'План'],
    ['what is no YAML', '---\ntitle: "План"\n\t- [\n---\nТекст.', 'План'],
    ['TOML', '+++\ntitle = "План"\n+++\nТекст.', 'a'],
  ])('its text below front matter with %s', async (_, markdown, title) => {
    const { document } = await mustRead(new TextEncoder().encode(markdown), 'a.md')
    expect(markdownOf(document)).toBe(`# ${title}\n\nТекст.\n`)
  })

  test('text between two lines, which is no front matter', async () => {
    expect(await linesOf('---\nОбично.\n---\n\nТекст.', 'a.md')).toContain('Текст.')
  })
})

describe('a law is parted by its articles', () => {
  const lines = [
    'ЗАКОН',
    '',
    'I ОСНОВНЕ ОДРЕДБЕ',
    'Предмет',
    'Члан 1.',
    'Уређује се положај:',
    '1) странаца;',
    '2) избеглица.',
    'Члан 2.',
    'Рок је осам дана.',
  ]
  const parted = [
    'ЗАКОН',
    '## I ОСНОВНЕ ОДРЕДБЕ',
    '### Предмет',
    '#### Члан 1.',
    'Уређује се положај:',
    '1) странаца;',
    '2) избеглица.',
    '#### Члан 2.',
    'Рок је осам дана.',
  ]

  test('with few empty lines, with one after each line, and in Word', async () => {
    expect(await linesOf(lines.join('\n'), 'a.txt')).toEqual(parted)
    expect(await linesOf(lines.filter(Boolean).join('\n\n'), 'a.txt')).toEqual(parted)
    const paragraphs = lines.filter(Boolean).map((line) => wp(line))
    expect(await linesOf(aWordFile(paragraphs.join('')), 'a.docx')).toEqual(parted)
  })

  test('whose lines were cut', async () => {
    const long = 'Право на смештај има породица која нема где да живи и која је то'
    expect(await linesOf(`Члан 1.\n${long}\nпријавила.\nЧлан 2.\nРок.`, 'a.txt')).toContain(`${long} пријавила.`)
  })

  test('but a text that names one article is none', async () => {
    expect(await linesOf('Члан 1.\n\nНаставак.', 'a.txt')).toEqual(['Члан 1.', 'Наставак.'])
  })
})
