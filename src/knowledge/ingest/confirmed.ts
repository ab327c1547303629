import { createHash } from 'node:crypto'
import { dayAt } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import type { ContentBlock, Document } from '../readers/document.ts'
import { bareDocument, bareSection } from '../readers/document.ts'
import { markConfirmed } from './confirmed-store.ts'
import { publishVersion } from './publish.ts'
import { insertVersion, lockVersion } from './version-store.ts'

/** An answer that a trainer gives to a question of people. */
export type ConfirmedAnswer = {
  question: string
  /** How people asked for it; searched, never shown. */
  askedAs: readonly string[]
  text: string
  /** What it rests on. */
  origin: string
  /** The last day it is told, YYYY-MM-DD; `null`: until somebody withdraws it. */
  validUntil: string | null
  ownerId: number
}

/** Publishes an answer as a source of its own. Returns the source. To be called in a transaction. */
export async function publishConfirmed(
  db: Db,
  answer: ConfirmedAnswer,
  by: number,
  now: Temporal.Instant,
): Promise<number> {
  const document = confirmedDocument(answer, now)
  const hash = createHash('sha256').update(JSON.stringify(document)).digest('hex')
  const version = {
    fileName: 'odgovor',
    format: 'answer',
    language: 'sr' as const,
    pages: null,
    hash,
    document,
    unread: [],
  }
  const versionId = await insertVersion(db, version, answer.ownerId, now)
  await publishVersion(db, versionId, null, by, now)
  const sourceId = (await lockVersion(db, versionId))!.sourceId!
  await markConfirmed(db, {
    sourceId,
    ownerId: answer.ownerId,
    on: dayAt(now).toString(),
    validUntil: answer.validUntil,
  })
  return sourceId
}

/** The answer as a document of one section, under its question. */
export function confirmedDocument(
  { question, askedAs, text, origin }: ConfirmedAnswer,
  now: Temporal.Instant,
): Document {
  const section = { ...bareSection([question], blocksOf(text)), askedAs: [...askedAs] }
  return { ...bareDocument(question, [section]), origin, checkedOn: dayAt(now).toString() }
}

const ITEM = /^(?:[-–•*]|\d{1,2}[.)])\s+/

/** Paragraphs as they were written; lines that begin with a dash or a number are a list. */
export function blocksOf(text: string): ContentBlock[] {
  const blocks: ContentBlock[] = []
  for (const line of text
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean)) {
    const last = blocks.at(-1)
    const item = line.replace(ITEM, '')
    if (item === line) blocks.push({ kind: 'paragraph', text: line })
    else if (last?.kind === 'list') last.items.push(item)
    else blocks.push({ kind: 'list', ordered: /^\d/.test(line), items: [item] })
  }
  return blocks
}
