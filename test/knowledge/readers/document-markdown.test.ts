import { expect, test } from 'vitest'
import type { Section } from '../../../src/knowledge/readers/document.ts'
import { markdownOf } from '../../../src/knowledge/readers/document-markdown.ts'
import { readMarkdown } from '../../../src/knowledge/readers/markdown/markdown.ts'

const section = (headings: string[], more: Partial<Section> = {}): Section => ({
  headings,
  place: null,
  headingEn: '',
  askedAs: [],
  answeredIn: [],
  facts: [],
  blocks: [{ kind: 'paragraph', text: `О томе: ${headings.join(', ')}.` }],
  ...more,
})

const DOCUMENT = {
  title: 'Водич',
  titleEn: '',
  origin: '',
  checkedOn: null,
  questions: { sr: [], en: [] },
  terms: [
    {
      mark: 'G1',
      term: 'ЛАП',
      aliases: ['план', 'а|б'],
      english: ['plan'],
      meaning: 'Документ.',
      meaningEn: 'Paper.',
      askedAs: ['шта му дође план', 'онај папир'],
      answeredIn: ['2', ''],
    },
  ],
  sections: [
    section([]),
    section(['Мере', 'Стан'], {
      headingEn: 'Housing',
      askedAs: ['где ћу', 'кров', 'с киме'],
      answeredIn: ['1', '2b', '1'],
      facts: ['F1', 'F2'],
    }),
    section(['Мере', 'Посао'], {
      blocks: [
        { kind: 'list', ordered: true, items: ['Прво', 'Друго'] },
        { kind: 'list', ordered: false, items: ['Треће'] },
        { kind: 'table', head: ['Мера', 'Износ'], rows: [['А|Б', '1']] },
        { kind: 'paragraph', text: '# није наслов' },
      ],
    }),
    section(['Мере']),
  ],
}

test('a document is written so that it reads back as it was', () => {
  expect(readMarkdown(markdownOf(DOCUMENT), '')).toEqual(DOCUMENT)
})

test('pages stand where they begin, and a heading on two pages stands once', () => {
  const on = (number: number): Section => section(['Мере'], { place: { kind: 'page', number } })
  const text = markdownOf({ ...DOCUMENT, terms: [], sections: [on(1), on(2)] })
  expect(text).toBe('# Водич\n\n## Мере\n\n<!-- page: 1 -->\n\nО томе: Мере.\n\n<!-- page: 2 -->\n\nО томе: Мере.\n')
})
