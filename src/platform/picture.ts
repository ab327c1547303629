import { fileURLToPath } from 'node:url'

/** The letters of pictures, as those of documents. */
const FONTS = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf']

/** A drawing (SVG, its words in «DejaVu Sans») as a picture of this width in pixels. */
export async function pngOf(svg: string, width: number): Promise<Uint8Array> {
  // Whoever never gets a picture need not have its painter in memory.
  const { renderAsync } = await import('@resvg/resvg-js')
  const fontFiles = FONTS.map((file) => fileURLToPath(import.meta.resolve(`dejavu-fonts-ttf/ttf/${file}`)))
  const font = { loadSystemFonts: false, fontFiles, defaultFontFamily: 'DejaVu Sans' }
  const picture = await renderAsync(svg, { font, fitTo: { mode: 'width', value: width }, background: '#ffffff' })
  return picture.asPng()
}

/** Words as they stand inside a drawing: nothing in them becomes part of it. */
export function svgText(words: string): string {
  return words
    .toWellFormed()
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`)
}

/** What a camera reads as `text`, as a path of dark squares in a drawing of `size` by `size`; white around it is up to the caller. */
export async function qrPath(text: string): Promise<{ size: number; path: string }> {
  const { create } = await import('qrcode')
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules
  const squares = Array.from(data, (dark, i) => (dark ? `M${i % size} ${Math.floor(i / size)}h1v1h-1z` : ''))
  return { size, path: squares.join('') }
}
