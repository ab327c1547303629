import { describe, expect, test } from 'vitest'
import { pdfOf, printable, writeFitted } from '../../../src/platform/pdf/pdf.ts'
import { drawQr } from '../../../src/platform/pdf/qr.ts'
import { fontsOfPdf, hasPoppler, pictureOfPdf, qrIn, textOfPdf } from '../../support/pdf.ts'

const ABOUT = { title: 'Потврда', language: 'sr-Cyrl', now: Temporal.Instant.from('2026-03-12T10:00:00Z') }

describe.skipIf(!hasPoppler())('a document', () => {
  test('has all the letters of the languages here, in fonts of its own', async () => {
    const words = 'Љубица Њагојевић Џавић Ђокић Шћекић Ljubica Đokić Székely Ádám Ëngjëll Țepeș'
    const pdf = await pdfOf(ABOUT, (page) => {
      page.text(words)
      page.font('serif-bold').text('Потврда')
    })
    expect(textOfPdf(pdf).replace(/\s+/g, ' ')).toContain(words)
    expect(fontsOfPdf(pdf)).toEqual([
      expect.stringMatching(/DejaVuSans .*yes yes yes/),
      expect.stringMatching(/DejaVuSerif-Bold .*yes yes yes/),
    ])
  })

  test('has a code that another decoder reads', async () => {
    const url = 'https://lap.example.rs/verify/7K3MX9QWPT4H'
    const pdf = await pdfOf(ABOUT, (page) => drawQr(page, url, { x: 400, y: 600, size: 80 }))
    expect(qrIn(pictureOfPdf(pdf))).toBe(url)
  })

  test.each([
    ['as large as it may', 'Ана Анић', 'Ана Анић'],
    ['without breaking out of its box', `${'Дуго '.repeat(400)}Име`, /^\s*Дуго Дуго[\s\S]*…\s*$/],
    ['also where nothing parts it', 'Љ'.repeat(900), /^\s*Љ+[\s\S]*…\s*$/],
  ])('writes words %s', async (_, words, read) => {
    let end = 0
    const pdf = await pdfOf(ABOUT, (page) => {
      end = writeFitted(page, words, { x: 60, y: 100, width: 300, height: 60, size: 20, least: 9 })
    })
    expect(end).toBeLessThanOrEqual(160)
    expect(textOfPdf(pdf).trim()).toMatch(read)
  })
})

test('what no page can show is left out', () => {
  expect(printable('Ана\u0000\u202eАнић\r\nдруги ред\ud800')).toBe('Ана  Анић\nдруги ред\ufffd')
})
