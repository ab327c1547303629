import { describe, expect, test } from 'vitest'
import { documentOf, type Piece } from '../../../../src/knowledge/readers/pieces/pieces.ts'
import { aShape, aSlideFile } from '../package/files.ts'
import { mustRead } from '../support.ts'

const h = (depth: number, text: string): Piece => ({ kind: 'heading', depth, text })
const p = (text: string): Piece => ({ kind: 'paragraph', text })
const page = (number: number): Piece => ({ kind: 'place', place: { kind: 'page', number } })

/** What each section says under which headings, as «Мере › Стан: текст | текст». */
function saidBy(pieces: Piece[]): string[] {
  return documentOf(pieces, 'Правилник').sections.map(({ headings, blocks, place }) => {
    const at = place?.kind === 'page' ? `${place.number} ` : ''
    return `${at}${headings.join(' › ')}: ${blocks.map((block) => ('text' in block ? block.text : '')).join(' | ')}`
  })
}

describe('a heading with nothing under it is text', () => {
  test.each<[string, Piece[], string[]]>([
    ['at the end', [h(1, 'Рок'), p('осам дана'), h(1, 'Прилог')], ['Рок: осам дана', ': Прилог']],
    [
      'among others of its level',
      [h(1, 'Докази'), h(2, 'извод'), h(2, 'уверење'), h(1, 'Рок'), p('осам дана')],
      ['Докази: извод | уверење', 'Рок: осам дана'],
    ],
    ['but not one with a heading with text', [h(1, 'Мере'), h(2, 'Стан'), p('кров')], ['Мере › Стан: кров']],
    ['on its own page', [page(1), h(1, 'Крај'), page(2), h(1, 'Рок'), p('дан')], ['1 : Крај', '2 Рок: дан']],
    ['but not at the foot of a page', [page(1), h(1, 'Рок'), page(2), p('дан')], ['2 Рок: дан']],
    ['once, when its text goes on', [page(1), h(1, 'Рок'), p('дан'), page(2)], ['1 Рок: дан']],
    ['not when it is the title', [h(1, 'Правилник'), h(1, 'Рок'), p('дан')], ['Рок: дан']],
    [
      'with its note',
      [h(1, 'Рок'), { kind: 'note', text: 'радних дана' }, h(1, 'Крај')],
      ['Рок: радних дана', ': Крај'],
    ],
  ])('%s', (_, pieces, expected) => {
    expect(saidBy(pieces)).toEqual(expected)
  })

  test('in Markdown too, below its heading', async () => {
    const markdown = '# Водич\n\n## Докази\n\n### извод\n\n### уверење\n\n## Рок\n\nОсам дана.\n\n## Прилог\n'
    const { document } = await mustRead(new TextEncoder().encode(markdown), 'a.md')
    expect(document.sections.map(({ headings, blocks }) => [headings, blocks])).toEqual([
      [['Докази'], [p('извод'), p('уверење')]],
      [['Рок'], [p('Осам дана.')]],
      [[], [p('Прилог')]],
    ])
  })

  test('on a slide of a title alone, with the number of the slide', async () => {
    const file = aSlideFile(['Увод', 'Ко га доноси?', 'Хвала'].map((title) => aShape([title], { kind: 'title' })))
    const { document } = await mustRead(file, 'a.pptx')
    expect(document.sections.map(({ place, blocks }) => [place, blocks])).toEqual([
      [{ kind: 'slide', number: 2 }, [p('Ко га доноси?')]],
      [{ kind: 'slide', number: 3 }, [p('Хвала')]],
    ])
  })
})
