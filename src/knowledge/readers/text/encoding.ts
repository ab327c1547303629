/** Texts of older programs come in these; the browser names are those of `TextDecoder`. */
const SINGLE_BYTE = ['windows-1250', 'windows-1251', 'iso-8859-2', 'iso-8859-5', 'windows-1252']

/**
 * Text in UTF-8, UTF-16 (with or without a byte order mark), or, when `bytes` are neither, in the single-byte encoding in
 * which they look most like Serbian. Never throws; what cannot be decoded becomes U+FFFD.
 */
export function decodeText(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes)
}

/** The encoding's name for `TextDecoder`. */
export function encodingOf(bytes: Uint8Array): string {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return 'utf-8'
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le'
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be'
  return utf16Without(bytes) ?? (isUtf8(bytes) ? 'utf-8' : bestSingleByte(bytes))
}

/** Whether decoded text is text: binary files are full of control characters whatever they are decoded with. */
export function looksLikeText(text: string): boolean {
  const sample = text.slice(0, 100_000)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they tell binary files
  const odd = sample.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f-\u009f\ufffd\ufffe\uffff]/g)?.length ?? 0
  return odd <= sample.length * 0.002
}

function startsWith(bytes: Uint8Array, start: number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte)
}

/** In UTF-16 without a mark nearly every second byte is 0 (Latin) or 4 (Cyrillic), always on the same side. */
function utf16Without(bytes: Uint8Array): string | null {
  if (bytes.length < 4 || bytes.length % 2 === 1) return null
  const sample = bytes.subarray(0, 20_000)
  const high = [0, 0]
  for (let i = 0; i < sample.length; i++) {
    if (sample[i] === 0 || sample[i] === 1 || sample[i] === 4 || sample[i] === 0x20) high[i % 2]! += 1
  }
  const pairs = sample.length / 2
  // Plain text has no zero byte, and no byte 4: without either it cannot be UTF-16 of these scripts.
  if (!sample.includes(0) && !sample.includes(4)) return null
  if (high[1]! > pairs * 0.9 && high[0]! < pairs * 0.6) return 'utf-16le'
  if (high[0]! > pairs * 0.9 && high[1]! < pairs * 0.6) return 'utf-16be'
  return null
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

function bestSingleByte(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, 200_000)
  const scored = SINGLE_BYTE.map((name) => ({ name, score: serbianness(new TextDecoder(name).decode(sample)) }))
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).name
}

const SERBIAN_LATIN = /^[a-zčćžšđ]+$/i
const SERBIAN_CYRILLIC = /^[абвгдђежзијклљмнњопрстћуфхцчџш]+$/i
const COMMON_MARKS = /[„“”»«’‘–—…§°•€]/gu

/** Words with letters beyond ASCII count for it when all their letters are of one Serbian alphabet, against it otherwise. */
function serbianness(text: string): number {
  let score = 0
  for (const [word] of text.matchAll(/[\p{L}\u0080-\u009f]+/gu)) {
    if (/^[a-z]+$/i.test(word)) continue
    const oddCase = /\p{Ll}\p{Lu}/u.test(word)
    score += (SERBIAN_LATIN.test(word) || SERBIAN_CYRILLIC.test(word)) && !oddCase ? word.length : -word.length
  }
  const marks = text.match(COMMON_MARKS)?.length ?? 0
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is allowed
  const strange = text.match(/[^\p{L}\p{N}\p{P}\s\u0000-\u007f§°€]/gu)?.length ?? 0
  return score + marks * 0.5 - strange
}
