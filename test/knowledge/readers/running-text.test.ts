import { expect, test } from 'vitest'
import { unreadLines } from '../../../src/knowledge/material/unread-texts.ts'
import { runningText } from '../../../src/knowledge/readers/running.ts'
import { aShape, aSlideFile, aWordFile, wp } from './package-files.ts'
import { aPdf } from './pdf-files.ts'
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
