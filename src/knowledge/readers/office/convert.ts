import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Refusal } from '../result.ts'
import { type ProgramLimits, runProgram } from '../run-program.ts'

/** What LibreOffice makes of each old format. */
const TO = { doc: 'docx', rtf: 'docx', xls: 'xlsx', ppt: 'pptx' } as const
export type OldFormat = keyof typeof TO

export function isOldFormat(format: string | undefined): format is OldFormat {
  return format !== undefined && Object.hasOwn(TO, format)
}

/** `fileBytes` is the size of the largest file that is read at all. */
export type ConvertLimits = ProgramLimits

/**
 * A file of an old format as one of today's, by the LibreOffice at `office`: in a process of its own with a profile and a
 * folder that are made for it and removed, without macros, without network where the system can part it, within limits
 * of time, memory and size. `signal` ends it. Throws a refusal when nothing comes of it.
 */
export async function convertOld(
  office: string,
  bytes: Uint8Array,
  format: OldFormat,
  limits: ConvertLimits,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'lap-office-'))
  try {
    await writeProfile(join(folder, 'profile'))
    await writeFile(join(folder, `in.${format}`), bytes)
    await runOffice(await commandOf(office, folder, format), folder, limits, signal)
    return await resultIn(join(folder, 'out'), limits)
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

/** No macro runs, whatever signs it, and nothing that the file links to is asked for. */
const SETTINGS = [
  ['org.openoffice.Office.Common/Security/Scripting', 'MacroSecurityLevel', '3'],
  ['org.openoffice.Office.Common/Security/Scripting', 'DisableMacrosExecution', 'true'],
  ['org.openoffice.Office.Common/Security/Scripting', 'BlockUntrustedRefererLinks', 'true'],
  ['org.openoffice.Office.Common/Security/Scripting', 'DisableActiveContent', 'true'],
  ['org.openoffice.Office.Writer/Content/Update', 'Link', '2'],
  ['org.openoffice.Office.Calc/Content/Update', 'Link', '1'],
]

async function writeProfile(profile: string): Promise<void> {
  const items = SETTINGS.map(
    ([path, name, value]) =>
      `<item oor:path="/${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`,
  )
  await mkdir(join(profile, 'user'), { recursive: true })
  await writeFile(
    join(profile, 'user', 'registrymodifications.xcu'),
    `<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${items.join('')}</oor:items>`,
  )
}

async function commandOf(office: string, folder: string, format: OldFormat): Promise<string[]> {
  const profile = pathToFileURL(join(folder, 'profile')).href
  const convert = ['--convert-to', TO[format], '--outdir', join(folder, 'out'), join(folder, `in.${format}`)]
  const quiet = ['--headless', '--norestore', '--nolockcheck', '--nodefault', '--nologo', '--nofirststartwizard']
  const withoutNetwork = (await canPartNetwork()) ? ['unshare', '-rn', '--'] : []
  return [...withoutNetwork, office, `-env:UserInstallation=${profile}`, ...quiet, ...convert]
}

let parting: Promise<boolean> | undefined

/** Whether a process may be started without any network here; containers often do not let it. */
function canPartNetwork(): Promise<boolean> {
  parting ??= new Promise((resolve) => {
    const child = spawn('unshare', ['-rn', 'true'], { stdio: 'ignore' })
    child.once('error', () => resolve(false))
    child.once('exit', (status) => resolve(status === 0))
  })
  return parting
}

/** LibreOffice maps much more than it uses. */
const MAPPED = 6

/** How many times larger than the old file a converted one may be. */
const GROWN = 5

async function runOffice(
  command: string[],
  folder: string,
  limits: ConvertLimits,
  signal?: AbortSignal,
): Promise<void> {
  const { timeMs, memoryMb, fileBytes } = limits
  const end = await runProgram(
    command,
    folder,
    { timeMs, memoryMb: memoryMb * MAPPED, fileBytes: fileBytes * GROWN },
    signal,
  )
  if (end.kind === 'stopped') throw new Refusal('too-slow', 'the conversion was ended')
  if (end.kind === 'not-started') throw new Refusal('damaged', end.why)
}

async function resultIn(folder: string, { fileBytes }: ConvertLimits): Promise<Uint8Array> {
  const [name] = await readdir(folder).catch(() => [] as string[])
  if (name === undefined) throw new Refusal('damaged', 'LibreOffice could not open it')
  const bytes = await readFile(join(folder, name))
  if (bytes.length > fileBytes * GROWN) throw new Refusal('unpacks-too-large', `${bytes.length} bytes after conversion`)
  return new Uint8Array(bytes)
}
