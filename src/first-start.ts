import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type Config, databaseOf } from './config.ts'
import { isFirstUse } from './platform/database/database.ts'
import { createProgress, type Progress } from './platform/progress.ts'

/**
 * Before the first start, makes the embedded database and reads the material in a process of its own, which leaves 70 MB
 * of memory behind that this one then never needs. It tells what it is at; what fails there fails here again, and is said
 * here. `meanwhile` is done once two processes are busy no more: two processors are what people have.
 */
export async function prepareEmbedded(config: Config, meanwhile: () => Promise<unknown>): Promise<void> {
  if (config.databaseUrl || !isFirstUse(databaseOf(config))) return
  console.log('First start: a database is made and the material is read, once.')
  const progress = createProgress(process.stdout)
  const ingest = fileURLToPath(new URL('../scripts/ingest.ts', import.meta.url))
  const child = fork(ingest, ['--json', '--no-embed'], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'], execArgv: [] })
  child.on('message', (said: Parameters<Progress['at']>) => {
    progress.at(...said)
    if (said[0] === DATABASE_IS_MADE) meanwhile().catch(() => {})
  })
  await new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  progress.end()
}

/** The first step that one process does alone. */
export const DATABASE_IS_MADE = 'Making the tables'
