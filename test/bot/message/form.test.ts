import { expect, test } from 'vitest'
import { hasCommand, mayBeRich } from '../../../src/bot/message/form.ts'
import { details, heading, list, paragraph, quotation, table, tappable } from '../../../src/bot/message/rich.ts'

const long = paragraph('реч '.repeat(1_200))
const cells = table(['а', 'б'], [['1', '2']])

test.each([
  ['an ordinary answer with its sources', [paragraph('План.'), details('Извори', [paragraph('Закон')])], false],
  ['a card with a heading', [heading('Обука'), list(['кад', 'где'])], false],
  ['a table', [paragraph('Рокови'), cells], true],
  ['a table in a quotation', [quotation([cells])], true],
  ['a table in a list', [list([[cells]])], true],
  ['a table in what is folded away', [paragraph('План.'), details('Извори', [quotation([cells])])], false],
  ['a long text without sections', [heading('План'), long], false],
  ['a long answer in sections', [heading('План'), long, heading('Рокови'), long], true],
])('where it is needed: %s', (_, content, rich) => {
  expect(mayBeRich('when-needed', 7, content)).toBe(rich)
  expect(mayBeRich('when-needed', -7, content), 'in a group').toBe(false)
  expect(mayBeRich('on', 7, content)).toBe(true)
  expect(mayBeRich('off', 7, content)).toBe(false)
})

test.each([
  ['in a paragraph', [paragraph(tappable('Притисните /pomoc.'))]],
  ['in a list inside a quotation', [quotation([list([tappable('/obuke')])])]],
  ['in a table', [table(['а'], [[tappable('/obuke')]])]],
  ['in a summary', [details(tappable('Више: /pomoc'), [])]],
])('a command of ours is found %s', (_, content) => {
  expect(hasCommand(content)).toBe(true)
})

test('what somebody typed is no command of ours', () => {
  expect(hasCommand([paragraph('/start'), list(['и /pomoc'])])).toBe(false)
})
