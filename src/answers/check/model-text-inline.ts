/** A piece of text, bold or not. */
export type Span = { text: string; bold: boolean }

/** The text of spans, without its form. */
export function textOf(spans: readonly Span[]): string {
  return spans.map((span) => span.text).join('')
}

/** A line of text without its markup. Offsets count in `text`; `toggles` are where bold begins and ends, in turn. */
export type Inline = { text: string; toggles: number[]; marks: { at: number; keys: number[] }[] }

const IMAGE = /!\[(?!\s?\d)[^\]\n]{0,300}\](?:\([^)\n]{0,500}\)|\[[^\]\n]{0,100}\])?/g
const DROPPED = [/<!--[\s\S]{0,2000}?-->/g, /^[ \t]*\[[^\]\n]{1,100}\]:[ \t]*\S.*$/gm, /<\/?[a-z][^<>\n]{0,300}>/gi]
const ADDRESS = /<([a-z][a-z\d+.-]{1,20}:\/\/[^<>\s]{1,500}|[^<>\s@]{1,64}@[^<>\s]{1,200})>/gi
const LINK = /\[([^[\]\n]{0,300})\]\([^)\n]{0,500}\)/g
/** Marks in brackets or quotation marks of their own, which would be left empty: «[1]», ([1], [2]). */
const WRAPPED_MARKS = /[(«„“"]\s?((?:\[\^?\d{1,4}\](?:\s?[,;]\s?)?){1,8})\s?[)»”“"]/g
/** Markup that is not closed yet: what it will turn out to be, the rest of the stream decides. */
const UNFINISHED =
  /(?:<!--(?![\s\S]*-->)[\s\S]{0,2000}|!?\[[^\]\n]{0,300}|!\[[^\]\n]{0,300}\](?:\([^)\n]{0,500})?|<[a-z/!][^>]{0,2000}|!)$/i
/** The target of a link that is not closed yet: its words stay, as they will. */
const UNFINISHED_TARGET = /(?<!!)\[([^[\]\n]{0,300})\]\([^)\n]{0,500}$/

/** The text without HTML, images and targets of links; the words of a link stay. What is not `ended` loses markup that is still open. */
export function visible(text: string, ended: boolean): string {
  const clean = text
    .toWellFormed()
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[\p{Cf}\p{Cc}\p{Co}]/gu, (letter) => (letter === '\n' ? letter : ''))
  const closed = ended ? clean : clean.replace(UNFINISHED_TARGET, wordsOfLink).replace(UNFINISHED, '')
  const linked = closed
    .replace(ADDRESS, '$1')
    .replace(IMAGE, '')
    .replace(LINK, wordsOfLink)
    .replace(WRAPPED_MARKS, unwrapped)
  return DROPPED.reduce((rest, pattern) => rest.replace(pattern, ''), linked)
}

/** A link whose words are a key is a mark. */
function wordsOfLink(_: string, words: string): string {
  return /^[\s\d,;–-]+$/.test(words) ? `[${words}]` : words
}

function unwrapped(_: string, marks: string): string {
  return marks.replace(/[\s,;]/g, '')
}

const TOKEN =
  /\s*\[\^?(?:(?:извор|пасус|одломак|izvor|pasus|odlomak|source|passage)\s)?\s?(\d{1,4}(?:\s?[,;–-]\s?\d{1,4})*)\s?\]|(\*{2,3})|\*|(?<![\p{L}\d])_{1,3}(?=\S)|_{1,3}(?![\p{L}\d_])|`+|~~|[[\]]|^\s*>\s?/giu

/** Takes the markup out of a line. */
export function readInline(line: string): Inline {
  const collapsed = line.replace(/\s+/g, ' ').trim()
  const inline: Inline = { text: '', toggles: [], marks: [] }
  let from = 0
  for (const match of collapsed.matchAll(TOKEN)) {
    inline.text += collapsed.slice(from, match.index)
    from = match.index + match[0].length
    if (match[1] !== undefined) inline.marks.push({ at: inline.text.length, keys: keysOf(match[1]) })
    else if (match[2] !== undefined) inline.toggles.push(inline.text.length)
  }
  inline.text += collapsed.slice(from)
  return inline
}

/** More passages than this are never given at once, so a longer range is nonsense. */
const LONGEST_RANGE = 20

/** «1, 2» and «1–3» as keys. */
function keysOf(written: string): number[] {
  return written.split(/[,;]/).flatMap((part) => {
    const [first = 0, last = first] = part.split(/[–-]/).map(Number)
    if (last < first || last - first > LONGEST_RANGE) return [first, last]
    return Array.from({ length: last - first + 1 }, (_, i) => first + i)
  })
}

/** The spans of a part of a line. */
export function spansBetween({ text, toggles }: Inline, from: number, to: number): Span[] {
  const cuts = [from, ...toggles.filter((at) => at > from && at < to), to]
  return cuts.slice(1).flatMap((end, i) => {
    const start = cuts[i]!
    const piece = text.slice(start, end)
    const bold = toggles.filter((at) => at <= start).length % 2 === 1
    return piece === '' ? [] : [{ text: piece, bold }]
  })
}
