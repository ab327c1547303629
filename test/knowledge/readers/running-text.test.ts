import { describe, expect, test } from 'vitest'
import { unreadLines } from '../../../src/knowledge/material/unread-texts.ts'
import { runningText } from '../../../src/knowledge/readers/running.ts'
import { anOdf } from './odf/files.ts'
import { aShape, aSheetFile, aSlideFile, aWordFile, sheetRows, wp } from './package/files.ts'
import { aPdf } from './pdf/files.ts'
import { allText, mustRead } from './support.ts'

test.each([
  ['nothing', [], 0],
  ['numbers of pages', ['1', 'Страна 2 од 9', 'Page 3 of 9', 'str. 4', '- 5 -'], 0],
  ['one text beside the number of each page', ['ЛАП Бечеј 1', 'ЛАП Бечеј 2', 'LAP Bečej 3'], 1],
  ['a header and a footer', ['Општина Бечеј', 'Нацрт од 3. маја'], 2],
])('headers and footers that say %s', (_, texts, count) => {
  expect(runningText(texts)).toEqual(count === 0 ? [] : [{ what: 'running-text', count }])
})

const part = (name: string, text: string) => `<w:${name}>${wp(text)}</w:${name}>`

test('those of a Word file are told', async () => {
  const file = aWordFile(
    wp('Текст.'),
    { 'header1.xml': part('hdr', 'Општина Бечеј'), 'footer1.xml': part('ftr', 'Страна 1') },
    { h: ['header', 'header1.xml'], f: ['footer', 'footer1.xml'] },
  )
  const read = await mustRead(file, 'a.docx')
  expect(allText(read)).toBe('Текст.')
  expect(unreadLines('sr-Cyrl', read.unread)).toEqual(['заглавље или подножје стране'])
})

test('those of slides are told once', async () => {
  const slide = (text: string) =>
    aShape([text]) + aShape(['Обука за поверенике'], { kind: 'ftr' }) + aShape(['3'], { kind: 'sldNum' })
  const read = await mustRead(aSlideFile([slide('Прво'), slide('Друго')]), 'a.pptx')
  expect(allText(read)).toBe('Прво\nДруго')
  expect(unreadLines('sr-Cyrl', read.unread)).toEqual(['заглавље или подножје стране'])
})

test('those of a PDF are told', async () => {
  const file = await aPdf((pdf) => {
    for (let page = 1; page <= 4; page++) {
      if (page > 1) pdf.addPage()
      pdf.text('Општина Бечеј, нацрт плана', 72, 30).text(`Реченица број ${page} стоји на страни.`, 72, 300)
    }
  })
  const read = await mustRead(file, 'a.pdf')
  expect(allText(read)).not.toContain('нацрт')
  expect(unreadLines('sr-Cyrl', read.unread)).toEqual(['заглавље или подножје стране'])
})

describe('those of printed sheets are told', () => {
  const sheet = (footer: string) =>
    `${sheetRows([['Текст']])}<headerFooter><oddFooter>${footer}</oddFooter></headerFooter>`

  test.each([
    ['&amp;C&amp;"Arial,Bold"&amp;12Општина Бечеј&amp;R&amp;P', ['заглавље или подножје стране']],
    ['&amp;L&amp;A&amp;C&amp;KFF0000&amp;P од &amp;N&amp;R&amp;D &amp;T &amp;F', []],
  ])('of a workbook: %s', async (footer, told) => {
    const read = await mustRead(aSheetFile({ Л: sheet(footer) }), 'a.xlsx')
    expect(allText(read)).toBe('Текст')
    expect(unreadLines('sr-Cyrl', read.unread)).toEqual(told)
  })

  test.each([
    ['<text:p>Општина Бечеј</text:p>', '', ['заглавље или подножје стране']],
    ['<text:p>Општина Бечеј</text:p>', ' style:display="false"', []],
    ['<text:p><text:sheet-name>Лист</text:sheet-name> <text:page-number>1</text:page-number></text:p>', '', []],
  ])('of an OpenDocument spreadsheet: %s%s', async (header, attribs, told) => {
    const file = await anOdf('spreadsheet', {
      body: '<table:table table:name="Л"><table:table-row><table:table-cell><text:p>Текст</text:p></table:table-cell></table:table-row></table:table>',
      more: { 'styles.xml': `<s xmlns:style="a" xmlns:text="b"><style:header${attribs}>${header}</style:header></s>` },
    })
    const read = await mustRead(file, 'a.ods')
    expect(allText(read)).toBe('Текст')
    expect(unreadLines('sr-Cyrl', read.unread)).toEqual(told)
  })
})

test('those of OpenDocument slides are told', async () => {
  const shape = (kind: string, text: string) =>
    `<draw:frame presentation:class="${kind}"><draw:text-box><text:p>${text}</text:p></draw:text-box></draw:frame>`
  const slide = `<draw:page>${shape('title', 'Прво')}${shape('footer', 'Обука за поверенике')}</draw:page>`
  const declared = '<presentation:footer-decl presentation:name="a">Општина Бечеј</presentation:footer-decl>'
  const read = await mustRead(await anOdf('presentation', { body: `${declared}${slide}${slide}` }), 'a.odp')
  expect(allText(read)).not.toMatch(/Општина|Обука/)
  expect(unreadLines('sr-Cyrl', read.unread)).toEqual(['заглавља и подножја страна (2)'])
})
