import { expect, test } from 'vitest'
import { readFile } from '../../../../src/knowledge/readers/read-file.ts'
import { municipalityNamed } from '../../../../src/people/municipalities/municipalities.ts'
import { type Cell, xlsxOf } from '../../../../src/platform/spreadsheet.ts'
import { type ReadList, readListOfPeople } from '../../../../src/sessions/staff/import/list.ts'

const codeOf = (name: string) => municipalityNamed(name)!.code

async function readSheet(rows: Cell[][]): Promise<ReadList | 'too-many' | null> {
  const head = rows[0]!.map((cell) => `${cell ?? ''}`)
  return readBytes(await xlsxOf([{ name: 'Списак', head, rows: rows.slice(1) }]), 'spisak.xlsx')
}

async function readBytes(bytes: Uint8Array, name: string): Promise<ReadList | 'too-many' | null> {
  const read = await readFile(bytes, name)
  if (read.kind === 'refused') throw new Error(read.reason)
  return readListOfPeople(read.document)
}

const shortOf = (list: ReadList | 'too-many' | null) =>
  list === null || list === 'too-many'
    ? list
    : list.people.map(({ name, municipality, phone, email }) => [name, municipality, phone, email])

const ANA = ['Ана Анић', codeOf('Ниш'), '0641234567', null]
const BRANKO = ['Branko Babić', codeOf('Чачак'), '+381641234567', 'branko@cacak.rs']

test.each<[string, Cell[][]]>([
  [
    'heads in Cyrillic, numbers as numbers, a total row',
    [
      ['Р. бр.', 'Име и презиме', 'Општина', 'Телефон', 'Мејл'],
      [1, 'Ана Анић', 'Ниш', 641234567, null],
      [2, 'Branko Babić', 'Čačak', 381641234567, 'branko@cacak.rs'],
      ['Укупно', '2 учесника', null, null, null],
    ],
  ],
  [
    'other heads, other order, scripts mixed',
    [
      ['e-mail', 'MOB.', 'Jedinica lokalne samouprave', 'Polaznik'],
      [null, '0641234567', 'Град Ниш', 'Ана Анић'],
      ['branko@cacak.rs', '+381641234567', 'Cacak', 'Branko Babić'],
    ],
  ],
  [
    'given and family names apart',
    [
      ['Презиме', 'Име', 'Место', 'Контакт'],
      ['Анић', 'Ана', 'Ниш', '0641234567'],
      ['Babić', 'Branko', 'Чачак', '+381641234567, branko@cacak.rs'],
    ],
  ],
  [
    'two rows of heads',
    [
      ['Учесник', 'Одакле долази', 'Како га зовемо', null],
      ['Име и презиме', 'општина/град', 'телефон', 'адреса'],
      ['Ана Анић', 'Ниш', '0641234567', null],
      ['Branko Babić', 'Чачак', '+381641234567', 'branko@cacak.rs'],
    ],
  ],
  [
    'no heads at all, a personal number and a date beside',
    [
      ['Ана Анић', 'Ниш', '0101980715008', '12.03.1980.', '0641234567'],
      ['Branko Babić', 'Чачак', '0202985710013', '05.11.1985.', '+381641234567, branko@cacak.rs'],
    ],
  ],
  [
    'rows that say the municipality of those below',
    [
      ['Име и презиме', 'Телефон', 'Мејл'],
      ['Град Ниш', null, null],
      ['Ана Анић', '0641234567', null],
      ['Чачак', null, null],
      ['Branko Babić', '+381641234567', 'branko@cacak.rs'],
    ],
  ],
])('a list is read: %s', async (_, rows) => {
  expect(shortOf(await readSheet(rows))).toEqual([ANA, BRANKO])
})

test('a CSV in any encoding is read', async () => {
  const csv = Buffer.from('Ime i prezime;Opština;Mobilni\nАна Анић;Niš;064/123-45-67\nVesna Vesić;Nis;\n')
  expect(shortOf(await readBytes(csv, 'spisak.csv'))).toEqual([
    ['Ана Анић', codeOf('Ниш'), '064/123-45-67', null],
    ['Vesna Vesić', codeOf('Ниш'), null, null],
  ])
})

test('a row that cannot be taken is told with its number, and holds up nobody', async () => {
  const list = await readSheet([
    ['Име и презиме', 'Општина', 'Телефон'],
    ['Ана Анић', 'Ниш', '0641234567'],
    ['Бранко', 'Чачак', '0651234567'],
    ['Весна Весић', 'Недођија', '0661234567'],
    ['', '', ''],
    ['Дара Дарић', 'Врање', null],
  ])
  expect(list).toMatchObject({
    people: [{ name: 'Ана Анић' }, { name: 'Дара Дарић', phone: null }],
    faults: [
      { row: 3, why: 'no-name' },
      { row: 4, why: 'no-municipality', text: 'Весна Весић | Недођија | 0661234567' },
    ],
  })
})

test('a table that names nobody is no list', async () => {
  expect(
    await readSheet([
      ['Мера', 'Износ', 'Рок'],
      ['Обука', 200_000, '2026.'],
      ['Пакет помоћи', 50_000, '2027.'],
    ]),
  ).toBeNull()
})

test('5,000 rows are read in seconds, and more are too many', async () => {
  const row = (i: number): Cell[] => [`Особа Презимић${letters(i)}`, 'Ниш', 640000000 + i]
  const rows = Array.from({ length: 5_000 }, (_, i) => row(i))
  const began = performance.now()
  const list = await readSheet([['Име и презиме', 'Општина', 'Телефон'], ...rows])
  expect(shortOf(list)).toHaveLength(5_000)
  expect(performance.now() - began).toBeLessThan(20_000)
  const more = Array.from({ length: 5_200 }, (_, i) => row(i))
  expect(await readSheet([['Име и презиме', 'Општина', 'Телефон'], ...more])).toBe('too-many')
})

function letters(i: number): string {
  return [...String(i)].map((digit) => 'абвгдежзик'[Number(digit)]).join('')
}
