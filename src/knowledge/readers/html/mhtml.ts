import PostalMime from 'postal-mime'
import { Refusal } from '../result.ts'
import type { Reading, Source } from '../source.ts'
import { readPage } from './html.ts'

/** Reads a page that was saved with its pictures in one file («Web page, single file», mht): its first part that is a page. */
export async function readMhtml(source: Source): Promise<Reading> {
  // An archive of a page holds its pictures beside it, not in one another.
  const { html } = await new PostalMime({ maxNestingDepth: 8 }).parse(source.bytes)
  source.checkTime()
  if (!html) throw new Refusal('unknown-format', 'mhtml')
  return readPage(html)
}
