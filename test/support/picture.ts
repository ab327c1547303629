import { Resvg } from '@resvg/resvg-js'
import jsQR from 'jsqr'

// The types of jsqr say otherwise than its file.
const readCode = jsQR as unknown as typeof jsQR.default

/** The size of a picture (PNG), and what a camera reads in it; `null`: nothing. */
export function seenIn(png: Uint8Array): { width: number; height: number; code: string | null } {
  const head = new DataView(png.buffer, png.byteOffset)
  const [width, height] = [head.getUint32(16), head.getUint32(20)]
  const source = `data:image/png;base64,${Buffer.from(png).toString('base64')}`
  const size = `width="${width}" height="${height}"`
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" ${size}><image ${size} href="${source}"/></svg>`
  const { pixels } = new Resvg(drawing).render()
  return { width, height, code: readCode(new Uint8ClampedArray(pixels), width, height)?.data ?? null }
}
