import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { chunksOf } from '../../knowledge/ingest/chunk.ts'
import type { Term } from '../../knowledge/readers/document.ts'
import { readMarkdown } from '../../knowledge/readers/markdown/markdown.ts'
import { type Glossary, makeGlossary } from '../../knowledge/search/glossary.ts'
import { type Language, writingOf } from '../../language/detect.ts'
import { CannotStart } from '../../platform/errors.ts'
import type { Passage } from '../check/check.ts'

/** A passage as it stood when the sentence was written, where the material says it otherwise by now. */
const passage = z.object({ titles: z.array(z.string()), text: z.string().min(1) })

/**
 * A sentence that a model might write of `source`, a sentence in section `heading` of `file`: a true paraphrase of some `kind`, or a
 * fluent lie of some kind. The two halves stay as they were while the material changes.
 */
const claimSchema = z.object({
  id: z.string(),
  kind: z.string(),
  lie: z.boolean(),
  file: z.string(),
  heading: z.string(),
  source: z.string().min(1),
  text: z.string().min(1),
  passage: passage.optional(),
})
export type ClaimCase = z.infer<typeof claimSchema>

/** The sentences of a file of JSON lines, or of all such files of a folder. Throws `CannotStart` naming the faulty line. */
export function readClaims(path: string): ClaimCase[] {
  const files = statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((name) => name.endsWith('.jsonl'))
        .sort()
        .map((name) => join(path, name))
    : [path]
  return files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, i) => (line.trim() === '' ? [] : [readClaim(line, file, i + 1)])),
  )
}

function readClaim(line: string, file: string, at: number): ClaimCase {
  try {
    return claimSchema.parse(JSON.parse(line))
  } catch (error) {
    throw new CannotStart(`Line ${at} of ${file} is not {"id", "kind", "lie", "file", "heading", "source", "text"}.`, {
      cause: error,
    })
  }
}

/** A sentence with the passage it cites. */
export type PlacedClaim = Omit<ClaimCase, 'passage'> & { passage: Passage; language: Language }

/**
 * Each sentence with the passage of `folder` that its source stands in, the entry of the glossary, or the passage it brings along.
 * Throws `CannotStart` for one whose source stands nowhere: the material has changed, and the passage as it was belongs beside it.
 */
export function placeClaims(
  claims: readonly ClaimCase[],
  folder: string,
): { claims: PlacedClaim[]; glossary: Glossary } {
  const files = new Map(readMaterial(folder).map((file) => [file.name, file]))
  const placed = claims.map((claim) => {
    const passages = claim.passage ? [{ n: 1, ...claim.passage }] : (files.get(claim.file)?.passages ?? [])
    const passage = passages.find(({ text }) => squeezed(text).includes(squeezed(claim.source)))
    if (!passage) throw new CannotStart(`${claim.id}: «${claim.source}» does not stand in ${claim.file}.`)
    return { ...claim, passage, language: writingOf(claim.text)?.language ?? 'sr' }
  })
  return { claims: placed, glossary: makeGlossary([...files.values()].flatMap((file) => file.terms)) }
}

type MaterialFile = { name: string; passages: Passage[]; terms: Term[] }

function readMaterial(folder: string): MaterialFile[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'))
  return names.map((name) => {
    const document = readMarkdown(readFileSync(join(folder, name), 'utf8'), name)
    const chunks = chunksOf(document).map(({ body, headings, headingEn }) => ({
      n: 1,
      text: body,
      titles: [document.title, ...headings, headingEn],
    }))
    const entries = document.terms.map(({ term, aliases, meaning }) => ({
      n: 1,
      text: meaning,
      titles: [term, ...aliases],
    }))
    return { name, passages: [...chunks, ...entries], terms: document.terms }
  })
}

/** A text as both a file and a copy of its sentence have it: Markdown’s emphasis, line breaks and the edges of a row aside. */
function squeezed(text: string): string {
  return text
    .replace(/[*_]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^ ?\| | \| ?$/g, '')
    .trim()
}
