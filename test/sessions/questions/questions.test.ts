import { describe, expect, test } from 'vitest'
import { plainOfBlocks } from '../../../src/bot/message/rich.ts'
import {
  answerAt,
  bedsByNight,
  mayAnswer,
  nextQuestion,
  nightsOf,
  readOwnQuestion,
  readWritten,
  toggled,
} from '../../../src/sessions/questions/questions.ts'
import type { Question } from '../../../src/sessions/session/asked.ts'
import type { Session } from '../../../src/sessions/session/session.ts'
import { overviewMessage, overviewPaper } from '../../../src/sessions/staff/questions/overview.ts'
import { fontsOfPdf, hasPoppler, textOfPdf } from '../../support/pdf.ts'
import { aRoll, aSession, at, NOW } from '../builders.ts'

const BED: Question = { kind: 'bed', key: 'bed' }
const DIET: Question = { kind: 'diet', key: 'diet' }
const OWN: Question = { kind: 'own', key: 'q1', text: 'Која радионица?', choices: ['Циљеви', 'Буџет'] }
const answers = (all: Record<string, string>) => new Map(Object.entries(all))

/** Three with a place, of whom the last has not said from which night. */
function threeGuests(session: Session) {
  const names = ['Ана Анић', 'Бранко Бабић', 'Весна Вуковић']
  const told = [{ bed: 'before', diet: 'vegetarian' }, { bed: 'all', diet: 'any' }, { diet: 'any' }]
  const place = { position: null, call: null, isBlocked: false, hasTwin: false }
  return aRoll(
    session,
    names.map(() => ({ status: 'confirmed' })),
  ).signUps.map((signUp, i) => ({
    entry: { ...place, signUp, name: names[i]!, telegramId: i },
    answers: answers(told[i]!),
  }))
}

describe('the questions of a session', () => {
  test('are switched one by one, and stay in their order', () => {
    const both = toggled(toggled([OWN], 'diet'), 'bed')
    expect(both.map(({ key }) => key)).toEqual(['bed', 'diet', 'q1'])
    expect(toggled(both, 'diet').map(({ key }) => key)).toEqual(['bed', 'q1'])
  })

  test('may be a trainer’s own, a choice in each further line', () => {
    expect(readOwnQuestion('Која радионица?\nЦиљеви\n\n Буџет ', [BED, OWN])).toEqual({
      kind: 'read',
      question: { ...OWN, key: 'q2' },
    })
    expect(readOwnQuestion('?', [])).toEqual({ kind: 'refused', why: 'empty' })
    expect(readOwnQuestion('Шта?'.repeat(100), [])).toEqual({ kind: 'refused', why: 'too-long' })
    expect(readOwnQuestion(`Шта?${'\nда'.repeat(9)}`, [])).toEqual({ kind: 'refused', why: 'too-many' })
    expect(readOwnQuestion('Шта је ново?', Array(10).fill(BED))).toEqual({ kind: 'refused', why: 'too-many' })
  })

  test('are asked one after another, and answered by a tap or in words', () => {
    expect(nextQuestion([BED, DIET], answers({ bed: 'all' }))).toBe(DIET)
    expect(nextQuestion([BED], answers({ bed: 'all' }))).toBeNull()
    expect(answerAt(OWN, 1)).toBe('Буџет')
    expect(answerAt(DIET, 9)).toBeNull()
    expect(readWritten(DIET, '  без\nсвињског ')).toBe('без свињског')
    const phone: Question = { kind: 'phone', key: 'phone' }
    expect(readWritten(phone, 'немам')).toBeNull()
    expect(readWritten(phone, '064/123-45-67')).toBe('064/123-45-67')
    expect(readWritten(DIET, 'а'.repeat(301))).toBeNull()
  })

  test('may be answered until places can no longer be given back freely', () => {
    const session = aSession({ cancelUntil: at('2026-03-02T12:00') })
    expect(mayAnswer(session, NOW)).toBe(true)
    expect(mayAnswer(session, NOW.add({ hours: 3 }))).toBe(false)
    expect(mayAnswer({ ...session, state: 'cancelled' }, NOW)).toBe(false)
  })
})

