import { shortenedTo } from '../../language/letters.ts'
import { pngOf, qrPath, svgText } from '../../platform/picture.ts'

const WIDTH = 720
const HEIGHT = 900
const QR = { x: 90, y: 90, size: 540 }

/** What a room reads from a screen: whose code it is, a square to scan, six digits to type. */
export async function codePicture(shown: {
  title: string
  day: string
  code: string
  url: string
  hint: string
}): Promise<Uint8Array> {
  const { size, path } = await qrPath(shown.url)
  const digits = `${shown.code.slice(0, 3)} ${shown.code.slice(3)}`
  const line = (y: number, size: number, words: string, weight = 'normal') =>
    `<text x="${WIDTH / 2}" y="${y}" font-size="${size}" font-weight="${weight}" text-anchor="middle">${svgText(words)}</text>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="DejaVu Sans">
    ${line(48, 28, shortenedTo(shown.title, 38), 'bold')}
    ${line(82, 24, shown.day)}
    <g transform="translate(${QR.x} ${QR.y + 20}) scale(${QR.size / size})" shape-rendering="crispEdges"><path d="${path}"/></g>
    ${line(790, 128, digits, 'bold')}
    ${line(860, 26, shown.hint)}
  </svg>`
  return pngOf(svg, WIDTH)
}
