import { join } from 'node:path'
import { makeDataFolder } from '../platform/database/data-folder.ts'
import { createSandbox, type Sandbox, type SandboxOptions } from './sandbox.ts'

/** The one token that sandboxes accept. Worth nothing elsewhere: Telegram never gave it out. */
export const SANDBOX_TOKEN = '1000000001:sandbox-token-of-this-machine-only'

/** The sandbox of a data folder, which keeps its chats there. */
export function createOwnSandbox(
  dataDir: string,
  options: Pick<SandboxOptions, 'clock' | 'port' | 'grantRole'>,
): Sandbox {
  makeDataFolder(dataDir)
  return createSandbox({ ...options, token: SANDBOX_TOKEN, file: join(dataDir, 'sandbox.sqlite') })
}
