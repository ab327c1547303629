import { describe, expect, test } from 'vitest'
import { readFile } from '../../../../src/knowledge/readers/read-file.ts'
import { anOdf } from '../odf/files.ts'
import { allText, mustRead } from '../support.ts'
import { aPackage, aShape, aSheetFile, aSlideFile, aWordFile, rels, sheetRows, wp } from './files.ts'

const FILES: [string, () => Promise<Uint8Array> | Uint8Array][] = [
  ['docx', () => aWordFile(wp('Текст.'))],
  ['xlsx', () => aSheetFile({ А: sheetRows([['Текст.']]) })],
  ['pptx', () => aSlideFile([aShape(['Текст.'])])],
  ['odt', () => anOdf('text', { body: '<text:p>Текст.</text:p>' })],
]

/** A package with other names and contents of its parts. */
async function changed(
  file: Uint8Array,
  change: (name: string, text: string) => [string, string],
): Promise<Uint8Array> {
  const { unzipSync, strFromU8 } = await import('fflate')
  return aPackage(
    Object.fromEntries(Object.entries(unzipSync(file)).map(([name, part]) => change(name, strFromU8(part)))),
  )
}

describe.each(FILES)('a package of %s is read', (ending, make) => {
  test.each(['\n', '\0'.repeat(700), '-----end of mail-----'])('with something behind it', async (behind) => {
    const file = await make()
    const longer = new Uint8Array([...file, ...new TextEncoder().encode(behind)])
    expect(allText(await mustRead(longer, `a.${ending}`))).toBe('Текст.')
  })

  test('with a comment that was cut off', async () => {
    const file = Uint8Array.from(await make())
    file[file.length - 2] = 9
    expect(allText(await mustRead(file, `a.${ending}`))).toBe('Текст.')
  })

  test('with names in other capitals, or with strokes to the other side', async () => {
    const loud = await changed(await make(), (name, text) => [
      name === 'mimetype' || name === 'content.xml' ? name : name.toUpperCase(),
      text,
    ])
    const back = await changed(await make(), (name, text) => [name.replaceAll('/', '\\'), text])
    for (const file of [loud, back]) expect(allText(await mustRead(file, `a.${ending}`))).toBe('Текст.')
  })

  test('with prefixes of its own', async () => {
    const own = await changed(await make(), (name, text) => [
      name,
      text
        .replace(/(<\/?|\s)(w|p|a|r|text|office|table):/g, '$1own$2:')
        .replace(/xmlns:(w|p|a|r|text|office|table)=/g, 'xmlns:own$1='),
    ])
    expect(allText(await mustRead(own, `a.${ending}`))).toBe('Текст.')
  })
})

describe('an office file is read', () => {
  test('with a main part of another name, whose type stands with its ending or nowhere', async () => {
    const moved = await changed(aWordFile(wp('Текст.')), (name, text) => {
      if (name === '[Content_Types].xml')
        return [name, '<Types><Default Extension="xml" ContentType="application/xml"/></Types>']
      if (name === '_rels/.rels') return [name, rels({ x: ['officeDocument', '/word/документ 2.xml'] })]
      return [name.replace('document.xml', 'документ 2.xml'), text]
    })
    expect(allText(await mustRead(moved, 'a.docx'))).toBe('Текст.')
  })

  test('when it may have macros and has none', async () => {
    const marked = await changed(aSheetFile({ А: sheetRows([['Текст.']]) }), (name, text) => [
      name,
      text.replace('openxmlformats-officedocument.spreadsheetml.sheet', 'ms-excel.sheet.macroEnabled'),
    ])
    expect(allText(await mustRead(marked, 'a.xlsm'))).toBe('Текст.')
  })

  test.each([
    ['the frame of a library', '<script:library name="Standard"/>'],
    ['an empty module', '<script:module>REM  *****  BASIC  *****\n\nSub Main\n\nEnd Sub\n</script:module>'],
    ['a module of comments', "<script:module>' ништа\nOption Explicit\n</script:module>"],
  ])('with %s, which is no macro', async (_, module) => {
    const file = await anOdf('text', {
      body: '<text:p>Текст.</text:p>',
      more: { 'Basic/Standard/Module1.xml': module },
    })
    expect(allText(await mustRead(file, 'a.odt'))).toBe('Текст.')
  })

  test.each(['Sub Main\nShell "x"\nEnd Sub', 'Sub Main : Shell "x" : End Sub'])('but not with «%s»', async (source) => {
    const module = `<script:module>${source}</script:module>`
    const file = await anOdf('text', {
      body: '<text:p>Текст.</text:p>',
      more: { 'Basic/Standard/Module1.xml': module },
    })
    expect(await readFile(file, 'a.odt')).toEqual({ kind: 'refused', reason: 'macros' })
  })
})

describe('an OpenDocument file is read', () => {
  const body = '<text:p>Текст.</text:p>'
  const without = async (...left: string[]) => {
    const file = await anOdf('text', { body })
    const { unzipSync } = await import('fflate')
    return aPackage(Object.fromEntries(Object.entries(unzipSync(file)).filter(([name]) => !left.includes(name))))
  }

  test.each([[['mimetype']], [['mimetype', 'META-INF/manifest.xml']]])('without %j', async (left) => {
    expect(allText(await mustRead(await without(...left), 'a.odt'))).toBe('Текст.')
  })
})

test('a binary workbook is refused as one', async () => {
  const file = aPackage({
    '[Content_Types].xml':
      '<Types><Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>',
    '_rels/.rels': rels({ x: ['officeDocument', 'xl/workbook.bin'] }),
    'xl/workbook.bin': 'x',
  })
  expect(await readFile(file, 'a.xlsb')).toEqual({ kind: 'refused', reason: 'binary-workbook' })
})
