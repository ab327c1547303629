import { expect, test } from 'vitest'
import { readMarkdown } from '../../../../src/knowledge/readers/markdown/markdown.ts'

const textOf = (markdown: string) => JSON.stringify(readMarkdown(markdown, 'x').sections.flatMap((one) => one.blocks))

test.each(['- ', '> ', '1. ', '> - '])('three thousand blocks in one another (%j) are read', (marker) => {
  expect(textOf(`${marker.repeat(3000)}Ко усваја план`)).toContain('Ко усваја план')
})

test('lists nested by ever deeper lines are read', () => {
  const lines = Array.from({ length: 300 }, (_, depth) => `${'  '.repeat(depth)}- ставка ${depth}`)
  const text = textOf(lines.join('\n'))
  expect(text).toContain('ставка 0')
  expect(text).toContain('ставка 299')
})

test('a paragraph with more marks than a person writes keeps its words and its marks', () => {
  const text = textOf('**реч '.repeat(1000))
  expect(text.match(/\*\*реч/g)).toHaveLength(1000)
})

test('the line of a form to fill in keeps its underscores', () => {
  expect(textOf(`Име и презиме: ${'_'.repeat(600)}\n\nДатум: ____`)).toContain('_'.repeat(600))
})

test('marks in code are left as they are', () => {
  expect(textOf(`\`\`\`\n${'**a '.repeat(1000)}\n\`\`\`\n`)).not.toContain('\\\\*')
})

test.each([
  ['Наслов\n===\nТекст', ['Наслов']],
  ['# Документ\n\nПоднаслов\nу два реда\n---\nТекст', ['Поднаслов у два реда']],
  ['# Документ\n\nПоднаслов #\n---\nТекст', ['Поднаслов #']],
])('a heading that is underlined is a heading: %j', (markdown, headings) => {
  const document = readMarkdown(markdown, 'x')
  expect([document.title, ...document.sections.at(-1)!.headings].slice(-headings.length)).toEqual(headings)
})

test('a line below a list, a table or an empty line is no underline', () => {
  for (const markdown of ['- а\n---\nб', '| а |\n|---|\n| б |', 'а\n\n---\n\nб'])
    expect(readMarkdown(markdown, 'x').sections.at(-1)!.headings).toEqual([])
})
