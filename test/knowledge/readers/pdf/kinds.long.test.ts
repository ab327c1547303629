import { describe, expect, test } from 'vitest'
import { allText, blocksOf, mustRead, sectionWith } from '../support.ts'
import { aPdf, lineAt } from './files.ts'

const LINES = ['Преглед мера Локалног акционог плана.', 'Мера 1: додела сеоских кућа.', 'Укупно 32 породице.']

/** Writes lines turned against the clock, so that they read right on a page turned by as much with it. */
function turnedLines(pdf: PDFKit.PDFDocument, degrees: number, lines: readonly string[]): void {
  const { width, height } = pdf.page
  pdf.save()
  if (degrees === 90) pdf.transform(0, -1, 1, 0, 0, height)
  if (degrees === 180) pdf.transform(-1, 0, 0, -1, width, height)
  if (degrees === 270) pdf.transform(0, 1, -1, 0, width, 0)
  for (const [i, line] of lines.entries()) lineAt(pdf, line, 80, 150 + i * 40)
  pdf.restore()
}

describe('a turned page', () => {
  test.each([90, 180, 270])('is read from its own top, by %i degrees', async (degrees) => {
    const file = await aPdf((pdf) => {
      pdf.text('Увод.').addPage()
      turnedLines(pdf, degrees, LINES)
      Object.assign(pdf.page.dictionary.data, { Rotate: degrees })
    })
    const read = await mustRead(file, 'a.pdf')
    expect(read.unread).toEqual([])
    expect(allText(read)).toBe(['Увод.', ...LINES].join('\n'))
    expect(sectionWith(read, LINES[2]!).place).toEqual({ kind: 'page', number: 2 })
  })

  test('may have only its table turned, below an upright header', async () => {
    const file = await aPdf((pdf) => {
      pdf.text('Прилог 3.')
      turnedLines(pdf, 90, LINES)
    })
    expect(allText(await mustRead(file, 'a.pdf'))).toBe([...LINES, 'Прилог 3.'].join('\n'))
  })
})

describe('order', () => {
  test('is from the top down, whatever was written first', async () => {
    const rows = ['Прва реченица одлуке.', 'Друга реченица одлуке.', 'Трећа реченица одлуке.', 'Четврта.']
    const file = await aPdf((pdf) => {
      for (const i of [3, 1, 0, 2]) lineAt(pdf, rows[i]!, 70, 200 + i * 30)
    })
    expect(allText(await mustRead(file, 'a.pdf'))).toBe(rows.join('\n'))
  })

  test('keeps columns apart, below a heading that was written last', async () => {
    const file = await aPdf((pdf) => {
      pdf.text('Лева колона је прва. И даље лева колона.', 70, 200, { width: 150 })
      pdf.text('Десна колона је друга. И даље десна колона.', 320, 200, { width: 150 })
      lineAt(pdf, 'Наслов изнад обе колоне иде преко целе ширине стране, од краја до краја.', 70, 150)
    })
    expect(allText(await mustRead(file, 'a.pdf'))).toBe(
      'Наслов изнад обе колоне иде преко целе ширине стране, од краја до краја.\n' +
        'Лева колона је прва. И даље лева колона.\nДесна колона је друга. И даље десна колона.',
    )
  })
})

describe('headings by size', () => {
  test('are not sentences that only small print makes large', async () => {
    const file = await aPdf((pdf) => {
      pdf.fontSize(16).text('Јавни позив').moveDown()
      pdf.fontSize(12).text('Право на помоћ имају избегла и расељена лица из општине.').moveDown()
      pdf.text('Пријаве се подносе до 15. маја.').moveDown()
      pdf.fontSize(8).text('Сагласност се може опозвати у сваком тренутку, без последица. '.repeat(12).trim())
    })
    const read = await mustRead(file, 'a.pdf')
    expect(read.document.title).toBe('Јавни позив')
    expect(blocksOf(read).slice(0, 2)).toEqual([
      { kind: 'paragraph', text: 'Право на помоћ имају избегла и расељена лица из општине.' },
      { kind: 'paragraph', text: 'Пријаве се подносе до 15. маја.' },
    ])
  })
})

