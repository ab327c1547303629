import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '../../../src/language/fold.ts'
import { toLatin } from '../../../src/language/script.ts'
import {
  findMunicipalities,
  MUNICIPALITIES,
  municipalityNamed,
  municipalityOf,
} from '../../../src/people/municipalities/municipalities.ts'

const named = (text: string) => findMunicipalities(text).map((one) => one.nameCyrl)
const first = (text: string) => named(text)[0]

describe('a municipality', () => {
  test('is found first by its own name, in either script and without diacritics', () => {
    for (const { nameCyrl, nameLatn, code } of MUNICIPALITIES) {
      for (const spelling of [nameCyrl, nameLatn, fold(nameCyrl), nameCyrl.toUpperCase(), ` ${nameLatn}. `])
        expect(findMunicipalities(spelling)[0]?.code, spelling).toBe(code)
    }
  })

  test.each([
    ['из Крагујевца', 'Крагујевац'],
    ['u Nišu', 'Ниш'],
    ['Novom Sadu', 'Нови Сад'],
    ['Šapcu', 'Шабац'],
    ['Čačka', 'Чачак'],
    ['Beloj Crkvi', 'Бела Црква'],
    ['Bačkoj Palanci', 'Бачка Паланка'],
    ['Горњем Милановцу', 'Горњи Милановац'],
    ['iz Pećinaca', 'Пећинци'],
    ['Оџака', 'Оџаци'],
    ['Radim u opštini Surčin', 'Сурчин'],
    ['градске општине Врачар', 'Врачар'],
    ['Новог Београда', 'Нови Београд'],
  ])('is found inflected: %s', (text, name) => expect(first(text)).toBe(name))

  test.each([
    ['N. Sad', 'Нови Сад'],
    ['G. Milanovac', 'Горњи Милановац'],
    ['sr mitrovica', 'Сремска Митровица'],
    ['kraguj', 'Крагујевац'],
    ['Пландиш', 'Пландиште'],
  ])('is found shortened: %s', (text, name) => expect(first(text)).toBe(name))

  test.each([
    ['Kragujevas', 'Крагујевац'],
    ['zrenjannin', 'Зрењанин'],
    ['Pladište', 'Пландиште'],
    ['krgauje', 'Крагујевац'],
    ['Djakovica', 'Ђаковица'],
    ['Сjеница', 'Сјеница'],
  ])('is found with an error: %s', (text, name) => expect(first(text)).toBe(name))

  test('of several that fit, all are offered', () => {
    expect(named('Palanka')).toEqual(['Бачка Паланка', 'Бела Паланка', 'Смедеревска Паланка'])
    expect(named('Petrovac').toSorted()).toEqual(['Бачки Петровац', 'Петровац на Млави'])
  })

  test.each([
    ['Севојно', 'Ужице'],
    ['петроварадин', 'Нови Сад'],
    ['iz Petrovaradina', 'Нови Сад'],
    ['Футог', 'Нови Сад'],
    ['Sremska Kamenica', 'Нови Сад'],
    ['Медијана', 'Ниш'],
    ['нишка бања', 'Ниш'],
    ['Црвени крст', 'Ниш'],
    ['Костолац', 'Пожаревац'],
    ['Врањска Бања', 'Врање'],
    ['Борча', 'Палилула'],
    ['Бања Ковиљача', 'Лозница'],
    ['из Палића', 'Суботица'],
    ['petrovaradn', 'Нови Сад'],
  ])('is found by a place inside it: %s', (text, name) => expect(first(text)).toBe(name))

  test('that is named goes before one that has a place of that name', () => {
    expect(named('Palilula')).toEqual(['Палилула', 'Ниш'])
    expect(named('Бољевци').slice(0, 2)).toEqual(['Бољевац', 'Сурчин'])
  })

  test('that is named in full needs no choice, and one of two that are does', () => {
    expect(municipalityNamed('из Петроварадина')?.nameCyrl).toBe('Нови Сад')
    expect(municipalityNamed('opština Plandište')?.nameCyrl).toBe('Пландиште')
    for (const text of ['Палилула', 'Бољевци', 'Паланка', 'ни', 'Новог', '', 'Не знам одакле сам'])
      expect(municipalityNamed(text), text).toBeNull()
  })

  test.each([
    ['Београд - Звездара', 'Звездара'],
    ['Beograd (Rakovica)', 'Раковица'],
    ['општина Чукарица, Београд', 'Чукарица'],
    ['Стари град, Београд', 'Стари град'],
    ['Палилула, Ниш', 'Ниш'],
    ['niš medijana', 'Ниш'],
    ['из Палилуле у Београду', 'Палилула'],
    ['Футог, Нови Сад', 'Нови Сад'],
    ['Миријево', 'Звездара'],
  ])('a part that is named beside what is around it is found: «%s»', (text, name) => {
    expect(findMunicipalities(text).map(({ nameCyrl }) => nameCyrl)).toEqual([name])
    expect(municipalityNamed(text)?.nameCyrl).toBe(name)
  })

  test('is found by its English name', () => {
    expect(first('from Belgrade')).toBe('Београд')
  })

  test('that is none is not found', () => {
    for (const text of ['Атлантида', 'opština', '123', '🙂', '', 'Немам појма шта да напишем овде', 'а'.repeat(300)])
      expect(named(text), text).toEqual([])
  })

  test('is searched in whatever is written, without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        for (const one of findMunicipalities(text)) expect(municipalityOf(one.code)).toBe(one)
      }),
    )
  })

  test('has a code of its own, and every other name in Latin is its Cyrillic one', () => {
    expect(new Set(MUNICIPALITIES.map((one) => one.code)).size).toBe(MUNICIPALITIES.length)
    for (const one of MUNICIPALITIES) {
      expect(toLatin(one.nameCyrl)).toBe(one.nameLatn)
      expect(toLatin(one.districtCyrl)).toBe(one.districtLatn)
    }
  })
})
