import { brotliCompressSync, constants } from 'node:zlib'
import { modelBytes } from '../../src/answers/intent/model.ts'
import { type Marked, markedMessages } from '../parts.ts'
import { aroundOf, type Line, readLines } from './data.ts'
import { trainIntent } from './train.ts'

/** Where the labelled messages are. */
const MESSAGES = new URL('messages/', import.meta.url)

export const labelledLines = (): Line[] => readLines(MESSAGES)

/** The weights that tell what messages want, as they are kept: the bytes of the model, compressed. */
export function learnIntent(
  lines: readonly Line[] = labelledLines(),
  around: readonly Marked[] = markedMessages(),
): Uint8Array {
  return brotliCompressSync(modelBytes(trainIntent(lines, aroundOf(around))), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 },
  })
}
