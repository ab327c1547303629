import { describe, expect, test } from 'vitest'
import { svgText } from '../../../src/platform/picture.ts'
import { codePicture } from '../../../src/sessions/attendance/picture.ts'
import { seenIn } from '../../support/picture.ts'

const SHOWN = {
  title: 'Израда ЛАП-а, први модул',
  day: 'четвртак, 2. април 2026.',
  code: '042917',
  url: 'https://t.me/lap_savetnik_bot?start=c12-20545-59078340abcdefghijklmnopqrstuv',
  hint: 'Или пошаљите цифре: @lap_savetnik_bot',
}

describe('the picture of a code', () => {
  test('leads where it says, for another decoder, and is small', async () => {
    const png = await codePicture(SHOWN)
    expect(seenIn(png)).toEqual({ width: 720, height: 900, code: SHOWN.url })
    expect(png.length).toBeLessThan(150_000)
  })

  test('is a picture whatever a session is called', async () => {
    for (const title of ['<b>&"\'</b>', 'Љ'.repeat(120), 'Ђорђе\u0000\ud800 \u202e', ''])
      expect(seenIn(await codePicture({ ...SHOWN, title })).code).toBe(SHOWN.url)
  })
})

test('words in a drawing never become part of it', () => {
  expect(svgText('<text a="1">Ћ&\u0001')).toBe('&#60;text a=&#34;1&#34;&#62;Ћ&#38; ')
})
