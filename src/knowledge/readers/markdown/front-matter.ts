import { parse } from 'yaml'
import { z } from 'zod'
import { messageOf } from '../../../platform/errors.ts'

const frontMatterSchema = z.object({
  title: z.string().trim().min(1).optional(),
  titleEn: z.string().trim().default(''),
  origin: z.string().trim().default(''),
  checked: z
    .union([z.string(), z.date().transform((date) => date.toISOString().slice(0, 10))])
    .pipe(z.iso.date())
    .optional(),
  questions: z.array(z.string().trim()).default([]),
  questionsEn: z.array(z.string().trim()).default([]),
})

export type FrontMatter = z.infer<typeof frontMatterSchema>

const FENCED = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/

/**
 * The front matter of a Markdown file and the text after it; a file without one has only defaults. Throws with a
 * sentence that names the faulty field.
 */
export function readFrontMatter(markdown: string): { matter: FrontMatter; body: string } {
  const fenced = FENCED.exec(markdown)
  if (!fenced) return { matter: frontMatterSchema.parse({}), body: markdown }
  let raw: unknown
  try {
    raw = parse(fenced[1]!)
  } catch (error) {
    throw new Error(`The front matter is not valid YAML: ${messageOf(error)}`, { cause: error })
  }
  const result = frontMatterSchema.safeParse(raw ?? {})
  if (!result.success) {
    const faults = result.error.issues.map((issue) => `${issue.path.join('.') || 'front matter'}: ${issue.message}`)
    throw new Error(`The front matter has faults: ${faults.join('; ')}`)
  }
  return { matter: result.data, body: markdown.slice(fenced[0].length) }
}

/** Front matter of other programs, in their words: what fits is taken, the rest is left out. Never throws. */
export function readForeignFrontMatter(markdown: string): { matter: FrontMatter; body: string } {
  const toml = /^\uFEFF?\+\+\+\r?\n[\s\S]*?\r?\n\+\+\+[ \t]*(?:\r?\n|$)/.exec(markdown)
  if (toml) return { matter: frontMatterSchema.parse({}), body: markdown.slice(toml[0].length) }
  try {
    return readFrontMatter(markdown)
  } catch {
    const fenced = FENCED.exec(markdown)!
    const named = /^title:\s*(\S.*)$/m
      .exec(fenced[1]!)?.[1]
      ?.trim()
      .replace(/^(["'])(.*)\1$/, '$2')
    const isMatter = /^[\w.-]+:(?:\s|$)/m.test(fenced[1]!)
    // Text between two lines is text, however it begins.
    return isMatter
      ? { matter: frontMatterSchema.parse(named ? { title: named } : {}), body: markdown.slice(fenced[0].length) }
      : { matter: frontMatterSchema.parse({}), body: markdown }
  }
}
