import { expect, test } from 'vitest'
import { unreadLines } from '../../../../src/knowledge/material/unread-texts.ts'
import { allText, mustRead } from '../support.ts'
import { anOdf } from './files.ts'

const p = (text: string, style = 'Standard') => `<text:p text:style-name="${style}">${text}</text:p>`
const item = (content: string, attribs = '') => `<text:list-item${attribs}>${content}</text:list-item>`
const list = (items: string, attribs = ' text:style-name="L"') => `<text:list${attribs}>${items}</text:list>`
const level = (n: number, format: string, { prefix = '', suffix = '.', shown = 1, start = 1 } = {}) =>
  `<text:list-level-style-number text:level="${n}" style:num-format="${format}" style:num-prefix="${prefix}" style:num-suffix="${suffix}" text:display-levels="${shown}" text:start-value="${start}"/>`
const style = (name: string, ...levels: string[]) =>
  `<text:list-style style:name="${name}">${levels.join('')}</text:list-style>`

async function textOf(body: string, styles = ''): Promise<string> {
  return allText(await mustRead(await anOdf('text', { styles, body }), 'a.odt'))
}

test.each([
  ['letters', level(1, 'a', { suffix: ')' }), 'a) прво\nb) друго'],
  ['capital letters', level(1, 'A'), 'A. прво\nB. друго'],
  ['Roman numbers', level(1, 'I'), 'I. прво\nII. друго'],
  ['small Roman numbers', level(1, 'i', { suffix: ')' }), 'i) прво\nii) друго'],
  ['Serbian letters', level(1, 'а, б, .., аа, аб, ... (sr)', { suffix: ')', start: 5 }), 'д) прво\nђ) друго'],
  ['capital Serbian letters', level(1, 'А, Б, .., Аа, Аб, ... (sr)', { suffix: ')', start: 5 }), 'Д) прво\nЂ) друго'],
  ['Russian letters', level(1, 'а, б, .., аа, аб, ... (ru)', { suffix: ')', start: 5 }), 'д) прво\nе) друго'],
  ['a word before the number', level(1, '1', { prefix: 'Члан ', start: 7 }), 'Члан 7. прво\nЧлан 8. друго'],
])('a list in an OpenDocument text that is numbered by %s keeps its numbers', async (_, levels, shown) => {
  expect(await textOf(list(item(p('прво')) + item(p('друго'))), style('L', levels))).toBe(shown)
})

test('lists inside lists number by their own level, and go on in the outer one', async () => {
  const styles = style('L', level(1, '1', { suffix: ')' }), level(2, 'a', { suffix: ')' }), level(3, '1', { shown: 3 }))
  const inner = list(item(p('први')) + item(p('други') + list(item(p('дубље')), '')), '')
  const body = list(item(p('један') + inner) + item(p('два') + list(item(p('трећи')), '')))
  expect(await textOf(body, styles)).toBe('1) један\na) први\nb) други\n1.b.1. дубље\n2) два\na) трећи')
})

test('lists go on where they say so, and begin anew where they do not', async () => {
  const styles = style('L', level(1, '1', { suffix: ')' }))
  const body =
    list(item(p('први')), ' text:style-name="L" xml:id="l1"') +
    p('Између.') +
    list(item(p('други')), ' text:style-name="L" text:continue-list="l1"') +
    list(item(p('трећи')), ' text:style-name="L" text:continue-numbering="true"') +
    list(item(p('нови')) + item(p('десети'), ' text:start-value="10"'))
  expect(await textOf(body, styles)).toBe('1) први\nИзмеђу.\n2) други\n3) трећи\n1) нови\n10) десети')
})

test('items of a numbered list without numbers of their own have none', async () => {
  const styles = style('L', level(1, '1', { suffix: ')' }))
  const body = list(`<text:list-header>${p('наслов')}</text:list-header>${item(p('први'))}`)
  expect(await textOf(body, styles)).toBe('наслов\n1) први')
})

const HIDDEN =
  '<style:style style:name="H"><style:text-properties text:display="none"/></style:style>' +
  '<style:style style:name="H2" style:parent-style-name="H"/>'

test.each([
  ['by the style of a span', p('Јавно <text:span text:style-name="H">скривено</text:span>')],
  ['by the style of a paragraph', p('Јавно') + p('скривено', 'H')],
  ['by the style that its style is based on', p('Јавно') + p('скривено', 'H2')],
  ['by its section', `${p('Јавно')}<text:section text:display="none">${p('скривено')}</text:section>`],
  [
    'by a condition',
    p('Јавно<text:hidden-text text:is-hidden="true" text:string-value="скривено">скривено</text:hidden-text>'),
  ],
])('text of an OpenDocument text that is hidden %s is not published, and told', async (_, body) => {
  const read = await mustRead(await anOdf('text', { styles: HIDDEN, body }), 'a.odt')
  expect(allText(read)).toBe('Јавно')
  expect(unreadLines('sr-Cyrl', read.unread)).toEqual(['скривен текст'])
})

test('a section that is shown, and a condition that holds, are text', async () => {
  const body = `<text:section text:display="condition" text:is-hidden="false">${p('прво')}</text:section>${p('<text:hidden-text text:is-hidden="false">друго</text:hidden-text>')}`
  expect(await textOf(body)).toBe('прво\nдруго')
})

test('comments and what headers and footers say are told, page numbers are not', async () => {
  const read = await mustRead(
    await anOdf('text', {
      body: p(`Текст.<office:annotation><dc:creator>Ана</dc:creator>${p('зашто?')}</office:annotation>`),
      more: {
        'styles.xml': `<office:document-styles xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><style:master-page><style:header>${p('Општина Бечеј')}</style:header><style:footer>${p('Страна <text:page-number>1</text:page-number> од 9')}</style:footer></style:master-page></office:document-styles>`,
      },
    }),
    'a.odt',
  )
  expect(allText(read)).toBe('Текст.')
  expect(unreadLines('sr-Cyrl', read.unread)).toEqual(['заглавље или подножје стране', 'коментар'])
})

test('formulas are read, the titles of charts too, and charts are told', async () => {
  const object = (name: string) =>
    `<draw:frame><draw:object xlink:href="./${name}"/><draw:image xlink:href="x"/></draw:frame>`
  const math =
    '<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mrow><msup><mi>x</mi><mn>2</mn></msup><mo>=</mo><mn>4</mn></mrow><annotation encoding="StarMath 5.0">x^2 = 4</annotation></semantics></math>'
  const chart =
    '<c:x xmlns:c="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:chart="urn:oasis:names:tc:opendocument:xmlns:chart:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><chart:chart><chart:title><text:p>Породице по мерама</text:p></chart:title></chart:chart></c:x>'
  const read = await mustRead(
    await anOdf('text', {
      body: p(`Важи ${object('Object 1')} овде.`) + p(object('Object 2')) + p(object('Object 3')),
      more: { 'Object 1/content.xml': math, 'Object 2/content.xml': chart },
    }),
    'a.odt',
  )
  expect(allText(read)).toBe('Важи x²=4 овде.\nПородице по мерама')
  expect(unreadLines('sr-Cyrl', read.unread)).toEqual(['графикон', 'уметнути објекат'])
})
