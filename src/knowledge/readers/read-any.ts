import { LIMITS, type Limits } from './limits.ts'
import { convertOld, isOldFormat } from './office/convert.ts'
import { readInWorker } from './read-in-worker.ts'
import { type ReadResult, Refusal } from './result.ts'
import type { ReadingProgress } from './source.ts'

/**
 * As `readInWorker`; files of formats before 2007, and RTF, are made such of today by the LibreOffice at `office` first.
 * Without it (`null`) they are refused. Never throws.
 */
export async function readAny(
  bytes: Uint8Array,
  name: string,
  office: string | null,
  { limits = LIMITS, progress, signal }: { limits?: Limits; progress?: ReadingProgress; signal?: AbortSignal } = {},
): Promise<ReadResult> {
  const read = await readInWorker(bytes, name, limits, progress)
  if (office === null || read.kind !== 'refused' || read.reason !== 'old-format' || !isOldFormat(read.detail))
    return read
  try {
    const converted = await convertOld(office, bytes, read.detail, limits, signal)
    return await readInWorker(converted, name, { ...limits, fileBytes: limits.fileBytes * 5 }, progress)
  } catch (error) {
    const { reason, detail } = error instanceof Refusal ? error : new Refusal('damaged', String(error))
    return detail === undefined ? { kind: 'refused', reason } : { kind: 'refused', reason, detail }
  }
}
