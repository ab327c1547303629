import { expect, test } from 'vitest'
import { sourcesBlock } from '../../../src/answers/quoting/source-texts.ts'
import { plainOfBlocks } from '../../../src/bot/message/rich.ts'
import type { StoredChunk } from '../../../src/knowledge/search/store.ts'
import type { Locale } from '../../../src/language/locale.ts'

const CHUNK: StoredChunk = {
  ...{
    id: 1,
    sourceId: 1,
    path: '05.md',
    position: 0,
    place: null,
    askedAs: [],
    answeredIn: [],
    facts: [],
    template: null,
  },
  ...{ title: 'Усвајање ЛАП-а', titleEn: 'Adoption of the LAP', checkedOn: '2026-11-30' },
  ...{ headings: ['Ко усваја ЛАП?'], headingEn: 'Who adopts the LAP?', body: 'ЛАП усваја скупштина.' },
  blocks: [{ kind: 'paragraph', text: 'ЛАП усваја скупштина.' }],
}

const shown = (locale: Locale, checkedOn: string | null) =>
  plainOfBlocks([sourcesBlock(locale, [{ n: 1, chunk: { ...CHUNK, checkedOn }, blocks: CHUNK.blocks }])])

test('a source says on which day its document was last checked', () => {
  expect(shown('sr-Cyrl', '2026-11-30')).toContain('Ко усваја ЛАП? · проверено: 30. новембар 2026.')
  expect(shown('sr-Latn', '2026-11-30')).toContain('provereno: 30. novembar 2026.')
  expect(shown('en', '2026-11-30')).toContain('checked: 30 November 2026')
})

test('and nothing where the document does not say', () => {
  expect(shown('sr-Cyrl', null)).not.toMatch(/проверено|·/)
})
