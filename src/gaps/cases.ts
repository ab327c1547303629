import { answeringQuotes } from '../answers/answer.ts'
import { gather } from '../answers/quoting/gather.ts'
import { asWritten } from '../answers/reading/understand.ts'
import type { Search } from '../knowledge/search/search.ts'
import { chunksOfSource, readChunks } from '../knowledge/search/store.ts'
import type { Db } from '../platform/database/database.ts'
import { listAnswered } from './again-store.ts'

/** A question that a trainer answered, in the form of a question file; `relevant` is empty where its answer is out of use. */
export type Case = { id: string; text: string; relevant: string[] }

/** The questions that trainers answered, as cases to be evaluated. */
export async function listCases(db: Db): Promise<Case[]> {
  const cases: Case[] = []
  for (const { id, text, sourceId, chunkId } of await listAnswered(db)) {
    const chunks = sourceId === null ? await readChunks(db, chunkId === null ? [] : [chunkId]) : null
    const [chunk] = chunks ? [...chunks.values()] : await chunksOfSource(db, sourceId!)
    cases.push({ id: `gap-${id}`, text, relevant: chunk ? [chunk.path] : [] })
  }
  return cases
}

export type JudgedCase = Case & { answered: boolean }

/** Whether each case whose answer is in use is answered from it, and not only near it. */
export async function judgeCases(search: Search, cases: readonly Case[]): Promise<JudgedCase[]> {
  const judged: JudgedCase[] = []
  for (const one of cases.filter(({ relevant }) => relevant.length > 0)) {
    const answer = await gather(search, asWritten(one.text))
    const cites = answeringQuotes(answer).some(({ chunk }) => one.relevant.includes(chunk.path))
    judged.push({ ...one, answered: cites && answer.kind !== 'near' })
  }
  return judged
}
