import { expect, test } from 'vitest'
import { plainOfBlocks } from '../../../src/bot/message/rich.ts'
import { outlineBlocks, outlineOf } from '../../../src/knowledge/material/outline-texts.ts'
import { readMarkdown } from '../../../src/knowledge/readers/markdown/markdown.ts'

const PLAN = readMarkdown(
  `# План

Увод без наслова.

## Буџет

| Мера | Износ |
|---|---|
| огрев | 510.000 |

### По годинама

Сваке године исто.

| Година | Износ |
|---|---|
| 2027 | 510.000 |

## Праћење

${'Савет прати план и подноси извештај. '.repeat(100)}
`,
  '',
)

test('each heading has the passages and tables under it, and under the headings inside it', () => {
  expect(outlineOf(PLAN)).toEqual([
    { text: 'Буџет', depth: 1, passages: 2, tables: 2 },
    { text: 'По годинама', depth: 2, passages: 1, tables: 1 },
    { text: 'Праћење', depth: 1, passages: 2, tables: 0 },
  ])
})

test('a heading that has no text of its own is there all the same', () => {
  const document = readMarkdown('# План\n\n## Мере\n\n### Становање\n\nКуће.\n\n### Рад\n\nОбуке.\n', '')
  expect(outlineOf(document).map(({ text, depth, passages }) => [text, depth, passages])).toEqual([
    ['Мере', 1, 2],
    ['Становање', 2, 1],
    ['Рад', 2, 1],
  ])
})

test('it is read as it is when it is short, and folded when it is long', () => {
  expect(plainOfBlocks(outlineBlocks('sr-Cyrl', PLAN))).toBe(
    ['Наслови: 3', 'Буџет (2 пасуса, 2 табеле)', '· По годинама (1 пасус, 1 табела)', 'Праћење (2 пасуса)'].join(
      '\n\n',
    ),
  )
  const chapters = (many: number, inner: number) =>
    readMarkdown(
      Array.from(
        { length: many },
        (_, i) =>
          `## Глава ${i}\n\n${Array.from({ length: inner }, (_, j) => `### Део ${i}.${j}\n\nТекст.\n`).join('\n')}`,
      ).join('\n'),
      '',
    )
  const [folded, ...more] = outlineBlocks('sr-Cyrl', chapters(20, 1))
  expect(more).toEqual([])
  expect(folded).toMatchObject({ type: 'details', summary: 'Наслови: 40' })
  // Too many for one message: only the widest, and the rest is counted.
  const text = plainOfBlocks(outlineBlocks('sr-Cyrl', chapters(30, 10)))
  expect(text).toContain('Глава 29 (10 пасуса)')
  expect(text).not.toContain('Део')
  expect(text).toContain('и још наслова: 300')
  expect(outlineBlocks('sr-Cyrl', readMarkdown('Само текст.', 'Без'))).toEqual([])
})
