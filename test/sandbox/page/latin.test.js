import { describe, expect, it } from 'vitest'
import { toLatin } from '../../../src/sandbox/page/latin.js'

describe('the page’s Latin', () => {
  it.each([
    ['Љубица Његош, Џајић', 'Ljubica Njegoš, Džajić'],
    ['ЉУБАВ, ЊЕГОШ, КОЊ', 'LJUBAV, NJEGOŠ, KONJ'],
    ['ЋИР / LAT / EN', 'ĆIR / LAT / EN'],
    ['Њ.', 'Nj.'],
    ['надживети, инјекција, жаба ђак џеп', 'nadživeti, injekcija, žaba đak džep'],
    ['/start 12. https://kirs.gov.rs', '/start 12. https://kirs.gov.rs'],
  ])('%s → %s', (cyrillic, latin) => {
    expect(toLatin(cyrillic)).toBe(latin)
  })
})
