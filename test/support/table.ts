import fc, { type Arbitrary } from 'fast-check'
import type { z } from 'zod'
import { featuresOf } from '../../src/features.ts'
import type { Clock } from '../../src/platform/clock.ts'
import type { Db } from '../../src/platform/database/database.ts'

/** The table of all features as the app builds it, over a database and a clock alone: enough for whatever asks no model and reads no file. */
export function aTable({ db, clock }: { db: Db; clock: Clock }) {
  const parts = {
    api: {},
    prepared: db,
    coordinators: { recognise: async () => 'member' },
    asking: { db, clock, search: {}, writer: null, stops: {}, metrics: {} },
    writing: undefined,
    log: {},
    download: async () => new Uint8Array(),
    issuing: { issuer: null, page: null },
  }
  return featuresOf(parts as unknown as Parameters<typeof featuresOf>[0]).table
}

export const NOWHERE: Parameters<typeof aTable>[0] = { db: {} as Db, clock: {} as Clock }

/** Arguments that a button takes, the smallest and the largest of each kind among them; as numbers, `numbers` alone when given. */
export function argumentsOf(
  { args }: { args: readonly z.ZodType[] },
  numbers?: Arbitrary<number>,
): Arbitrary<unknown[]> {
  return fc.tuple(...args.map((schema) => anyOf(schema, numbers))) as Arbitrary<unknown[]>
}

function anyOf(schema: z.ZodType, numbers?: Arbitrary<number>): Arbitrary<unknown> {
  const { def } = schema as unknown as { def: { type: string; values?: unknown[]; options?: z.ZodType[] } }
  switch (def.type) {
    case 'number': {
      if (numbers) return numbers
      const { minValue, maxValue } = schema as z.ZodNumber
      const [min, max] = [Math.max(minValue!, isPositive(schema) ? 1 : 0), maxValue!]
      return fc.oneof(fc.constantFrom(min, max), fc.integer({ min, max }))
    }
    case 'enum':
      return fc.constantFrom(...(schema as z.ZodEnum).options)
    case 'literal':
      return fc.constantFrom(...def.values!)
    case 'union':
      return fc.oneof(...def.options!.map((option) => anyOf(option, numbers)))
    case 'string':
      return text(schema as z.ZodString)
    default:
      throw new Error(`a button takes an argument that this test does not know: ${def.type}`)
  }
}

const isPositive = (schema: z.ZodType) => !schema.safeParse(0).success

/** Texts of the form that their schema asks for, which also says how long they may be. */
function text(schema: z.ZodString): Arbitrary<string> {
  const checks = schema.def.checks?.map((check) => check._zod.def) ?? []
  const pattern = checks.flatMap((check) => ('pattern' in check ? [check.pattern as RegExp] : [])).at(0)
  if (!pattern) throw new Error('a button takes a text of any form')
  if (/[*+]/.test(pattern.source)) throw new Error(`a button takes a text of any length: ${pattern}`)
  return fc.stringMatching(pattern, { size: 'max' })
}
