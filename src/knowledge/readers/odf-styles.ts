import type { Element, Document as Tree } from 'domhandler'
import { elementsOf, findAll } from './xml.ts'

/** What readers ask of the styles of an OpenDocument file, by the name a paragraph or list gives. */
export type OdfStyles = {
  isBold: (style: string) => boolean
  isTitle: (style: string) => boolean
  isContents: (style: string) => boolean
  turnsPage: (style: string) => boolean
  isOrdered: (listStyle: string) => boolean
  isHiddenPage: (style: string) => boolean
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
    isOrdered: (name) => elementsOf(lists.get(name) ?? { children: [] })[0]?.name === 'text:list-level-style-number',
    isHiddenPage: (name) => attribute(name, 'style:drawing-page-properties', 'presentation:visibility') === 'hidden',
  }
}
