import { create } from 'qrcode'
import type { Pdf } from './pdf.ts'

/** The white around a code that readers need, in its own squares. */
const QUIET = 4

/** Draws what a camera reads as `text`, black on white in a square of `size` points, the quiet border included. */
export function drawQr(pdf: Pdf, text: string, { x, y, size }: { x: number; y: number; size: number }): void {
  const { size: count, data } = create(text, { errorCorrectionLevel: 'M' }).modules
  const side = size / (count + 2 * QUIET)
  pdf.save().rect(x, y, size, size).fill('#ffffff')
  for (let row = 0; row < count; row++) {
    for (const { from, length } of runsOf(data, row * count, count))
      pdf.rect(x + (QUIET + from) * side, y + (QUIET + row) * side, length * side, side)
  }
  pdf.fill('#000000').restore()
}

/** The dark stretches of a row: drawn as one, they leave no hair lines between their squares. */
function runsOf(data: Uint8Array, start: number, count: number): { from: number; length: number }[] {
  const runs: { from: number; length: number }[] = []
  for (let i = 0; i < count; i++) {
    if (data[start + i] === 0) continue
    const last = runs.at(-1)
    if (last && last.from + last.length === i) last.length++
    else runs.push({ from: i, length: 1 })
  }
  return runs
}
