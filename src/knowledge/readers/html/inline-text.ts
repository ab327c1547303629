import type { AnyNode, Element } from 'domhandler'

/** What lists and tables need of the walk that met them: the text of nodes inside an item or a cell, without what is to be skipped. */
export type InlineText = { inlineText(nodes: AnyNode[], skip?: (element: Element) => boolean): string }
