import { accessSync, constants, existsSync } from 'node:fs'
import { Api } from 'grammy'
import { type Config, configFromProcess, databaseOf } from '../src/config.ts'
import { countEmbedded, findModel, modelInUse } from '../src/knowledge/embedding-store.ts'
import { readCollection } from '../src/knowledge/search-store.ts'
import { listSources } from '../src/knowledge/store.ts'
import { type Db, openDatabase } from '../src/platform/database.ts'
import { CannotStart, messageOf } from '../src/platform/errors.ts'
import { FolderInUse } from '../src/platform/folder-lock.ts'
import { migrate } from '../src/platform/migrate.ts'
import { embedderOf } from '../src/platform/model.ts'
import { WritingFailed } from '../src/platform/writing-failure.ts'
import { writingOf } from '../src/writing.ts'
import { readArguments } from './command.ts'

const HELP = `LAP Savetnik: npm run doctor

Is everything configured and reachable, and what to do if not. Changes nothing but the tables' version.
Ends with status 1 when something is wrong. Settings as for npm start (README.md).`

const { values } = readArguments({ options: { help: { type: 'boolean' } } })

/** One thing looked at: fine, worth knowing, or wrong with what to do. */
type Finding = { verdict: 'ok' | 'note' | 'wrong'; about: string; detail: string }

const ok = (about: string, detail: string): Finding => ({ verdict: 'ok', about, detail })
const note = (about: string, detail: string): Finding => ({ verdict: 'note', about, detail })
const wrong = (about: string, detail: string): Finding => ({ verdict: 'wrong', about, detail })

if (values.help) console.log(HELP)
else await examine()

async function examine(): Promise<void> {
  const findings: Finding[] = [checkNode()]
  try {
    const config = configFromProcess()
    findings.push(
      ok('settings', 'all readable'),
      checkKnowledgeFolder(config),
      ...(await checkDatabase(config)),
      await checkEmbedding(config),
      ...(await checkChatModel(config)),
      ...(await checkTelegram(config)),
    )
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error
    findings.push(wrong('settings', error.message))
  }
  const signs = { ok: '✓', note: '·', wrong: '✗' }
  for (const { verdict, about, detail } of findings) console.log(`${signs[verdict]} ${about}: ${detail}`)
  if (findings.some((finding) => finding.verdict === 'wrong')) process.exitCode = 1
}

function checkNode(): Finding {
  const major = Number(process.versions.node.split('.')[0])
  return major >= 26
    ? ok('Node', process.versions.node)
    : wrong('Node', `${process.versions.node}; start through npm, which brings Node 26`)
}

function checkKnowledgeFolder(config: Config): Finding {
  if (!existsSync(config.knowledgeDir))
    return wrong('material', `the folder ${config.knowledgeDir} does not exist; set KNOWLEDGE_DIR`)
  try {
    accessSync(config.knowledgeDir, constants.R_OK)
    return ok('material', config.knowledgeDir)
  } catch {
    return wrong('material', `the folder ${config.knowledgeDir} cannot be read by this user`)
  }
}

async function checkDatabase(config: Config): Promise<Finding[]> {
  const about = config.databaseUrl ? 'database server' : 'embedded database'
  try {
    const database = await openDatabase(databaseOf(config), 'npm run doctor')
    try {
      await migrate(database)
      const collection = await readCollection(database.pool)
      const sources = await listSources(database.pool)
      const counted = `${sources.length} documents, ${collection.chunks} passages`
      return [
        ok(about, config.databaseUrl ? 'reachable, with pgvector' : config.dataDir),
        sources.length > 0
          ? ok('knowledge base', counted)
          : note('knowledge base', 'empty; npm start or npm run ingest fills it'),
        ...(config.model?.embedding ? [await checkEmbedded(database.pool, config.model.embedding)] : []),
      ]
    } finally {
      await database.close()
    }
  } catch (error) {
    if (error instanceof FolderInUse)
      return [note(about, `${error.message} If that is your running npm start, all is well.`)]
    return [wrong(about, messageOf(error))]
  }
}

