import { describe, expect, test } from 'vitest'
import { recognise } from '../../../src/plans/reading/heads.ts'

/** The columns that heads are, by their names. */
const columnsOf = (heads: string) => {
  const texts = heads.split('|').map((text) => text.trim())
  const known = recognise(texts, [])
  return known && { table: known.name, ...Object.fromEntries([...known.at].map(([column, at]) => [column, texts[at]])) }
}

describe('one column for two', () => {
  test('is both, whichever of them stands in brackets', () => {
    const known = columnsOf(
      'Мера / активност | Одговорна страна | Временски оквир | ОВИ (показатељ) и извор провере | Трошак | Извор средстава',
    )
    expect(known).toMatchObject({
      table: 'activities',
      measure: 'Мера / активност',
      activity: 'Мера / активност',
      indicator: 'ОВИ (показатељ) и извор провере',
      verification: 'ОВИ (показатељ) и извор провере',
    })
  })

  test('is one where the whole is a name', () => {
    const known = columnsOf('Активност | Јединица | Количина | Извор и датум цене | Укупно')
    expect(known).toMatchObject({ table: 'budget', priceSource: 'Извор и датум цене' })
    expect(columnsOf('Активност | Носилац и партнери | Рок | Показатељ')).not.toHaveProperty('partners')
  })
})

describe('what a table is of stands first, whatever it is called,', () => {
  test.each([
    ['Целина | Присутна | Лица | Жене | Домаћинства | Извор | Процена', 'categories', 'category'],
    ['Стејкхолдер | Улога | Интерес | Утицај | Ресурси | Очекивање', 'actors', 'actor'],
  ])('where all the others are known: %s', (heads, table, column) => {
    expect(columnsOf(heads)).toMatchObject({ table, [column]: heads.split(' | ')[0] })
  })

  test('and not where something else is unknown, too', () => {
    expect(columnsOf('Целина | Боја | Жене | Домаћинства | Извор | Процена')).toBeNull()
  })
})
