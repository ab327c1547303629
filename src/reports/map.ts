import { shortenedTo } from '../language/letters.ts'
import { type Locale, shownTo } from '../language/locale.ts'
import { MUNICIPALITIES } from '../people/municipalities/municipalities.ts'
import { pngOf, svgText } from '../platform/picture.ts'
import { type District, districts, MAP } from './districts.ts'
import type { Filter } from './filter.ts'
import { filterName } from './names.ts'
import { say } from './say.ts'

/** What a tile shows: squares in rows, each reached or not; the same in a picture and on paper. */
export type Tile = {
  district: District
  reached: number
  squares: { column: number; row: number; isReached: boolean }[]
}

const SQUARES_IN_A_ROW = 5

/** A tile a district; those reached stand first, so that what is missing is seen as a gap at the end. */
export function tilesOf(codes: ReadonlySet<string>): Tile[] {
  return districts().map((district) => {
    const isReached = district.municipalities.map(({ code }) => codes.has(code)).sort((a, b) => Number(b) - Number(a))
    return {
      district,
      reached: isReached.filter(Boolean).length,
      squares: isReached.map((is, i) => ({
        column: i % SQUARES_IN_A_ROW,
        row: Math.floor(i / SQUARES_IN_A_ROW),
        isReached: is,
      })),
    }
  })
}

/** Dark for reached and white for not yet: told apart in grey as well, and by whoever sees no colours. */
export const REACHED = '#14507a'
const LINE = '#5b6470'

const TILE = 176
const GAP = 4
const SQUARE = 28
const TOP = 130
const WIDTH = MAP.columns * TILE + 24
const HEIGHT = TOP + MAP.rows * TILE + 20

type Mapped = { filter: Filter; codes: ReadonlySet<string> }

/** The map as a picture; at the width of a phone its words are still read. */
export function mapPicture(locale: Locale, mapped: Mapped): Promise<Uint8Array> {
  return pngOf(mapSvg(locale, mapped), WIDTH)
}

/** The map as a drawing. */
export function mapSvg(locale: Locale, { filter, codes }: Mapped): string {
  const t = say(locale)
  const tiles = tilesOf(codes)
  const reached = tiles.reduce((sum, tile) => sum + tile.reached, 0)
  const title = t('map-title', { of: filterName(locale, filter) })
  const text = (x: number, y: number, size: number, words: string, more = '') =>
    `<text x="${x}" y="${y}" font-size="${size}" ${more}>${svgText(words)}</text>`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="DejaVu Sans" fill="#111" role="img" aria-label="${svgText(title)}">
    ${text(16, 44, title.length > LONG_TITLE ? 24 : 36, shortenedTo(title, LONGEST_TITLE), 'font-weight="bold"')}
    ${square(16, 66, true)}${text(54, 90, 28, t('map-reached'))}
    ${square(380, 66, false)}${text(418, 90, 28, t('map-never'))}
    ${text(WIDTH - 16, 90, 28, t('map-total', { reached, all: MUNICIPALITIES.length }), 'text-anchor="end" font-weight="bold"')}
    ${tiles.map((tile) => tileSvg(locale, tile)).join('')}
  </svg>`
}

/** So many letters fit across the picture, large and small. */
const LONG_TITLE = 46
const LONGEST_TITLE = 70

function tileSvg(locale: Locale, { district, reached, squares }: Tile): string {
  const x = 12 + district.column * TILE
  const y = TOP + district.row * TILE
  const sign = svgText(shownTo(locale, district.sign))
  return `<rect x="${x + GAP / 2}" y="${y + GAP / 2}" width="${TILE - GAP}" height="${TILE - GAP}" rx="8" fill="#f2f4f6" stroke="${LINE}"/>
    <text x="${x + 12}" y="${y + 38}" font-size="32" font-weight="bold">${sign}</text>
    <text x="${x + TILE - 12}" y="${y + 38}" font-size="28" text-anchor="end">${reached}/${squares.length}</text>
    ${squares.map((one) => square(x + 12 + one.column * (SQUARE + 3), y + 50 + one.row * (SQUARE + 2), one.isReached)).join('')}`
}

function square(x: number, y: number, isReached: boolean): string {
  const fill = isReached ? REACHED : '#ffffff'
  return `<rect x="${x + 1}" y="${y + 1}" width="${SQUARE - 2}" height="${SQUARE - 2}" fill="${fill}" stroke="${LINE}" stroke-width="2"/>`
}