describe('dots', () => {
  const DOTS = '.'.repeat(40)

  test('of forms and price lists stay, a line a paragraph', async () => {
    const lines = [
      `Подносим захтев из члана 5. ${DOTS}`,
      'Број чланова породице: ____________',
      `Републичка такса ${DOTS} 380`,
      `Рок за решавање ${'. '.repeat(20)}30`,
      'Уз захтев се прилаже лична карта.',
    ]
    const file = await aPdf((pdf) => lines.forEach((line) => void pdf.text(line)))
    expect(allText(await mustRead(file, 'a.pdf')).split('\n')).toEqual([
      'Подносим захтев из члана 5. .....',
      'Број чланова породице: _____',
      'Републичка такса ..... 380',
      'Рок за решавање ..... 30',
      'Уз захтев се прилаже лична карта.',
    ])
  })

  const CHAPTERS = ['1. Увод', '2. Анализа стања у општини', '3. Мере и активности', '4. Надзор']
  const book = (entry: (title: string, page: number) => string) =>
    aPdf((pdf) => {
      pdf.text('Садржај')
      CHAPTERS.forEach((title, i) => void pdf.text(entry(title, i + 2)))
      for (const title of CHAPTERS) {
        pdf.addPage().fontSize(16).text(title).moveDown()
        pdf.fontSize(11).text(`Овде стоји текст поглавља: ${title.slice(3)}.`)
      }
    })

  test('of a table of contents go with it', async () => {
    const text = allText(await mustRead(await book((title, page) => `${title} ${DOTS} ${page}`), 'a.pdf'))
    expect(text).toBe(CHAPTERS.map((title) => `Овде стоји текст поглавља: ${title.slice(3)}.`).join('\n'))
  })

  test('that lead to no page of the file stay', async () => {
    const text = allText(await mustRead(await book((title, page) => `${title} ${DOTS} ${page * 37}`), 'a.pdf'))
    expect(text).toContain('Мере и активности ..... 148')
  })
})

describe('raised signs', () => {
  const raised = async (parts: [text: string, isRaised?: boolean][], foot?: string) => {
    const file = await aPdf((pdf) => {
      let x = 70
      for (const [text, isRaised = false] of parts) {
        pdf.fontSize(isRaised ? 7 : 11)
        lineAt(pdf, text, x, isRaised ? 198 : 200)
        x += pdf.widthOfString(text)
      }
      if (foot) {
        pdf.fontSize(6)
        lineAt(pdf, foot.slice(0, 1), 70, 698)
        pdf.fontSize(9)
        lineAt(pdf, foot.slice(1), 75, 700)
      }
    })
    return allText(await mustRead(file, 'a.pdf')).split('\n')[0]
  }

  test.each<[string, [string, boolean?][]]>([
    ['Стан има 54 m², а плац 3 км².', [['Стан има 54 m'], ['2', true], [', а плац 3 км'], ['2', true], ['.']]],
    ['Запремина је 12 m³.', [['Запремина је 12 m'], ['3', true], ['.']]],
    ['Најмање 18° у соби.', [['Најмање 18'], ['о', true], [' у соби.']]],
    ['Програм Савет™ ради.', [['Програм Савет'], ['TM', true], [' ради.']]],
    ['Износ је 10⁶ динара.', [['Износ је 10'], ['6', true], [' динара.']]],
    ['По члану породице.', [['По члану'], ['1', true], [' породице.']]],
  ])('«%s»', async (text, parts) => {
    expect(await raised(parts)).toBe(text)
  })

  test('call a note where one stands at the foot of the page', async () => {
    const parts: [string, boolean?][] = [['Укупно 64.000'], ['1', true], [' динара.']]
    expect(await raised(parts)).toBe('Укупно 64.000¹ динара.')
    expect(await raised(parts, '1Без пореза.')).toBe('Укупно 64.000 динара.')
  })
})