describe('beds', () => {
  const twoNights = aSession({ starts: at('2026-04-02T10:00'), ends: at('2026-04-04T14:00') })
  const all = [{ bed: 'all' }, { bed: 'before' }, { bed: 'none' }, { bed: 'само другу ноћ' }].map(answers)

  test('add up for each night, the one before only when somebody needs it', () => {
    expect(bedsByNight(twoNights, all).map(({ night, beds }) => `${night} ${beds}`)).toEqual([
      '2026-04-01 1',
      '2026-04-02 2',
      '2026-04-03 2',
    ])
    expect(bedsByNight(twoNights, [answers({ bed: 'all' })]).map(({ beds }) => beds)).toEqual([1, 1])
  })

  test('are not needed between days with a gap, and are over a night in one go', () => {
    const gap = aSession({
      starts: at('2026-04-02T09:00'),
      ends: at('2026-04-09T13:00'),
      days: '2026-04-02T09:00/2026-04-02T13:00 2026-04-09T09:00/2026-04-09T13:00',
    })
    expect(nightsOf(gap).nights).toEqual([])
    const inOneGo = aSession({ days: '2027-01-14T11:00/2027-01-15T14:00' })
    expect(nightsOf(inOneGo).nights.map(String)).toEqual(['2027-01-14'])
  })

  test('and meals stand in the overview by name, with who has not answered', () => {
    const session = { ...twoNights, questions: [BED, DIET] }
    const guests = threeGuests(session)
    const text = plainOfBlocks(overviewMessage({ chatId: 1, locale: 'sr-Cyrl' }, session, guests).content)
    expect(text).toContain('Потврђених: 3. Одговорило на сва питања: 2.')
    expect(text).toContain('1–2. април 2026: 1')
    expect(text).toContain('2–3. април 2026: 2')
    expect(text).toContain('Једем све (2): Бранко Бабић, Весна Вуковић')
    expect(text).toContain('Вегетаријанска (1): Ана Анић')
    expect(text).toMatch(/Нису одговорили на сва питања\W+Весна Вуковић/)
  })
  test.runIf(hasPoppler())('and the same is printed, in the reader’s script', async () => {
    const session = { ...twoNights, questions: [BED, DIET] }
    const { file } = await overviewPaper({ chatId: 1, locale: 'sr-Latn' }, session, threeGuests(session), NOW)
    expect(file).toMatchObject({ name: expect.stringMatching(/\.pdf$/) })
    const paper = textOfPdf(Buffer.from((file as { base64: string }).base64, 'base64'))
    for (const line of [
      'Za kuhinju i ulaz: Izrada LAP-a, prvi modul',
      'Potvrđenih: 3',
      '1–2. april 2026: 1',
      'Vegetarijanska (1): Ana Anić',
      'Jedem sve (2): Branko Babić, Vesna Vuković',
      'strana 1 od 1',
    ])
      expect(paper).toContain(line)
    expect(fontsOfPdf(Buffer.from((file as { base64: string }).base64, 'base64')).length).toBeGreaterThan(0)
  })

  test.runIf(hasPoppler())('on as many pages as it needs, each with its number', async () => {
    const session = { ...twoNights, questions: [OWN] }
    const [guest] = threeGuests(session)
    const many = Array.from({ length: 120 }, (_, i) => ({ ...guest!, answers: answers({ q1: `радионица ${i}` }) }))
    const { file } = await overviewPaper({ chatId: 1, locale: 'sr-Cyrl' }, session, many, NOW)
    const paper = textOfPdf(Buffer.from((file as { base64: string }).base64, 'base64'))
    expect(paper).toContain('радионица 119 (1): Ана Анић')
    const pages = paper.split('\f').filter((page) => page.trim() !== '')
    expect(pages.length).toBeGreaterThan(1)
    for (const [i, page] of pages.entries()) expect(page).toContain(`страна ${i + 1} од ${pages.length}`)
  })
})
