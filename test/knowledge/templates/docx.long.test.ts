import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { ContentBlock } from '../../../src/knowledge/readers/document.ts'
import { readMarkdown } from '../../../src/knowledge/readers/markdown/markdown.ts'
import { docxOf } from '../../../src/knowledge/templates/docx.ts'
import { convertFiles, hasLibreOffice } from '../readers/office/files.ts'
import { allText, blocksOf, mustRead, SCRIPTS, type Script } from '../readers/support.ts'

const FORM = `## Образац решења о радној групи
<!-- obrazac: resenje -->

Ово је предлог обрасца решења; пре доношења треба да га провери правна служба општине.

РЕШЕЊЕ о образовању Радне групе за период [допунити: године]

Члан 1.

Задатак групе је [допунити: задатак]. Датум: ________

1. Образује се Радна група у саставу:

| Улога | Име и презиме | Установа |
|---|---|---|
| координатор | ________ | [допунити: назив] |
| члан | ________ | ________ |

2. Рок је [допунити: датум].
3. Решење доставити члановима.

На шта пазити: сваки члан има заменика.
`
const [section] = readMarkdown(FORM, '').sections
const NOTE = 'Предлог обрасца: проверава правна служба.'

const inScript =
  (s: Script) =>
  (block: ContentBlock): ContentBlock => {
    if (block.kind === 'paragraph') return { ...block, text: s(block.text) }
    if (block.kind === 'list') return { ...block, items: block.items.map(s) }
    return { ...block, head: block.head.map(s), rows: block.rows.map((row) => row.map(s)) }
  }

const made = (s: Script, blocks: readonly ContentBlock[] = section!.blocks) =>
  docxOf({
    title: s('Образац решења о радној групи'),
    language: 'sr-Cyrl-RS',
    note: s(NOTE),
    blocks: blocks.map(inScript(s)),
  })

const xmlOf = (bytes: Uint8Array, part = 'word/document.xml') => strFromU8(unzipSync(bytes)[part]!)

test('a comment below the heading makes a section a form to fill in; a name that cannot name a file does not', () => {
  expect(section!.template).toBe('resenje')
  for (const name of ['../../etc', 'Решење', 'a b', '-a', `${'a'.repeat(61)}`])
    expect(readMarkdown(`## А\n<!-- obrazac: ${name} -->\n\nБ.`, '').sections[0]!.template, name).toBeUndefined()
})

describe.each(SCRIPTS)('in $script', ({ s }) => {
  test('everything of the section is in the document, its blanks too', async () => {
    const read = await mustRead(await made(s), 'a.docx')
    const text = allText(read)
    for (const words of ['________', '[допунити: задатак]', 'Члан 1.', 'координатор', 'Рок је', 'На шта пазити'])
      expect(text, words).toContain(s(words))
    expect(blocksOf(read, 'table')).toHaveLength(1)
    expect(blocksOf(read, 'table')[0]).toMatchObject({ head: [s('Улога'), s('Име и презиме'), s('Установа')] })
  })

  test('LibreOffice opens it', { skip: !hasLibreOffice(), timeout: 120_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'template-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const file = join(folder, 'a.docx')
    writeFileSync(file, await made(s))
    await convertFiles(folder, 'pdf', [file])
    const pdf = await mustRead(readFileSync(join(folder, 'written', 'a.pdf')), 'a.pdf')
    for (const words of ['_____', '[допунити: датум]', 'координатор', 'Члан 1.', '2.', '3.'])
      expect(allText(pdf), words).toContain(s(words))
  })
})

test('what is to be filled in is marked, and numbers go on where a table parted them', async () => {
  const bytes = await made((text) => text)
  expect(xmlOf(bytes).match(/<w:highlight w:val="yellow"/g)).toHaveLength(4)
  const starts = [...xmlOf(bytes, 'word/numbering.xml').matchAll(/w:lvl w:ilvl="0"[^>]*><w:start w:val="(\d+)"/g)]
  expect(starts.map(([, start]) => start)).toEqual(expect.arrayContaining(['1', '2']))
})

test('that it is a proposal is said once: by its own first words, or else by ours', async () => {
  const text = async (blocks?: ContentBlock[]) =>
    allText(await mustRead(await made((words) => words, blocks), 'a.docx'))
  expect(await text()).not.toContain(NOTE)
  expect(await text([{ kind: 'paragraph', text: 'Записник са седнице.' }])).toContain(NOTE)
})

test('a wide table has its page on its side', async () => {
  const head = Array.from({ length: 8 }, (_, i) => `К${i}`)
  const wide = await made((words) => words, [{ kind: 'table', head, rows: [head] }])
  expect(xmlOf(wide)).toContain('w:orient="landscape"')
  expect(xmlOf(await made((words) => words))).not.toContain('w:orient="landscape"')
})
