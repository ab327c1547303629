import type { z } from 'zod'
import { CannotStart } from '../../platform/errors.ts'

/** What stands in JSON lines, empty ones left out. Throws `CannotStart` with what `faultOf` says of the number of a line that is not as it should be. */
export function readJsonLines<T>(jsonLines: string, schema: z.ZodType<T>, faultOf: (line: number) => string): T[] {
  return jsonLines.split('\n').flatMap((line, i) => {
    if (line.trim() === '') return []
    try {
      return [schema.parse(JSON.parse(line))]
    } catch (error) {
      throw new CannotStart(faultOf(i + 1), { cause: error })
    }
  })
}
