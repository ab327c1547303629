import { describe, expect, test } from 'vitest'
import { findDisguisedLinks, findLinks, withoutLinks } from '../../src/language/links.ts'

describe('findLinks', () => {
  test.each([
    ['види https://Kirs.gov.rs/a?b=1.', ['https://kirs.gov.rs/a?b=1']],
    ['види kirs.gov.rs, па www.kirs.gov.rs/x', ['kirs.gov.rs', 'www.kirs.gov.rs/x']],
    ['види зло.срб', ['зло.срб']],
    ['пишите на ana.p@opstina.rs!', ['ana.p@opstina.rs']],
    ['питајте @savetnik_bot (@a_b)', ['@savetnik_bot', '@a_b']],
    ['пошаљите /start или /obrisi_me', ['/start', '/obrisi_me']],
    ['tg://user?id=7 и t.me/x', ['tg://user?id=7', 't.me/x']],
    ['127.0.0.1:80/x', ['127.0.0.1:80/x']],
    ['#миграције $USD', ['#миграције', '$usd']],
  ])('«%s»', (text, links) => {
    expect(findLinks(text)).toEqual(links)
  })

  test.each([
    'План важи. Савет га прати.',
    'е.г. и т.ј. и д.о.о.',
    '1.000.000.000 динара, 50.397 лица, 15.03.2024. у 10:30',
    'општина/град и и/или',
    'бр. 107/2012',
  ])('none in «%s»', (text) => {
    expect(findLinks(text)).toEqual([])
    expect(withoutLinks(text)).toBe(text)
  })
})

describe('findDisguisedLinks', () => {
  test.each([
    ['пишите на primer tačka com', ['primer tacka com']],
    ['све пише на зло тачка срб', ['zlo tacka srb']],
    ['види evil [.] com или evil (dot) org', ['evil [.] com', 'evil (dot) org']],
    ['види evil . com', ['evil . com']],
    ['види kirs . gov . rs', ['kirs . gov . rs']],
    ['види evil。com', ['evil . com']],
    ['пишите: ime (at) primer', ['ime (at) primer']],
    ['сајт kirs је у Cавету', ['cавету']],
    ['рауpal', ['рауpal']],
  ])('«%s»', (text, links) => {
    expect(findDisguisedLinks(text)).toEqual(links)
  })

  test.each([
    'План важи. Савет га прати.',
    'Прва тачка дневног реда је план (члан 12. став 2. тачка 3. закона).',
    'ИОМ (IOM), КИРС-a и SWOT-анализа',
    'Позив је на kirs.gov.rs.',
  ])('none in «%s»', (text) => {
    expect(findDisguisedLinks(text)).toEqual([])
  })

  test('takes some four times as long for four times the text, not sixteen', () => {
    for (const piece of ['a', 'a .', '(', 'a (at) ', 'tacka ', 'a-', '. a']) {
      const ms = (length: number) => {
        const text = piece.repeat(length / piece.length)
        const runs = Array.from({ length: 5 }, () => {
          const started = performance.now()
          findDisguisedLinks(text)
          return performance.now() - started
        })
        return Math.min(...runs)
      }
      ms(4_096)
      expect(ms(65_536)).toBeLessThan(12 * Math.max(3, ms(16_384)))
    }
  })
})