/** How far the passages are embedded, and with which model. */
async function checkEmbedded(db: Db, configured: string): Promise<Finding> {
  const inUse = await modelInUse(db)
  const coming = inUse?.name === configured ? null : await findModel(db, configured)
  const counted = async (id: number | null) => {
    const { passages, embedded } = await countEmbedded(db, id)
    return `${embedded} of ${passages} passages`
  }
  if (inUse?.name === configured) return ok('embeddings', `${await counted(inUse.id)} with ${configured}`)
  const before = inUse ? `search still compares by ${inUse.name}` : 'search goes by words until then'
  return note(
    'embeddings',
    `${await counted(coming?.id ?? null)} with ${configured}; ${before}. npm start or npm run ingest does the rest`,
  )
}

/** Whether the provider embeds. */
async function checkEmbedding({ model }: Config): Promise<Finding> {
  if (!model)
    return note('models', 'neither OPENAI_API_KEY nor OPENAI_BASE_URL: answers are quoted, search goes by words')
  const embedder = embedderOf(model)
  if (!embedder) return note('embedding model', 'EMBEDDING_MODEL is off: search goes by words')
  try {
    const [vector] = await embedder.embed(['Савет за миграције'], AbortSignal.timeout(10_000))
    return ok('embedding model', `${embedder.model} answers with ${vector!.length} numbers`)
  } catch (error) {
    return wrong('embedding model', messageOf(error))
  }
}

/** Whether the provider writes: the key, the address and the name of the model in one small request. */
async function checkChatModel(config: Config): Promise<Finding[]> {
  const writing = writingOf(config)
  if (!writing) return []
  const { name } = writing.model
  try {
    const asked = [{ role: 'user' as const, text: 'Reply with the single word: yes' }]
    await writing.model.write(asked, { signal: new AbortController().signal, mostTokens: 16 })
    return [ok('chat model', `${name} answers`)]
  } catch (error) {
    return [wrong('chat model', `${messageOf(error)}${adviceFor(error)}`)]
  }
}

/** What to do when the message does not say it itself. */
function adviceFor(error: unknown): string {
  const kind = error instanceof WritingFailed ? error.kind : null
  if (kind === 'slow')
    return ' Until it answers sooner, answers are quoted; FIRST_WORD_SECONDS sets how long is waited.'
  if (kind === 'busy') return ' The account may be out of credit, or its limit reached; see the provider’s page.'
  return kind === 'refused' ? ' Check CHAT_MODEL: the provider does not take such a request for it.' : ''
}

async function checkTelegram(config: Config): Promise<Finding[]> {
  const { telegram } = config
  if (telegram.mode === 'sandbox')
    return [note('Telegram', `no TELEGRAM_BOT_TOKEN: npm start runs the sandbox on port ${config.port}`)]
  const api = new Api(telegram.token.reveal(), { apiRoot: telegram.apiRoot, timeoutSeconds: 10 })
  try {
    const me = await api.getMe()
    const info = await api.getWebhookInfo()
    const findings = [ok('Telegram', `@${me.username}`)]
    if (info.last_error_message)
      findings.push(note('webhook', `Telegram's last attempt failed: ${info.last_error_message}`))
    if (telegram.mode === 'webhook' && info.url !== telegram.url)
      findings.push(note('webhook', 'not set yet, or set to another address; npm start sets it'))
    if (telegram.mode === 'polling' && info.url)
      findings.push(note('webhook', 'one is set; npm start removes it and polls'))
    if (info.pending_update_count > 100) findings.push(note('updates', `${info.pending_update_count} wait at Telegram`))
    return findings
  } catch (error) {
    return [wrong('Telegram', `${messageOf(error)}. Check TELEGRAM_BOT_TOKEN and TELEGRAM_API_ROOT.`)]
  }
}
