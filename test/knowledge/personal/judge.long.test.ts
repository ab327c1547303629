import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { judge, type Verdict } from '../../../src/knowledge/personal/judge.ts'
import { readMarkdown } from '../../../src/knowledge/readers/markdown/markdown.ts'
import { csvOf } from '../../../src/platform/spreadsheet.ts'
import { exportedHeads } from '../../../src/sessions/staff/roll/export.ts'
import { SHIPPED_KNOWLEDGE } from '../../support/bot.ts'
import { mustRead } from '../readers/support.ts'
import { type Labelled, tablesOf } from './tables.ts'

const verdictOn = async (labelled: Labelled): Promise<Verdict> =>
  judge((await mustRead(await labelled.bytes(), labelled.file)).document)

/** Tables in which the rule sees people though it should not, and in which it does not though it should. */
async function mistakes(set: 'tuned' | 'aside') {
  const wrong = { alarms: [] as string[], missed: [] as string[] }
  for (const labelled of tablesOf(set)) {
    const { kind } = await verdictOn(labelled)
    if (kind === 'people' && labelled.kind !== 'people') wrong.alarms.push(labelled.file)
    if (kind !== 'people' && labelled.kind === 'people') wrong.missed.push(labelled.file)
  }
  return wrong
}

describe.each(['tuned', 'aside'] as const)('tables: %s', (set) => {
  test('there are ten lists of people and ten others', () => {
    const kinds = tablesOf(set).map(({ kind }) => kind === 'people')
    expect([kinds.filter(Boolean).length, kinds.length]).toEqual([10, 20])
  })

  test('at most one mistake each way', async () => {
    const { alarms, missed } = await mistakes(set)
    expect(alarms.length, alarms.join()).toBeLessThanOrEqual(1)
    expect(missed.length, missed.join()).toBeLessThanOrEqual(1)
  })

  test('contacts of offices are told from what has none', async () => {
    for (const labelled of tablesOf(set).filter(({ kind }) => kind === 'offices'))
      expect((await verdictOn(labelled)).kind, labelled.file).toBe('offices')
  })
})

test('nothing in the material that comes with the bot is a list of people', () => {
  for (const name of readdirSync(SHIPPED_KNOWLEDGE).filter((file) => file.endsWith('.md')))
    expect(judge(readMarkdown(readFileSync(`${SHIPPED_KNOWLEDGE}/${name}`, 'utf8'), name)).kind, name).toBe('neither')
})

const read = async (text: string, name = 'a.txt') => judge((await mustRead(Buffer.from(text), name)).document)

test('what was seen is counted', async () => {
  const [first] = tablesOf('tuned')
  expect(await verdictOn(first!)).toEqual({
    kind: 'people',
    seen: { persons: 5, phones: 5, emails: 4, personalNumbers: 0, addresses: 0 },
  })
})

test('one right personal number is enough', async () => {
  const [text] = tablesOf('tuned').filter(({ file }) => file === 'jmbg.csv')
  const [, row] = Buffer.from(await text!.bytes())
    .toString()
    .split('\n')
  const [number] = /\d{13}/.exec(row!)!
  expect(await read(`Решење за лице са бројем ${number} о праву на помоћ.`)).toMatchObject({ kind: 'people' })
  const wrong = `${number!.slice(0, 12)}${(Number(number![12]) + 1) % 10}`
  expect(await read(`Решење за лице са бројем ${wrong} о праву на помоћ.`)).toEqual({ kind: 'neither' })
})

test.each(exportedHeads())('a list of the product itself is one whatever is in it: %s', async (...head) => {
  const { document } = await mustRead(csvOf({ head, rows: [head.map(() => 'X')] }), 'a.csv')
  expect(judge(document, exportedHeads())).toMatchObject({ kind: 'export' })
  expect(judge(document)).toEqual({ kind: 'neither' })
})

test('two people whom one may call are no list', async () => {
  expect((await read('Питања: Марија Илић, 015 345 678 и Петар Лазић, 015 345 679.')).kind).not.toBe('people')
})

test.each([
  [
    'names that nobody knows, by their mobile telephones',
    'Name|Phone\nHamid Karzai|0611112223\nZabi Wardak|062 222 3334\nGulalai Momand|+381 63 333 44 45\n',
    'a.csv',
  ],
  [
    'names in small letters',
    'учесници:\nzoran petrovic 064 111 22 33\nmilica jović 065 222 33 44\nна списку: ana savic 060 333 44 55\n',
    'a.txt',
  ],
  [
    'an initial and a family name',
    'Бр.;Корисник;Мобилни\n1;М. Петровић;064 111 2233\n2;Ј. Тот;065 222 3344\n3;А. Илић;060 333 4455\n',
    'a.csv',
  ],
  [
    'a list at the end of a plan',
    `${'Савет прати план.\n\n'.repeat(300)}Петар Лазић, 064 111 2233\n\nАна Анић, 065 222 3344\n\nНада Пешић, 063 222 111`,
    'a.md',
  ],
])('a list is seen: %s', async (_, text, name) => {
  expect(await read(text, name)).toMatchObject({ kind: 'people', seen: { persons: 3, phones: 3 } })
})

test.each([
  [
    'offices with mobile telephones',
    'Служба;Телефон\nДом здравља Рума;064 111 2233\nЦрвени крст Шид;065 222 3344\nЦентар за социјални рад;060 333 4455\n',
  ],
  [
    'villages with their inhabitants',
    'Насеље;Становника\nДоња Бадања;1.200\nГорње Недељице;700\nНово Село;4.100\nБања Ковиљача;5.000\nТршић;1.271\n',
  ],
  [
    'centres with their addresses',
    'Прихватилиште;Адреса;Места\nКрњача;Панчевачки пут 67;1000\nБујановац;Индустријска зона бб;220\nБогатић;Мике Витомировића 1;140\nШид;Светог Саве 80;300\nПрешево;Васе Смајевића бб;500\n',
  ],
])('no list is seen: %s', async (_, text) => {
  expect((await read(text, 'a.csv')).kind).not.toBe('people')
})
