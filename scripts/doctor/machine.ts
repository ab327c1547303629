import { accessSync, constants, existsSync } from 'node:fs'
import type { Config } from '../../src/config.ts'
import { findOffice } from '../../src/knowledge/readers/office/find.ts'
import { LANGUAGES, type ScannerParts, scannerParts } from '../../src/knowledge/readers/scans/find.ts'
import { freeBytes, RESERVED_BYTES } from '../../src/platform/database/disk.ts'
import { type Finding, note, ok, wrong } from './finding.ts'

const GIB = 1024 ** 3
/** Below this little, the embedded database and backups soon fail. */
const SCARCE_BYTES = GIB
const LOW_BYTES = 5 * GIB

/** This machine: Node, the material's folder, the disk. */
export function checkMachine(config: Config): Finding[] {
  return [
    checkKnowledgeFolder(config),
    officeFinding(config.libreOffice, findOffice(config.libreOffice)),
    scannerFinding(config.ocr, scannerParts()),
    checkDisk(config.dataDir),
  ]
}

export function checkNode(): Finding {
  const major = Number(process.versions.node.split('.')[0])
  return major >= 26
    ? ok('Node', process.versions.node)
    : wrong('Node', `${process.versions.node}; start through npm, which brings Node 26`)
}

function checkKnowledgeFolder(config: Config): Finding {
  if (!existsSync(config.knowledgeDir))
    return wrong('material', `the folder ${config.knowledgeDir} does not exist; set KNOWLEDGE_DIR`)
  try {
    accessSync(config.knowledgeDir, constants.R_OK)
    return ok('material', config.knowledgeDir)
  } catch {
    return wrong('material', `the folder ${config.knowledgeDir} cannot be read by this user`)
  }
}

/** What to say of the LibreOffice that was found by a setting. */
export function officeFinding(setting: string | null, found: string | null): Finding {
  if (found !== null) return ok('LibreOffice', `${found}; documents in old formats (doc, xls, ppt, rtf) are read`)
  if (setting === 'off') return ok('LibreOffice', 'off; documents in old formats (doc, xls, ppt, rtf) are refused')
  const without = 'documents in old formats (doc, xls, ppt, rtf) are refused'
  return setting === null
    ? note('LibreOffice', `not here, so ${without}; install it (apt-get install libreoffice-nogui) to have them read`)
    : wrong('LibreOffice', `there is no ${setting}, so ${without}; set LIBREOFFICE to its program`)
}

const DEBIAN = 'apt-get install poppler-utils tesseract-ocr tesseract-ocr-srp tesseract-ocr-srp-latn'

/** What to say of the programs that recognise text in scans, wanted or not. */
export function scannerFinding(isWanted: boolean, { pictures, recognition, languages }: ScannerParts): Finding {
  const missing = [
    ...(pictures ? [] : ['pdftoppm']),
    ...(recognition ? [] : ['tesseract']),
    ...LANGUAGES.filter((language) => !languages.includes(language)).map((language) => `its language ${language}`),
  ]
  const here = missing.length > 0 ? `${missing.join(', ')} not here (${DEBIAN})` : 'its programs are here'
  const told = 'pages that are pictures are told as not read'
  if (!isWanted) return ok('OCR', `off; ${told}; ${here}; OCR=on has them recognised`)
  if (pictures && recognition && languages.length > 0)
    return (missing.length > 0 ? note : ok)(
      'OCR',
      `on, in ${languages.join(' and ')}${missing.length > 0 ? `; ${here}` : ''}`,
    )
  return wrong('OCR', `on, but ${here}, so ${told}`)
}

function checkDisk(dataDir: string): Finding {
  return diskFinding(freeBytes(dataDir), dataDir)
}

/** What to say of so much room where the data folder is. */
export function diskFinding(free: number, folder: string): Finding {
  const left = `${(free / GIB).toFixed(1)} GiB free at ${folder}`
  if (free < RESERVED_BYTES)
    return wrong('disk', `full (${left}): nothing can be stored; make room, nothing that was stored is lost`)
  if (free < SCARCE_BYTES)
    return wrong(
      'disk',
      `${left}; make room, or stop the bot, copy the folder to another disk and set DATA_DIR to the copy`,
    )
  return free < LOW_BYTES ? note('disk', `${left}; make room soon`) : ok('disk', left)
}
