import { defineConfig } from 'vitest/config'

/**
 * What the files of a project need is said by their endings: nothing, some seconds (they start office programs, learn weights, judge
 * whole sets), a database, the sandbox too, Chromium too.
 */
const PROJECTS = {
  unit: { include: ['test/**/*.test.{ts,js}'], exclude: ['test/**/*.{long,db,flow}.test.ts'] },
  long: { include: ['test/**/*.long.test.ts'] },
  db: { include: ['test/**/*.db.test.ts'] },
  flow: { include: ['test/**/*.flow.test.ts'], exclude: ['test/**/*.page.flow.test.ts'] },
  page: { include: ['test/**/*.page.flow.test.ts'] },
}

/** They count, and keep a processor busy each. */
const COUNTING = { maxWorkers: 2, sequence: { groupOrder: 0 } }

/**
 * They wait for what they have started: with two at a time both processors had nothing to do for most of the time. More than four
 * would be many connections to a server.
 */
const WAITING = {
  maxWorkers: 4,
  sequence: { groupOrder: 1 },
  globalSetup: 'test/support/database/global-setup.ts',
  setupFiles: 'test/support/after-file.ts',
}

/** A browser draws with several processes beside the test's: a test that takes 17 s alone took more than 60 with four at a time. */
const DRAWING = { ...WAITING, maxWorkers: 2, sequence: { groupOrder: 2 } }

/** By project. */
const RUNS = { unit: COUNTING, long: COUNTING, db: WAITING, flow: WAITING, page: DRAWING }

export default defineConfig({
  test: {
    projects: Object.entries(PROJECTS).map(([name, files]) => ({
      extends: true,
      test: { name, ...files, ...RUNS[name as keyof typeof PROJECTS] },
    })),
    pool: 'forks',
    // Importing the sources anew for each file took longer than most of the tests in it: 60 of 110 s of processor time of the
    // unit tests.
    isolate: false,
    // Node runs the sources as they are, as it does in production: transforming them for vitest's own loader took 7 of the 49 s of
    // processor time of the unit tests, and its hooks for `vi.mock`, which no test uses, 4 more.
    experimental: { viteModuleRunner: false, nodeLoader: false },
    // Nobody waits for it: it ends what hangs. The longest take 20 s on a quiet machine, and took 70 on a busy one.
    testTimeout: 180_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 15_000 } },
  },
})
