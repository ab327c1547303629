import { inScript, type Script } from '../../language/script.ts'

/** A text as a file can hold it, in one of the scripts: XML knows no control characters, and no halves of characters. */
export function printable(text: string, script: Script): string {
  return inScript(text.toWellFormed().replace(/[^\P{Cc}\n\t]|[\ufffd-\uffff]/gu, ' '), script)
}
