import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { joined } from '../pdf/paragraphs.ts'
import { type ProgramLimits, runProgram } from '../run-program.ts'
import { clean } from '../text/clean.ts'
import type { Scanner } from './find.ts'

/** What the recognition of a file may take: so many pages, and so long for all of them. */
export type ScanLimits = { pages: number; timeMs: number; page: ProgramLimits }

/** A page takes some 5 s of a processor; pictures of pages have 9 MB each. */
export const SCAN_LIMITS: ScanLimits = {
  pages: 40,
  timeMs: 180_000,
  page: { timeMs: 60_000, memoryMb: 1_500, fileBytes: 50_000_000 },
}

/** Points along the longer side of a page: those of A4 with 300 to an inch. */
const LONGER_SIDE = '3508'

/**
 * The paragraphs on pages of a PDF of which there are only pictures, by the page. Pages on which nothing is recognised, and
 * those for which the limits are too narrow, are left out.
 */
export async function recognisePages(
  { pictures, recognition, languages }: Scanner,
  bytes: Uint8Array,
  pages: readonly number[],
  limits: ScanLimits,
  signal?: AbortSignal,
): Promise<Map<number, string[]>> {
  const endsAt = performance.now() + limits.timeMs
  const found = new Map<number, string[]>()
  const folder = await mkdtemp(join(tmpdir(), 'lap-scan-'))
  try {
    await writeFile(join(folder, 'in.pdf'), bytes)
    for (const page of pages.slice(0, limits.pages)) {
      if (performance.now() > endsAt || signal?.aborted) break
      const only = ['-f', `${page}`, '-l', `${page}`, '-singlefile']
      const picture = `${page}.pgm`
      await runProgram(
        [pictures, '-gray', '-scale-to', LONGER_SIDE, ...only, 'in.pdf', `${page}`],
        folder,
        limits.page,
        signal,
      )
      // Turned pages are put upright first (1).
      await runProgram([recognition, picture, `${page}`, '-l', languages, '--psm', '1'], folder, limits.page, signal)
      await rm(join(folder, picture), { force: true })
      const text = await readFile(join(folder, `${page}.txt`), 'utf8').catch(() => '')
      const paragraphs = paragraphsOf(text)
      if (paragraphs.length > 0) found.set(page, paragraphs)
    }
    return found
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

/** Texts between empty lines. What has no word of three letters are specks of the paper. */
function paragraphsOf(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => clean(joined(paragraph.split('\n').map(clean).filter(Boolean), new Set())))
    .filter((paragraph) => /\p{L}{3}/u.test(paragraph))
}
