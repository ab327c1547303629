import { describe, expect, test } from 'vitest'
import type { Piece } from '../../../../src/knowledge/readers/pieces/pieces.ts'
import { titleOf } from '../../../../src/knowledge/readers/pieces/title.ts'

const paragraph = (text: string): Piece => ({ kind: 'paragraph', text })
/** So many different words that what is not among them is not what the document is about. */
const LONG = paragraph(Array.from({ length: 250 }, (_, i) => `р${i.toString(36)}еч`).join(' '))
const ABOUT = paragraph('Овим правилником уређује се поступање установе у одговору на насиље и занемаривање деце.')

describe('a title from the properties of a file', () => {
  test.each([
    ['of what it says, in other forms', 'Правилник о поступању установа у одговору на насиље', true],
    ['in Latin', 'Pravilnik o postupanju u odgovoru na nasilje', true],
    ['of another document that was written over', 'Правилник о испиту просветних саветника', false],
    ['that names a kind only', 'ПРАВИЛНИК', false],
    ['that is none', 'Верзија за штампу', false],
    ['that a program made up', 'Microsoft Word - odgovor na nasilje.doc', false],
  ])('%s: «%s»', (_, title, isTaken) => {
    expect(titleOf({ title, pieces: [ABOUT, LONG] }, 'protokol.pdf')).toBe(isTaken ? title : 'protokol')
  })

  test('of a short document is taken, whatever that says', () => {
    expect(titleOf({ title: 'Водич', pieces: [ABOUT] }, 'a.docx')).toBe('Водич')
  })
})

describe('a title of an act', () => {
  const heading = (text: string, depth = 1): Piece => ({ kind: 'heading', depth, text })

  test.each([
    [['ОДЛУКА', 'О ЈАВНИМ ПАРКИРАЛИШТИМА'], 'ОДЛУКА О ЈАВНИМ ПАРКИРАЛИШТИМА'],
    [
      ['ОДЛУКА', 'О ЈАВНИМ ПАРКИРАЛИШТИМА НА ТЕРИТОРИЈИ', 'ГРАДА НОВОГ САДА', '(„Сл. лист“)'],
      'ОДЛУКА О ЈАВНИМ ПАРКИРАЛИШТИМА НА ТЕРИТОРИЈИ ГРАДА НОВОГ САДА',
    ],
    [['ЗАКОН', 'О СПОРТУ', 'I. УВОДНЕ ОДРЕДБЕ'], 'ЗАКОН О СПОРТУ'],
    [['ЗАКОН', 'О СПОРТУ', 'УВОДНЕ ОДРЕДБЕ'], 'ЗАКОН О СПОРТУ'],
    [['ZAKON', 'O IZMENAMA ZAKONA', 'O BUDŽETSKOM SISTEMU', 'Član 1.'], 'ZAKON O IZMENAMA ZAKONA O BUDŽETSKOM SISTEMU'],
    [['odluka', 'o kategorizaciji opštinskih puteva'], 'Odluka o kategorizaciji opštinskih puteva'],
    [
      ['На основу члана 132. став 3. Закона', 'Управа доноси', 'ПРАВИЛНИК', 'о садржини извештаја'],
      'ПРАВИЛНИК о садржини извештаја',
    ],
    [['PROGRAM', 'ZA POLAGANJE ISPITA'], 'PROGRAM ZA POLAGANJE ISPITA'],
  ])('%j is «%s»', (lines, title) => {
    for (const piece of [paragraph, heading])
      expect(titleOf({ title: null, pieces: [...lines.map((line) => piece(line)), ABOUT] }, 'a.pdf')).toBe(title)
  })

  test.each([
    [['Садржај', 'О нама пишу многи.']],
    [['ПРОГРАМ', 'Дан први']],
    [['Питања', 'Да ли Савет усваја план?']],
    [['УВОД', 'У општини живи 120 породица']],
  ])('%j is none', (lines) => {
    expect(titleOf({ title: null, pieces: [...lines.map(paragraph), ABOUT] }, 'mere.pdf')).toBe('mere')
  })
})
