import { describe, expect, test } from 'vitest'
import { findLinks, withoutLinks } from '../../src/language/links.ts'

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
