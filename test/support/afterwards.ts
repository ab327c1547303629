import { onTestFinished, TestRunner } from 'vitest'

type Work = () => unknown

const afterFile: Work[] = []

/**
 * Does `work` after the test; after the file's last test when it is for all of them: at the top of the file, or in
 * `beforeAll`, inside which vitest's own `afterAll` is never called.
 */
export function afterwards(work: Work): void {
  if (TestRunner.getCurrentTest()) onTestFinished(async () => void (await work()))
  else afterFile.push(work)
}

/** Does what is due after a file, the newest first. */
export async function endFile(): Promise<void> {
  for (const work of afterFile.splice(0).reverse()) await work()
}
