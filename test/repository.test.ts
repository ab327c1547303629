import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { markOf } from '../src/answers/quoting/pieces/asked-of.ts'
import { type Piece, piecesOf } from '../src/answers/quoting/pieces/cut.ts'
import { chunksOf } from '../src/knowledge/ingest/chunk.ts'
import { readMarkdown } from '../src/knowledge/readers/markdown/markdown.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const SRC = join(ROOT, 'src')

function filesBelow(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ending))
    .map((path) => join(folder, path))
}

function marksOf({ place, block }: Piece): string[] {
  const parts = block.kind === 'table' ? block.rows : block.kind === 'list' ? block.items : []
  return [markOf(place), ...parts.map((_, row) => markOf(place, row))]
}

describe('the house', () => {
  test('only the configuration reads the environment', () => {
    const readers = filesBelow(SRC, '.ts').filter((file) => readFileSync(file, 'utf8').includes('process.env'))
    expect(readers.map((file) => relative(ROOT, file))).toEqual(['src/config.ts'])
  })

  test('no text becomes code, and no program is started through a shell', () => {
    const faults = [
      ...filesBelow(SRC, '.ts'),
      ...filesBelow(join(SRC, 'sandbox'), '.js'),
      ...filesBelow(join(ROOT, 'scripts'), '.ts'),
    ]
      .map((file) => ({ file: relative(ROOT, file), text: readFileSync(file, 'utf8') }))
      .flatMap(({ file, text }) =>
        [
          ...text.matchAll(/\beval\(|new Function\(|\bexecSync\b|\bexec\b.*node:child_process|shell: |setTimeout\('/g),
        ].map(([found]) => `${file}: ${found}`),
      )
    expect(faults).toEqual([])
  })

  test('a model is offered no tool', () => {
    const offered = filesBelow(SRC, '.ts').filter((file) =>
      /\bbindTools\(|\btool_choice\b|\bcreateAgent\(|@langchain\/langgraph|\btools: ?\[/.test(
        readFileSync(file, 'utf8'),
      ),
    )
    expect(offered.map((file) => relative(ROOT, file))).toEqual([])
  })

  test('dependencies are exact, locked by their hashes, and run nothing when they are installed but what is named', () => {
    const read = (name: string) => JSON.parse(readFileSync(join(ROOT, name), 'utf8'))
    const { dependencies, devDependencies, allowScripts } = read('package.json')
    const versions = Object.values<string>({ ...dependencies, ...devDependencies })
    expect(versions.length).toBeGreaterThan(20)
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([])
    type Locked = Record<string, { integrity?: string; link?: boolean; inBundle?: boolean }>
    const packages = Object.entries<Locked[string]>(read('package-lock.json').packages as Locked)
    const unlocked = packages.filter(([path, one]) => path !== '' && !one.integrity && !one.link && !one.inBundle)
    expect(unlocked.map(([path]) => path)).toEqual([])
    expect(Object.keys(allowScripts).filter((name) => allowScripts[name])).toEqual(['node'])
  })

  test('the text of a query holds nothing but constants', () => {
    // Backups read table names from the catalogue, quoted; rooms say in constants where words of people stand.
    const generic = ['backup/catalog.ts', 'backup/backup.ts', 'database/words.ts'].map((file) => `src/platform/${file}`)
    // Each model of embeddings has an index and a form of its own, made of numbers of our own tables.
    const queries = filesBelow(SRC, '.ts')
      .map((file) => ({ file: relative(ROOT, file), text: readFileSync(file, 'utf8') }))
      .filter(({ file }) => !generic.includes(file) && !file.startsWith('src/sandbox/'))
      .flatMap(({ file, text }) =>
        [...text.matchAll(/\.query(?:<[\s\S]*?>)?\(\s*(`[^`]*`|'[^']*'\s*\+?|"[^"]*"\s*\+?|[\w.]+\s*[,)])/g)].map(
          ([, query]) => ({
            file,
            query: query!.trim(),
          }),
        ),
      )
    expect(queries.length).toBeGreaterThan(40)
    const built = queries.filter(
      ({ query }) =>
        query.endsWith('+') ||
        [...query.matchAll(/\$\{([^}]*)\}/g)].some(
          ([, inside]) =>
            !/^([A-Z][A-Z_]*|(indexName|selectDistances)\(\w+(\.id)?\)|model\.(id|dimensions))$/.test(inside!),
        ),
    )
    expect(built).toEqual([])
    // Where the text of a query comes from elsewhere and is no constant, it is handed through.
    const handed = queries.filter(({ query }) => /^[\w.]+[,)]$/.test(query) && !/^[A-Z_]+[,)]$/.test(query))
    expect([...new Set(handed.map(({ file }) => file))]).toEqual([
      'src/platform/database/database.ts',
      'src/platform/database/embedded.ts',
      'src/platform/database/migrate.ts',
      'src/platform/database/retention.ts',
    ])
  })

  test('every threat has a control, and a test that there is', () => {
    const rows = readFileSync(join(ROOT, 'docs/security.md'), 'utf8')
      .split('\n')
      .filter((line) => /^\| (?!threat)/.test(line))
      .map((line) => line.split('|').map((cell) => cell.trim()))
    expect(rows.length).toBeGreaterThan(25)
    for (const [, threat, control, proof] of rows) {
      expect(control, threat).toMatch(/\w{3}/)
      const files = proof!.split(', ').map((quoted) => /^`(test\/[\w./-]+\.test\.ts)`$/.exec(quoted)?.[1])
      for (const file of files) expect(file && existsSync(join(ROOT, file)), `${threat}: ${proof}`).toBe(true)
    }
  })

  test('every setting is in its table and explained, and the README names every command', () => {
    const table = readFileSync(join(ROOT, 'docs/settings.md'), 'utf8')
    const readme = readFileSync(join(ROOT, 'README.md'), 'utf8')
    const settings = [...readFileSync(join(SRC, 'config.ts'), 'utf8').matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(
      ([, name]) => name!,
    )
    const example = readFileSync(join(ROOT, '.env.example'), 'utf8')
    expect(settings.length).toBeGreaterThan(8)
    for (const setting of settings) expect(example, setting).toContain(`#${setting}=`)
    const named = (text: string, form: RegExp) => [...text.matchAll(form)].map(([, name]) => name!)
    const forCompose = ['POSTGRES_PASSWORD', 'WEBHOOK_HOST']
    expect(named(example, /^#?([A-Z][A-Z_]+)=/gm).filter((name) => !settings.includes(name))).toEqual(forCompose)
    const rows = table.split('\n').filter((line) => /^\| `[A-Z][A-Z_]+`/.test(line))
    const inTable = rows.flatMap((line) => named(line.split('|')[1]!, /`([A-Z][A-Z_]+)`/g))
    expect(inTable.toSorted()).toEqual(settings.toSorted())
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>
    }
    for (const script of Object.keys(scripts))
      expect(readme, script).toContain(`npm ${['start', 'test'].includes(script) ? '' : 'run '}${script}`)
  })
})

describe('what is written about the house', () => {
  const pages = [
    ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
    ...filesBelow(join(ROOT, 'docs'), '.md').map((file) => relative(ROOT, file)),
  ].map((name) => ({ name, text: readFileSync(join(ROOT, name), 'utf8') }))

  /** The feature that CONTRIBUTING.md makes up. */
  const MADE_UP = 'contacts'

  /** Whether a path below the repository or below src/ is there; a source file may go without its ending, and `*` is any name. */
  const isThere = (path: string) => [ROOT, SRC].some((base) => globSync([path, `${path}.ts`], { cwd: base }).length > 0)

  test.each(pages)('$name leads only where there is something', ({ name, text }) => {
    expect((text.match(/^```/gm) ?? []).length % 2, 'a code block that is not closed').toBe(0)
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, to]) => to!)
    expect(links.filter((to) => !existsSync(join(ROOT, dirname(name), to)))).toEqual([])
  })

  test.each(pages)('$name names only files and folders that are there', ({ text }) => {
    const rooms = [...readdirSync(ROOT), ...readdirSync(SRC)]
    const paths = [...text.matchAll(/`([\w.@*-]+(?:\/[\w.@*-]*)+)`/g)].map(([, path]) => path!)
    const ours = paths.filter((path) => rooms.includes(path.split('/')[0]!) && !path.includes(MADE_UP))
    expect(ours.filter((path) => !isThere(path))).toEqual([])
  })

  test('everything that stands at the top of the map is there', () => {
    const map = /```\nsrc\/\n([\s\S]*?)```/.exec(readFileSync(join(ROOT, 'README.md'), 'utf8'))![1]!
    const inSrc = [...map.matchAll(/^ {2}([\w.-]+)\/? /gm)].map(([, name]) => `src/${name}`)
    const beside = [...map.matchAll(/^([\w.-]+)\/ /gm)].map(([, name]) => name!)
    expect(inSrc.length).toBeGreaterThan(15)
    expect([...inSrc, ...beside].filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
  })
})

describe('the shipped material', () => {
  const files = filesBelow(join(ROOT, 'knowledge'), '.md')
  const documents = files.map((file) => {
    const text = readFileSync(file, 'utf8')
    return { name: relative(ROOT, file), text, document: readMarkdown(text, '') }
  })

  test.each(documents)(
    '$name has a title in both languages, origin, date, questions, and no mixed scripts',
    ({ text, document }) => {
      expect(document.title).toMatch(/\p{Script=Cyrillic}/u)
      expect(document.titleEn).toMatch(/[A-Za-z]/)
      expect(document.origin).not.toBe('')
      expect(document.checkedOn).toMatch(/^\d{4}-\d\d-\d\d$/)
      expect(document.questions.sr.length).toBeGreaterThanOrEqual(3)
      expect(document.questions.en.length).toBeGreaterThanOrEqual(2)
      expect(text.match(/\p{Script=Cyrillic}[A-Za-z]|[A-Za-z]\p{Script=Cyrillic}/gu) ?? []).toEqual([])
    },
  )

  test('every section has an English heading, its facts and ways of asking', () => {
    const lacking = documents.flatMap(({ name, document }) =>
      document.sections
        .filter((section) => section.headings.length > 0)
        .filter((section) => section.headingEn === '' || section.facts.length === 0 || section.askedAs.length === 0)
        .map((section) => `${name}: ${section.headings.join(' › ')}`),
    )
    expect(lacking).toEqual([])
  })

  test('every piece that ways of asking name is there', () => {
    const wrong = documents.flatMap(({ document }) =>
      chunksOf(document).flatMap(({ headings, blocks, answeredIn }) => {
        const marks = new Set(piecesOf(blocks).flatMap(marksOf))
        return answeredIn.filter((mark) => mark !== '' && !marks.has(mark)).map((mark) => `${headings.at(-1)}: ${mark}`)
      }),
    )
    expect(wrong).toEqual([])
  })

  test('the glossary has 104 terms, each in both languages', () => {
    const terms = documents.flatMap(({ document }) => document.terms)
    expect(terms.map((term) => term.mark)).toEqual(Array.from({ length: 104 }, (_, i) => `G${i + 1}`))
    for (const term of terms)
      expect([term.term, term.meaning, term.meaningEn, ...term.english].every(Boolean), term.mark).toBe(true)
  })
})
