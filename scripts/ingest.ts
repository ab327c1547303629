import { resolve } from 'node:path'
import { type Config, configFromProcess, databaseOf } from '../src/config.ts'
import { DATABASE_IS_MADE } from '../src/first-start.ts'
import { type EmbedReport, embedMaterial } from '../src/knowledge/ingest/embed.ts'
import type { IngestReport } from '../src/knowledge/ingest/ingest.ts'
import { indexMissing } from '../src/knowledge/ingest/reindex.ts'
import type { Seen } from '../src/knowledge/personal/judge.ts'
import { mask } from '../src/language/mask.ts'
import { systemClock } from '../src/platform/clock.ts'
import { type Database, isFirstUse, openDatabase } from '../src/platform/database/database.ts'
import { migrate } from '../src/platform/database/migrate.ts'
import { EmbeddingFailed, embedderOf } from '../src/platform/model/model.ts'
import type { Progress } from '../src/platform/progress.ts'
import { command, readArguments } from './command.ts'

const HELP = `LAP Savetnik: npm run ingest -- [folder]

Makes the knowledge base say what the files of a folder say (KNOWLEDGE_DIR when none is named): adds new files, takes
over changes, withdraws what is gone, and says what it did. The same happens at every npm start. With a model
configured, passages are then embedded; npm start does that in the background.

  --dry-run   only says what it would do
  --force     also takes over files that are suddenly empty, and a run that takes more than a fifth of the material;
              without it these are held back
  --with-people  also takes over lists of people, which everybody can read then; without it these are left out
  --json      the report as one JSON object
  --no-embed  leaves the passages to be embedded by npm start

Settings as for npm start (docs/settings.md). An embedded database must not be in use: stop npm start first.`

const { values, positionals } = readArguments({
  options: {
    json: { type: 'boolean' },
    help: { type: 'boolean' },
    force: { type: 'boolean' },
    'with-people': { type: 'boolean' },
    'dry-run': { type: 'boolean' },
    'no-embed': { type: 'boolean' },
  },
  allowPositionals: true,
})

await command(HELP, values.help === true, async () => {
  const config = configFromProcess()
  const folder = resolve(positionals[0] ?? config.knowledgeDir)
  tell('Making the database')
  const isNew = isFirstUse(databaseOf(config))
  const opening = openDatabase(databaseOf(config), 'npm run ingest')
  opening.catch(() => {})
  // A new one is made by another process: meanwhile what reads the material is loaded, and reads it.
  const { prepareAll } = await import('../src/knowledge/ingest/folder.ts')
  const { ingestFolder } = await import('../src/knowledge/ingest/ingest.ts')
  const { exportedHeads } = await import('../src/sessions/staff/roll/export.ts')
  const exported = exportedHeads()
  const reading = isNew ? prepareAll(folder, exported) : undefined
  reading?.catch(() => {})
  const database = await opening
  try {
    tell(DATABASE_IS_MADE)
    await migrate(database)
    await indexMissing(database, (done, all) => tell('Indexing the passages', { done, all, what: 'passages' }))
    tell('Reading the material')
    const ahead = await reading
    const progress = (done: number, all: number) => {
      tell('Reading the material', { done, all, what: 'files' })
      if (!values.json && (done === all || done % 50 === 0)) console.log(`${done} of ${all} files`)
    }
    const report = await ingestFolder({
      database,
      clock: systemClock,
      folder,
      progress,
      force: values.force === true,
      dryRun: values['dry-run'] === true,
      withPeople: values['with-people'] === true,
      exported,
      ...(ahead ? { ahead } : {}),
    })
    if (!values.json) console.log(describe(report))
    const embedding = values['dry-run'] || values['no-embed'] ? null : await embed(config, database)
    if (values.json) console.log(JSON.stringify(embedding ? { ...report, embedding } : report))
    else if (embedding) console.log(describeEmbedding(embedding))
    if (report.refused.length + report.heldBack.length + report.people.length > 0) process.exitCode = 1
  } finally {
    await database.close()
  }
})

/** To the first `npm start`, which waits for this process: what it is at. */
function tell(...said: Parameters<Progress['at']>): void {
  if (process.connected) process.send?.(said)
}

/** Embeds what is not embedded yet; `null` without a model, or when another process is at it. */
async function embed(config: Config, database: Database): Promise<EmbedReport | { failed: string } | null> {
  const embedder = embedderOf(config.model, (text) => mask(text).text)
  if (!embedder) return null
  const signal = new AbortController().signal
  const progress = (done: number, all: number) => {
    if (!values.json) console.log(`${done} of ${all} passages embedded`)
  }
  try {
    return await embedMaterial({ database, embedder, clock: systemClock, signal, progress })
  } catch (error) {
    if (!(error instanceof EmbeddingFailed)) throw error
    process.exitCode = 1
    return { failed: error.message }
  }
}

function describeEmbedding(report: EmbedReport | { failed: string }): string {
  if ('failed' in report)
    return `! not all is embedded: ${report.failed} The rest is found by its words; npm start tries again.`
  const { model, dimensions, passages, embedded, sent, refused, switched } = report
  return [
    `embedded ${embedded} of ${passages} passages with ${model} (${dimensions ?? 0} numbers each); sent now: ${sent}`,
    ...(refused > 0 ? [`! ${refused} texts the provider does not take; they are found by their words`] : []),
    ...(switched?.from ? [`search has left ${switched.from} for ${model}`] : []),
  ].join('\n')
}

function describe(report: IngestReport): string {
  const lines = [
    `added ${report.added.length}, changed ${report.changed.length}, kept ${report.kept.length}, removed ${report.removed.length}, refused ${report.refused.length}; passages now: ${report.chunks}`,
    ...report.added.map((path) => `+ ${path}`),
    ...report.changed.map((path) => `~ ${path}`),
    ...report.removed.map((path) => `- ${path}`),
    ...(report.heldBack.length > 0
      ? [
          `held back, since they are empty or would take more than a fifth of the material (--force does it): ${report.heldBack.join(', ')}`,
        ]
      : []),
    ...report.people.map(({ path, seen }) => `! ${path}: ${describePeople(seen)}`),
    ...report.refused.map(({ path, reason }) => `! ${path}: ${reason}`),
  ]
  return lines.join('\n')
}

/** What was seen of people in a file that is left out, and what to do. */
function describePeople({ persons, phones, emails, personalNumbers, addresses }: Seen): string {
  const seen = [
    [persons, 'names'],
    [phones, 'phones'],
    [emails, 'e-mails'],
    [personalNumbers, 'personal numbers'],
    [addresses, 'addresses'],
  ].flatMap(([count, what]) => (count === 0 ? [] : `${count} ${what}`))
  return `It lists people (${seen.join(', ') || 'a list of the product'}), and everybody could read it. Remove it, or take it with --with-people.`
}
