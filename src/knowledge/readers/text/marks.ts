import type { Unread } from '../result.ts'

/** Marks of the readers' own, which no text of a file may seem to be: files lose them on entry. */
export const OWN_MARKS = /[\ue000-\ue004]/g

/** Stands between the number of an item and its text. */
export const AFTER_LABEL = '\ue002'

const AROUND_UNREAD = '\ue003'
const UNREAD = /\ue003([a-z-]+)\ue003/g
const LABELLED = /^([\ue000\ue001\s]*)([^\ue002]{1,60})\ue002([\s\S]*)$/

/** Stands in a text where something is not read. */
export function unreadMark(what: Unread['what']): string {
  return `${AROUND_UNREAD}${what}${AROUND_UNREAD}`
}

/** A text without the marks of what is not read, and what they say. */
export function withoutUnread(text: string): { text: string; unread: Unread['what'][] } {
  if (!text.includes(AROUND_UNREAD)) return { text, unread: [] }
  const unread = [...text.matchAll(UNREAD)].map(([, what]) => what as Unread['what'])
  return { text: text.replace(UNREAD, ' '), unread }
}

/** The number of an item and its text, with the page breaks that stand before both; `null` for what has no number. */
export function labelled(text: string): { label: string; text: string } | null {
  const [, breaks, label, rest] = LABELLED.exec(text) ?? []
  return label === undefined
    ? null
    : { label: label.trim(), text: `${breaks}${rest!.replaceAll(AFTER_LABEL, ' ').trim()}` }
}
