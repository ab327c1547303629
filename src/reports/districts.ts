import { MUNICIPALITIES, type Municipality } from '../people/municipalities/municipalities.ts'

/**
 * A district on our map: its name, a sign that people know from number plates, and where its tile stands, about as districts lie to
 * each other. `code` is the sign in Latin.
 */
export type District = {
  name: string
  sign: string
  code: string
  column: number
  row: number
  municipalities: Municipality[]
}

/** Columns and rows of the map. */
export const MAP = { columns: 6, rows: 7 } as const

// Name, sign, code, column, row.
const PLACED = `
Западнобачки СО so 0 0
Севернобачки СУ su 1 0
Севернобанатски КИ ki 2 0
Сремски СМ sm 0 1
Јужнобачки НС ns 1 1
Средњобанатски ЗР zr 2 1
Јужнобанатски ПА pa 3 1
Мачвански ША sa 0 2
Колубарски ВА va 1 2
Град Београд БГ bg 2 2
Подунавски СД sd 3 2
Браничевски ПО po 4 2
Борски БО bo 5 2
Златиборски УЕ ue 0 3
Моравички ЧА ca 1 3
Шумадијски КГ kg 2 3
Поморавски ЈА ja 3 3
Зајечарски ЗА za 4 3
Рашки КВ kv 1 4
Расински КШ ks 2 4
Топлички ПК pk 3 4
Нишавски НИ ni 4 4
Пиротски ПИ pi 5 4
Косовскомитровачки КМ km 1 5
Косовски ПР pr 2 5
Јабланички ЛЕ le 3 5
Пећки ПЕ pe 0 6
Призренски ПЗ pz 1 6
Косовскопоморавски ГЛ gl 2 6
Пчињски ВР vr 3 6
`

let made: District[] | null = null

/** All districts, from north to south. */
export function districts(): readonly District[] {
  made ??= PLACED.trim()
    .split('\n')
    .map((line) => {
      const [, name, sign, code, column, row] = /^(.+) (\S+) (\S+) (\d) (\d)$/.exec(line)!
      const municipalities = MUNICIPALITIES.filter(({ districtCyrl }) => districtCyrl === name)
      return { name: name!, sign: sign!, code: code!, column: Number(column), row: Number(row), municipalities }
    })
  return made
}

export function districtOf({ districtCyrl }: Municipality): District | undefined {
  return districts().find(({ name }) => name === districtCyrl)
}
