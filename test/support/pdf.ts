import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import jsQR from 'jsqr'

const POPPLER = { text: '/usr/bin/pdftotext', picture: '/usr/bin/pdftoppm', fonts: '/usr/bin/pdffonts' }

/** Whether poppler is here, which reads documents as others do. Where it must be, its absence is an error. */
export function hasPoppler(): boolean {
  const isHere = Object.values(POPPLER).every(existsSync)
  if (!isHere && process.env.NEEDS_POPPLER) throw new Error(`NEEDS_POPPLER is set, and there is no ${POPPLER.text}`)
  if (!isHere) console.warn(`The tests that read documents back are skipped: there is no ${POPPLER.text}`)
  return isHere
}

const LARGEST = 200_000_000

/** What a document says, as its lines stand on the page. */
export function textOfPdf(pdf: Uint8Array): string {
  return execFileSync(POPPLER.text, ['-layout', '-', '-'], { input: pdf, maxBuffer: LARGEST }).toString()
}

/** The fonts of a document, a line each: all must be embedded. */
export function fontsOfPdf(pdf: Uint8Array): string[] {
  const listed = execFileSync(POPPLER.fonts, ['-'], { input: pdf }).toString().trim().split('\n')
  return listed.slice(2)
}

export type Picture = { width: number; height: number; data: Uint8ClampedArray }

/** A page as a picture of `dpi` dots an inch, four bytes a dot. */
export function pictureOfPdf(pdf: Uint8Array, { page = 1, dpi = 110 } = {}): Picture {
  const how = ['-r', String(dpi), '-f', String(page), '-l', String(page), '-']
  const ppm = execFileSync(POPPLER.picture, how, { input: pdf, maxBuffer: LARGEST })
  const [head, width, height] = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(ppm.subarray(0, 40).toString('latin1'))!
  const dots = ppm.subarray(head.length)
  const data = new Uint8ClampedArray((dots.length / 3) * 4).fill(255)
  for (let i = 0; i < dots.length / 3; i++) data.set(dots.subarray(i * 3, i * 3 + 3), i * 4)
  return { width: Number(width), height: Number(height), data }
}

/** Its types speak of a module that has a `default`; what is loaded is the function itself. */
const readCode = jsQR as unknown as typeof jsQR.default

/** What a camera reads in the picture; `null` without a code in it. */
export function qrIn({ data, width, height }: Picture): string | null {
  return readCode(data, width, height)?.data ?? null
}
