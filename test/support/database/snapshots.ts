import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openPglite } from '../../../src/platform/database/database.ts'
import { migrate } from '../../../src/platform/database/migrate.ts'

/** Files with embedded databases to load: one without anything, and one with the tables. */
export type Snapshots = { empty: string; migrated: string }

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const FOLDER = join(ROOT, 'node_modules/.cache/snapshots')
/** What decides how a snapshot looks: files, and folders of files. */
const MADE_OF = ['package-lock.json', 'src/migrations', 'src/platform/database']

/** Made once for the migrations as they stand, and kept: making takes 5 s, loading 0.6 s. */
export async function snapshots(): Promise<Snapshots> {
  const key = fingerprint()
  const found = { empty: join(FOLDER, `${key}-empty.tar`), migrated: join(FOLDER, `${key}-migrated.tar`) }
  if (!existsSync(found.migrated)) {
    mkdirSync(FOLDER, { recursive: true })
    for (const name of readdirSync(FOLDER)) rmSync(join(FOLDER, name))
    await make(found)
  }
  return found
}

async function make({ empty, migrated }: Snapshots): Promise<void> {
  const database = await openPglite({})
  await write(empty, await database.dump())
  await migrate(database)
  await write(migrated, await database.dump())
  await database.close()
}

/** Whole or not at all, since a run may be killed. */
async function write(file: string, content: Blob): Promise<void> {
  const part = `${file}.${process.pid}`
  writeFileSync(part, Buffer.from(await content.arrayBuffer()))
  renameSync(part, file)
}

function fingerprint(): string {
  const hash = createHash('sha256')
  for (const path of MADE_OF) {
    const names = path.endsWith('.json') ? [''] : readdirSync(join(ROOT, path)).sort()
    for (const name of names) hash.update(name).update(readFileSync(join(ROOT, path, name)))
  }
  return hash.digest('hex').slice(0, 16)
}
