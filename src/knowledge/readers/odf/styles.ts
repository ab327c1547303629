import type { Element, Document as Tree } from 'domhandler'
import { elementsOf, findAll } from '../package/xml.ts'
import type { NumberFormat, NumberLevel } from '../pieces/level-numbers.ts'

/** What readers ask of the styles of an OpenDocument file, by the name a paragraph or list gives. */
export type OdfStyles = {
  isBold: (style: string) => boolean
  isTitle: (style: string) => boolean
  isContents: (style: string) => boolean
  turnsPage: (style: string) => boolean
  /** How the items of a list are numbered, from the widest level; levels with bullets are left out. */
  listLevels: (listStyle: string) => (NumberLevel | undefined)[]
  /** Whether text of this style is not shown. */
  isHidden: (style: string) => boolean
  isHiddenPage: (style: string) => boolean
  /** Whether headings of this style are numbered when others of their level are. */
  isNumbered: (style: string) => boolean
  /** How headings are numbered, from the widest level. */
  headingLevels: NumberLevel[]
}

/** Styles of the parts `content.xml` and `styles.xml`; a style takes over what the one it is based on says. */
export function odfStyles(trees: Tree[]): OdfStyles {
  const styles = new Map(
    trees.flatMap((tree) => findAll(tree, 'style:style')).map((style) => [style.attribs['style:name'] ?? '', style]),
  )
  const lists = new Map(
    trees
      .flatMap((tree) => findAll(tree, 'text:list-style'))
      .map((style) => [style.attribs['style:name'] ?? '', style]),
  )
  const chain = (name: string): Element[] => {
    const found: Element[] = []
    for (
      let at = styles.get(name);
      at && found.length < 20;
      at = styles.get(at.attribs['style:parent-style-name'] ?? '')
    )
      found.push(at)
    return found
  }
  const attribute = (name: string, properties: string, attrib: string) =>
    chain(name)
      .flatMap(elementsOf)
      .find((child) => child.name === properties && child.attribs[attrib] !== undefined)?.attribs[attrib]
  const isNamed = (name: string, pattern: RegExp) =>
    pattern.test(name) || chain(name).some((style) => pattern.test(style.attribs['style:name'] ?? ''))
  return {
    isBold: (name) => attribute(name, 'style:text-properties', 'fo:font-weight') === 'bold',
    isTitle: (name) => isNamed(name, /^Title$/),
    isContents: (name) => isNamed(name, /^(?:Contents|Index)_20_/),
    turnsPage: (name) =>
      attribute(name, 'style:paragraph-properties', 'fo:break-before') === 'page' ||
      (styles.get(name)?.attribs['style:master-page-name'] ?? '') !== '',
    listLevels: (name) => listLevelsOf(lists.get(name)),
    isHidden: (name) => attribute(name, 'style:text-properties', 'text:display') === 'none',
    isNumbered: (name) => chain(name).find((style) => LIST_STYLE in style.attribs)?.attribs[LIST_STYLE] !== '',
    headingLevels: trees.flatMap((tree) => findAll(tree, 'text:outline-level-style')).map(levelOf),
    isHiddenPage: (name) => attribute(name, 'style:drawing-page-properties', 'presentation:visibility') === 'hidden',
  }
}

function listLevelsOf(style: Element | undefined): (NumberLevel | undefined)[] {
  const levels: (NumberLevel | undefined)[] = []
  for (const level of style ? elementsOf(style) : []) {
    if (level.name !== 'text:list-level-style-number') continue
    // LibreOffice always says the format of a list; who says none means figures.
    const attribs: Element['attribs'] = { 'style:num-format': '1', 'style:num-suffix': '.', ...level.attribs }
    levels[(Number(attribs['text:level']) || 1) - 1] = levelOf({ attribs })
  }
  return levels
}

const LIST_STYLE = 'style:list-style-name'

const FORMATS: Record<string, NumberFormat> = {
  '1': 'decimal',
  I: 'upper-roman',
  i: 'lower-roman',
  A: 'upper-letter',
  a: 'lower-letter',
}

function levelOf({ attribs }: Pick<Element, 'attribs'>): NumberLevel {
  const level = Number(attribs['text:level']) || 1
  const shown = Math.min(level, Number(attribs['text:display-levels']) || 1)
  const numbers = Array.from({ length: shown }, (_, i) => `%${level - shown + 1 + i}`).join('.')
  const format = attribs['style:num-format'] ?? ''
  return {
    template: `${attribs['style:num-prefix'] ?? ''}${numbers}${attribs['style:num-suffix'] ?? ''}`,
    format: format === '' ? null : (FORMATS[format] ?? lettersOf(format)),
    start: Number(attribs['text:start-value']) || 1,
    restarts: true,
    isLegal: false,
  }
}

/** LibreOffice writes other alphabets as a row of their letters with the language: «А, Б, .., Аа, Аб, ... (sr)». */
function lettersOf(format: string): NumberFormat {
  const [, first, language] = /^(\p{L})[^(]*\((\w+)\)$/u.exec(format) ?? []
  if (first !== 'А' && first !== 'а') return 'decimal'
  const alphabet = language === 'sr' ? 'serbian' : 'russian'
  return first === 'А' ? `upper-${alphabet}` : `lower-${alphabet}`
}
