import { fileURLToPath } from 'node:url'

/** Where what was measured is written to. */
export const DOCUMENT = fileURLToPath(new URL('../docs/benchmarks.md', import.meta.url))

/** The parts of `npm run bench`, in their order. */
export const MEASURED = [
  'search',
  'sizes',
  'ingest',
  'document',
  'dense',
  'answer',
  'start',
  'memory',
  'day',
  'soak',
  'intake',
  'writing',
  'check',
  'plan',
  'papers',
  'gaps',
  'pages',
  'sign-ups',
  'broadcast',
  'mixed',
  'largest',
] as const

/** All sections of the document, in their order: the campaigns of `npm run chaos` come last. */
export const PART_NAMES: readonly string[] = [...MEASURED, 'chaos-embedded', 'chaos-server']
