import { expect, test } from 'vitest'
import { unreadLines } from '../../../../src/knowledge/material/unread-texts.ts'
import { aShape, aSlideFile } from '../package/files.ts'
import { allText, mustRead } from '../support.ts'

const math = '<m:oMath><m:r><m:t>Н=0,5×П</m:t></m:r></m:oMath>'

test.each([
  [
    'in the newer form',
    `<mc:AlternateContent><mc:Choice Requires="a14"><a14:m>${math}</a14:m></mc:Choice><mc:Fallback><a:r><a:t>слика</a:t></a:r></mc:Fallback></mc:AlternateContent><a:r><a:t>по члану</a:t></a:r>`,
  ],
  ['by itself', `${math}<a:r><a:t>по члану</a:t></a:r>`],
])('a formula of a slide is read %s', async (_, paragraph) => {
  expect(allText(await mustRead(aSlideFile([aShape([paragraph])]), 'a.pptx'))).toBe('Н=0,5×П по члану')
})

test('raised signs of a slide are written as such', async () => {
  const paragraph = '<a:r><a:t>10 m</a:t></a:r><a:r><a:rPr baseline="30000"/><a:t>2</a:t></a:r>'
  expect(allText(await mustRead(aSlideFile([aShape([paragraph])]), 'a.pptx'))).toBe('10 m²')
})

test('what a chart of a slide says is read, and that it is there is told, as reviews are', async () => {
  const frame =
    '<p:graphicFrame><a:graphic><a:graphicData><c:chart r:id="c"/></a:graphicData></a:graphic></p:graphicFrame>'
  const chart = '<c:chartSpace><c:title><a:t>Породице</a:t></c:title></c:chartSpace>'
  const file = aSlideFile(
    [aShape(['Наслов'], { kind: 'title' }) + frame],
    { 'charts/c.xml': chart, 'comments/k.xml': '<p:cmLst><p:cm><p:text>зашто?</p:text></p:cm></p:cmLst>' },
    { 1: { c: ['chart', '../charts/c.xml'], k: ['comments', '../comments/k.xml'] } },
  )
  const read = await mustRead(file, 'a.pptx')
  expect(allText(read)).toBe('Породице')
  expect(unreadLines('sr-Cyrl', read.unread).toSorted()).toEqual(['слајд 1: графикон', 'слајд 1: коментар'])
})

test.each([
  [
    'drawn from the bottom up',
    [
      [300, 'треће'],
      [100, 'прво'],
      [200, 'друго'],
    ],
    'прво\nдруго\nтреће',
  ],
  [
    'at one height, as they were drawn',
    [
      [100, 'лево'],
      [100, 'десно'],
    ],
    'лево\nдесно',
  ],
  [
    'that overlap, as they were drawn',
    [
      [150, 'прво'],
      [100, 'друго'],
    ],
    'прво\nдруго',
  ],
  [
    'without a place, where they are',
    [
      [undefined, 'садржај'],
      [200, 'доле'],
      [0, 'горе'],
    ],
    'садржај\nгоре\nдоле',
  ],
] as [string, [number | undefined, string][], string][])('shapes of a slide %s', async (_, shapes, shown) => {
  const slide = shapes.map(([y, text]) => aShape([text], y === undefined ? {} : { y })).join('')
  expect(allText(await mustRead(aSlideFile([slide]), 'a.pptx'))).toBe(shown)
})

test('columns of a slide are read one after the other', async () => {
  const box = (x: number, y: number, text: string) => aShape([text], { y }).replace('x="0"', `x="${x}"`)
  const slide = box(0, 0, 'л1') + box(0, 200, 'л2') + box(500, 200, 'д2') + box(500, 0, 'д1')
  expect(allText(await mustRead(aSlideFile([slide]), 'a.pptx'))).toBe('л1\nл2\nд1\nд2')
})
