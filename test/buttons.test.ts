import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { argumentsOf, aTable, NOWHERE } from './support/table.ts'

const BUTTONS = aTable(NOWHERE).all.flatMap((one) => (one.kind === 'button' ? [one.button] : []))

describe.each(BUTTONS)('the button «$word»', (button) => {
  test('brings back, within 64 bytes, whatever stands behind it', () => {
    fc.assert(
      fc.property(argumentsOf(button), (args) => {
        const data = button.data(...(args as never))
        expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64)
        expect(button.read(data)).toEqual(args)
      }),
    )
  })

  test('is not read from what another one says, nor from more or less than its own', () => {
    const [args] = fc.sample(argumentsOf(button), { numRuns: 1, seed: 7 })
    const data = button.data(...(args as never))
    expect(button.read(`x${data}`)).toBeNull()
    expect(button.read(`${data}:`)).toBeNull()
    if (button.args.length > 0) expect(button.read(button.word)).toBeNull()
    for (const other of BUTTONS) if (other !== button) expect(other.read(data)).toBeNull()
  })
})
