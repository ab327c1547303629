import { type AnyNode, Element, Text, type Document as Tree } from 'domhandler'
import { DomUtils } from 'htmlparser2'
import { chartTexts } from '../drawing/chart.ts'
import { diagramTexts } from '../drawing/diagram.ts'
import { formulaText } from '../drawing/formula.ts'
import { elementsOf, findAll, findFirst, isElement, textIn, xmlOf } from '../package/xml.ts'
import type { Unread } from '../result.ts'
import { OWN_MARKS, unreadMark } from '../text/marks.ts'
import { settingOf } from './styles.ts'

/** What a part of a document refers to: a part by the id of its relation. */
export type PartOf = (id: string) => Uint8Array | undefined

/** Styles whose text is hidden, by id. */
export type HiddenStyles = ReadonlySet<string>

/** Stands for the content of another file that the document takes in; the id of its relation follows, then the mark again. */
export const CHUNK = '\ue004'

/**
 * The XML of a part as mammoth reads all of it: formulas, diagrams and charts as text, text boxes after the paragraph
 * they are anchored to, and marks where something is not read. Hidden text is taken out.
 */
export function prepared(tree: Tree, partOf: PartOf, hidden: HiddenStyles): string {
  const preparing = new Preparing(partOf, hidden)
  tree.children = preparing.nodes(tree.children) as typeof tree.children
  return xmlOf(tree)
}

/** Wrappers whose text mammoth would leave out with them. */
const UNWRAPPED = new Set(['w:fldSimple', 'w:dir', 'w:bdo', 'w:customXmlInsRangeStart', 'w:rubyBase', 'w:ruby'])
const DROPPED = new Set(['w:rt', 'w:rubyPr', 'w:del', 'w:moveFrom'])

class Preparing {
  readonly #partOf: PartOf
  readonly #hidden: HiddenStyles
  /** Paragraphs of text boxes that the paragraph at hand holds. */
  #boxes: AnyNode[] = []
  #isHiding = false

  constructor(partOf: PartOf, hidden: HiddenStyles) {
    this.#partOf = partOf
    this.#hidden = hidden
  }

  nodes(nodes: AnyNode[]): AnyNode[] {
    return nodes.flatMap((node) => {
      if (isElement(node)) return this.#element(node)
      if (node.type === 'text') node.data = node.data.replace(OWN_MARKS, ' ')
      return [node]
    })
  }

  #element(element: Element): AnyNode[] {
    const { name } = element
    if (DROPPED.has(name)) return []
    if (UNWRAPPED.has(name)) return this.nodes(element.children)
    switch (name) {
      case 'w:p':
        return this.#paragraph(element)
      case 'w:r':
        return this.#isHidden(element) ? this.#hide(element) : this.#run(element)
      case 'mc:AlternateContent':
        return this.#alternative(element)
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        return this.#drawing(element)
      case 'm:oMathPara':
        return findAll(element, 'm:oMath').flatMap((formula) => this.#formula(formula))
      case 'm:oMath':
        return this.#formula(element)
      case 'w:altChunk':
        return [paragraphOf(`${CHUNK}${element.attribs['r:id'] ?? ''}${CHUNK}`)]
      default:
        return [this.#inside(element)]
    }
  }

  #inside(element: Element): Element {
    element.children = this.nodes(element.children)
    return element
  }

  #paragraph(element: Element): AnyNode[] {
    const outer = this.#boxes
    this.#boxes = []
    const paragraph = this.#inside(element)
    const boxes = this.#boxes
    this.#boxes = outer
    this.#isHiding = false
    return [paragraph, ...boxes]
  }

  #run(element: Element): AnyNode[] {
    if (elementsOf(element).some((child) => child.name === 'w:t')) this.#isHiding = false
    const run = this.#inside(element)
    const comments = elementsOf(run).filter((child) => child.name === 'w:commentReference')
    return [run, ...comments.map(() => unreadRun('comments'))]
  }

  #isHidden(run: Element): boolean {
    const properties = elementsOf(run).find((child) => child.name === 'w:rPr')
    const own = properties && elementsOf(properties).find((child) => child.name === 'w:vanish')
    if (own) return !/^(?:0|false|off)$/.test(own.attribs['w:val'] ?? '')
    if (properties && this.#hidden.has(settingOf(properties, 'w:rStyle'))) return true
    const paragraph = run.parent && isElement(run.parent) ? run.parent : null
    const style = paragraph && elementsOf(paragraph).find((child) => child.name === 'w:pPr')
    return style ? this.#hidden.has(settingOf(style, 'w:pStyle')) : false
  }

  /** Runs in a row are one hidden text. */
  #hide(run: Element): AnyNode[] {
    const isText = findAll(run, 'w:t').some((text) => textIn(text).trim() !== '')
    if (!isText || this.#isHiding) return []
    this.#isHiding = true
    return [unreadRun('hidden-text')]
  }

  /** Of two forms of the same the newer one, which says at least as much. */
  #alternative(element: Element): AnyNode[] {
    const forms = elementsOf(element)
    const form = forms.find((one) => one.name === 'mc:Choice') ?? forms.find((one) => one.name === 'mc:Fallback')
    return form ? this.nodes(form.children) : []
  }

  /** What a drawing says goes after its paragraph; of pictures mammoth says that they are there. */
  #drawing(element: Element): AnyNode[] {
    const boxes = outermost(element, 'w:txbxContent')
    const texts = [
      ...findAll(element, 'dgm:relIds').flatMap((diagram) =>
        textsOr('diagrams', diagramTexts(this.#partOf(diagram.attribs['r:dm'] ?? ''))),
      ),
      ...findAll(element, 'c:chart', 'cx:chart').flatMap((chart) => [
        ...chartTexts(this.#partOf(chart.attribs['r:id'] ?? '')),
        unreadMark('charts'),
      ]),
      ...findAll(element, 'o:OLEObject').map(() => unreadMark('objects')),
    ]
    const outer = this.#boxes
    const inner = boxes.flatMap((box) => this.nodes(box.children))
    this.#boxes = [...outer, ...inner, ...texts.map(paragraphOf)]
    for (const box of boxes) DomUtils.removeElement(box)
    const isPicture = findFirst(element, 'pic:pic', 'v:imagedata') !== null
    return isPicture && texts.length === 0 ? [element] : []
  }

  #formula(formula: Element): AnyNode[] {
    const text = formulaText(formula)
    return [text === '' ? unreadRun('formulas') : runOf(` ${text} `)]
  }
}

function textsOr(what: Unread['what'], texts: string[]): string[] {
  return texts.length > 0 ? texts : [unreadMark(what)]
}

/** The elements of a name that do not stand in one another. */
function outermost(parent: Element, name: string): Element[] {
  return elementsOf(parent).flatMap((child) => {
    if (child.name === name) return [child]
    if (child.name !== 'mc:AlternateContent') return outermost(child, name)
    const [form] = elementsOf(child)
    return form ? outermost(form, name) : []
  })
}

function runOf(text: string): Element {
  return new Element('w:r', {}, [new Element('w:t', { 'xml:space': 'preserve' }, [new Text(text)])])
}

function unreadRun(what: Unread['what']): Element {
  return runOf(unreadMark(what))
}

function paragraphOf(text: string): Element {
  return new Element('w:p', {}, [runOf(text)])
}
