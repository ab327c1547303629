import { existsSync } from 'node:fs'

/** Where LibreOffice lies on Debian, and where the Mac's own does. */
const USUAL = [
  '/usr/bin/soffice',
  '/usr/local/bin/soffice',
  '/opt/libreoffice/program/soffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
]

/** The LibreOffice to be used: the one that is named, `off` for none, otherwise one that lies where it usually does; `null` without one. */
export function findOffice(setting: string | null): string | null {
  if (setting === 'off') return null
  const found = setting === null ? USUAL : [setting]
  return found.find((path) => existsSync(path)) ?? null
}
