import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fillMunicipalities } from '../../src/people/municipalities/store.ts'
import { type Database, openDatabase } from '../../src/platform/database/database.ts'
import { migrate } from '../../src/platform/database/migrate.ts'
import { startBouncer, startCluster } from './cluster.ts'
import { aDisk } from './disk.ts'

/** Something that goes wrong for a while. */
export type Fault = { name: string; begin(): Promise<void> | void; end(): Promise<void> | void }

/** Where the bots keep what they know, and what can happen to it. */
export type Place = {
  processes: number
  /** Settings of the process with this number. */
  env(process: number): Record<string, string>
  faults: Fault[]
  /** Opens it while no process of the bot uses it, or beside them where that is allowed. */
  open(): Promise<Database>
  stop(): Promise<void>
}

/** How long a slow database takes longer, each way. */
const SLOW_MS = 150

export async function embeddedPlace(): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'lap-chaos-'))
  const disk = aDisk(folder, 500)
  const data = join(folder, 'data')
  return {
    processes: 1,
    env: () => ({ DATA_DIR: data }),
    faults: disk ? [{ name: 'disk full', begin: disk.fill, end: disk.free }] : [],
    open: () => openMade(() => openDatabase({ kind: 'embedded', folder: data }, 'the campaign')),
    stop: async () => {
      disk?.remove()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A server and its standby; of the bot's processes every second one goes through PgBouncer where that is installed. */
export async function serverPlace(root: string, bin: string): Promise<Place> {
  const cluster = await startCluster(root, bin)
  const { wire } = cluster
  const bouncer = await startBouncer(root, wire)
  const urlAt = (port: number) => `postgres://postgres@127.0.0.1:${port}/postgres`
  const mendSilence = () => {
    wire.cut()
    wire.mend()
  }
  const full: Fault = {
    name: 'disk full',
    begin: () => cluster.disk?.fill(),
    end: () => cluster.revive(),
  }
  return {
    processes: 2,
    env: (process) => ({ DATABASE_URL: urlAt(bouncer && process % 2 === 1 ? bouncer.port : wire.port) }),
    faults: [
      { name: 'database restarted', begin: cluster.restart, end: () => {} },
      { name: 'database slow', begin: () => wire.slow(SLOW_MS), end: wire.mend },
      ...(cluster.disk ? [full] : []),
      { name: 'failed over to the standby', begin: cluster.failOver, end: () => {} },
      { name: 'database silent', begin: wire.silence, end: mendSilence },
    ],
    open: () => openMade(() => openDatabase({ kind: 'server', url: urlAt(wire.port) }, 'the campaign')),
    stop: async () => {
      bouncer?.stop()
      await cluster.stop()
    },
  }
}

/** Opened with its tables, also right after a fault. */
async function openMade(open: () => Promise<Database>): Promise<Database> {
  for (let tries = 1; ; tries++) {
    try {
      const database = await open()
      await migrate(database)
      await fillMunicipalities(database.pool)
      return database
    } catch (error) {
      if (tries === 20) throw error
      await wait(1_000)
    }
  }
}
