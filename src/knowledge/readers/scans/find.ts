import { existsSync, readdirSync } from 'node:fs'

/** The programs that recognise text in pictures of pages, and the languages they know, as they are named to them. */
export type Scanner = { pictures: string; recognition: string; languages: string }

const FOLDERS = ['/usr/bin', '/usr/local/bin', '/opt/homebrew/bin']
const LANGUAGE_FOLDERS = [
  '/usr/share/tesseract-ocr/5/tessdata',
  '/usr/share/tesseract-ocr/4.00/tessdata',
  '/usr/share/tessdata',
  '/usr/local/share/tessdata',
  '/opt/homebrew/share/tessdata',
]
/** Serbian in Cyrillic, and in Latin. */
export const LANGUAGES = ['srp', 'srp_latn']

/** What recognises pages here, when it is wanted: pdftoppm of poppler and tesseract with a Serbian language; `null` without. */
export function findScanner(isWanted: boolean): Scanner | null {
  const { pictures, recognition, languages } = isWanted ? scannerParts() : NOTHING
  return pictures && recognition && languages.length > 0
    ? { pictures, recognition, languages: languages.join('+') }
    : null
}

/** What of a scanner is on this machine: the two programs where they are, and those of our languages that it knows. */
export type ScannerParts = { pictures: string | undefined; recognition: string | undefined; languages: string[] }

const NOTHING: ScannerParts = { pictures: undefined, recognition: undefined, languages: [] }

export function scannerParts(): ScannerParts {
  const known = new Set(
    LANGUAGE_FOLDERS.filter((folder) => existsSync(folder)).flatMap((folder) => readdirSync(folder)),
  )
  return {
    pictures: programNamed('pdftoppm'),
    recognition: programNamed('tesseract'),
    languages: LANGUAGES.filter((language) => known.has(`${language}.traineddata`)),
  }
}

function programNamed(name: string): string | undefined {
  return FOLDERS.map((folder) => `${folder}/${name}`).find((path) => existsSync(path))
}