describe('at the edge of a page', () => {
  test('chapters with Roman numbers stay, and what repeats below other text', async () => {
    const file = await aPdf((pdf) => {
      for (const [i, number] of ['I', 'II', 'III', 'IV'].entries()) {
        if (i > 0) pdf.addPage()
        lineAt(pdf, number, 290, 40)
        lineAt(pdf, `Глава ${number} говори о правима.`, 70, 70)
        lineAt(pdf, 'Члан се примењује на све кориснике.', 70, 85)
        lineAt(pdf, `${i + 1}`, 290, 800)
      }
    })
    const read = await mustRead(file, 'a.pdf')
    expect(blocksOf(read)).toHaveLength(12)
    expect(allText(read).split('\n').slice(3, 6)).toEqual([
      'II',
      'Глава II говори о правима.',
      'Члан се примењује на све кориснике.',
    ])
  })

  test('a number that does not count with the pages is no page number', async () => {
    const file = await aPdf((pdf) => {
      for (const [i, number] of [1, 1, 5, 9].entries()) {
        if (i > 0) pdf.addPage()
        lineAt(pdf, `${number * 111}`, 290, 40)
        pdf.text('Текст стране.', 70, 300)
      }
    })
    expect(allText(await mustRead(file, 'a.pdf'))).toContain('999')
  })
})

describe('accents', () => {
  test.each([
    ['greˇska i najˇceˇs´ce', 'greška i najčešće'],
    ['ˇZivot, ˇcas, ´cuprija', 'Život, čas, ćuprija'],
    ['gres\u030cka, с\u0301', 'greška, с\u0301'],
    ['Côte d´Ivoire', 'Côte d´Ivoire'],
  ])('%s', async (written, text) => {
    expect(allText(await mustRead(await aPdf((pdf) => pdf.text(written)), 'a.pdf'))).toBe(text)
  })
})

describe('what people filled in', () => {
  test('stands beside its label: text, a choice, a box', async () => {
    const file = await aPdf((pdf) => {
      pdf.initForm()
      lineAt(pdf, 'Име и презиме:', 70, 100)
      pdf.formText('ime', 200, 96, 200, 18, { value: 'Petar Petrovic', defaultValue: '' })
      lineAt(pdf, 'Општина:', 70, 140)
      pdf.formCombo('opstina', 200, 136, 200, 18, { select: ['Nis', 'Vranje'], value: 'Vranje' })
      lineAt(pdf, 'Стан', 100, 180)
      const on = { FT: 'Btn', V: 'Yes', AS: 'Yes', AP: { N: { Yes: {}, Off: {} } } }
      pdf.annotate(80, 178, 12, 12, { Subtype: 'Widget', T: new String('stan'), ...on } as object)
      lineAt(pdf, 'Кућа', 100, 220)
      pdf.formCheckbox('kuca', 80, 218, 12, 12)
      lineAt(pdf, 'Напомена:', 70, 260)
      pdf.formText('napomena', 70, 280, 300, 60, { value: 'Prvi red.\nDrugi red.', multiline: true })
    })
    expect(allText(await mustRead(file, 'a.pdf')).split('\n')).toEqual([
      'Име и презиме: Petar Petrovic',
      'Општина: Vranje',
      '☒ Стан',
      '☐ Кућа',
      'Напомена:',
      'Prvi red. Drugi red.',
    ])
  })

  test('is read from a file without any other text', async () => {
    const file = await aPdf((pdf) => {
      pdf.initForm()
      pdf.formText('ime', 200, 96, 200, 18, { value: 'Petar Petrovic' })
    })
    expect(allText(await mustRead(file, 'a.pdf'))).toBe('Petar Petrovic')
  })

  test('is a written box in its place, and a note at the end of its page', async () => {
    const file = await aPdf((pdf) => {
      pdf.annotate(70, 200, 300, 20, {
        Subtype: 'FreeText',
        Contents: new String('Рок је продужен до 30. јуна.'),
      } as object)
      lineAt(pdf, 'Прва реченица.', 70, 120)
      lineAt(pdf, 'Последња реченица.', 70, 300)
      pdf.note(400, 100, 20, 20, 'Проверити износ.').addPage().text('Друга страна.')
    })
    expect(allText(await mustRead(file, 'a.pdf')).split('\n')).toEqual([
      'Прва реченица.',
      'Рок је продужен до 30. јуна.',
      'Последња реченица.',
      'Проверити износ.',
      'Друга страна.',
    ])
  })
})

test('pages without text are told by their numbers', async () => {
  const file = await aPdf((pdf) => {
    pdf.text('Прва.').addPage().rect(10, 10, 50, 50).fill().addPage().text('Трећа.').addPage()
  })
  expect((await mustRead(file, 'a.pdf')).unread).toEqual([
    { what: 'pages-without-text', count: 1, at: { kind: 'page', number: 2 } },
    { what: 'pages-without-text', count: 1, at: { kind: 'page', number: 4 } },
  ])
})
