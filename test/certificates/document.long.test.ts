import { describe, expect, test } from 'vitest'
import { addressOf, certificatePdf } from '../../src/certificates/document.ts'
import { newNumber, shownNumber } from '../../src/certificates/number.ts'
import { allFactsOf } from '../../src/certificates/stated-texts.ts'
import type { Statement } from '../../src/certificates/statement.ts'
import { LOCALES } from '../../src/language/locale.ts'
import { fontsOfPdf, hasPoppler, pictureOfPdf, qrIn, textOfPdf } from '../support/pdf.ts'
import { aStatement } from './stated.ts'

const NOW = Temporal.Instant.from('2026-03-14T15:00:00Z')
const AT = { page: 'https://lap.example.rs/verify' }
const number = newNumber()
const paper = (stated: Partial<Statement> = {}) => ({ number, stated: aStatement(stated), at: AT })

/** Words in the order of the page, however the lines are broken. */
const words = (text: string) => text.replace(/[\u200b\u2011-]\s*/g, '').replace(/\s+/g, ' ')

describe.skipIf(!hasPoppler())('a certificate', () => {
  test.each(LOCALES)('says all that it states, in %s, in fonts of its own', async (locale) => {
    const pdf = await certificatePdf(locale, paper({ module: 'Модул 2: Циљеви' }), NOW)
    const text = words(textOfPdf(pdf))
    const stated = aStatement({ module: 'Модул 2: Циљеви' })
    for (const { value } of allFactsOf(locale, number, stated)) expect(text).toContain(words(value))
    expect(fontsOfPdf(pdf).every((font) => /DejaVu.* yes yes yes /.test(font))).toBe(true)
  })

  test('has a code that opens its page', async () => {
    const pdf = await certificatePdf('sr-Cyrl', paper(), NOW)
    expect(qrIn(pictureOfPdf(pdf))).toBe(`https://lap.example.rs/verify/${number}`)
  })

  test('without a page, has a code that opens the chat with the bot', async () => {
    const chat = { ...paper(), at: { bot: 'lap_savetnik_bot' } }
    const pdf = await certificatePdf('sr-Latn', chat, NOW)
    expect(qrIn(pictureOfPdf(pdf))).toBe(addressOf(chat))
    expect(words(textOfPdf(pdf))).toContain(words(`porukom „proveri ${shownNumber('sr-Latn', number)}“`))
  })

  test.each([
    ['of two hundred letters', 'Марија-Магдалена Секељ '.repeat(9).slice(0, 200)],
    ['of two hundred letters without a space', 'Љ'.repeat(200)],
    ['in both scripts', 'Székely Ádám Љубинковић'],
    ['with markup', '<b>Ана</b> *Анић* _{}_ \\(x\\)'],
    ['with letters that no font has', 'Ана 🌳 Анић 漢字 \u202eдоле'],
  ])('with a name %s stays on its page, and its code readable', async (_, name) => {
    const stated = { name, title: 'Т'.repeat(120), module: 'М'.repeat(120), place: 'П'.repeat(200) }
    const pdf = await certificatePdf('sr-Cyrl', paper({ ...stated, issuer: 'И '.repeat(100) }), NOW)
    expect(textOfPdf(pdf).split('\f')).toHaveLength(2)
    expect(textOfPdf(pdf)).toContain(shownNumber('sr-Cyrl', number))
    expect(qrIn(pictureOfPdf(pdf))).toBe(`https://lap.example.rs/verify/${number}`)
  })
})
