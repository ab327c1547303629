import type { Db } from '../../platform/database/database.ts'
import { toPlainArray } from '../../platform/database/parameter.ts'
import { columnsOf, type Keyed, rowsOf } from '../send/outbox.ts'
import type { Claimed } from './inbox.ts'

/** An update that is done, with what it says, and why if it was not handled as it should have been. */
export type Ending = { claimed: Claimed; said: readonly Keyed[]; failure: string | null }

/**
 * Ends updates that change nothing: marks them finished, forgets what they said unless they failed, and puts what they say into the outbox, in one statement, since
 * the number of statements limits how fast a crowd's commands are handled. Returns the ids of those that were ours, as with `finishUpdate`; the others
 * say nothing.
 */
export async function endUpdates(db: Db, endings: readonly Ending[], now: Temporal.Instant): Promise<Set<number>> {
  const rows = endings.flatMap(({ claimed, said }) =>
    said.flatMap(rowsOf).map((row) => ({ ...row, updateId: claimed.updateId })),
  )
  const { rows: done } = await db.query<{ update_id: number }>(
    `with done as (
       update inbox
       set done_at = $1::timestamptz, leased_by = null, leased_until = null, failure = ending.failure,
           payload = case when ending.failure is null then '{}'::jsonb else payload end
       from unnest($2::bigint[], $3::uuid[], $4::text[]) as ending (update_id, lease, failure)
       where inbox.update_id = ending.update_id and inbox.leased_by = ending.lease and inbox.done_at is null
       returning inbox.update_id
     ), said as (
       insert into outbox (key, chat_id, method, payload, request, lane, queued_at, forget)
       select key, chat_id, method, payload, request, 'reply', $1::timestamptz, forget
       from rows from (
         unnest($5::text[], $6::bigint[], $7::text[], $9::text[], $10::bigint[], $11::boolean[]),
         jsonb_array_elements($8::jsonb)
       ) with ordinality as new (key, chat_id, method, request, update_id, forget, payload, place)
       where update_id = any (array(select update_id from done))
       order by place
       on conflict (key) do nothing
     )
     select update_id from done`,
    [
      now.toString(),
      toPlainArray(endings.map(({ claimed }) => claimed.updateId)),
      toPlainArray(endings.map(({ claimed }) => claimed.lease)),
      endings.map(({ failure }) => failure),
      ...columnsOf(rows),
      toPlainArray(rows.map(({ updateId }) => updateId)),
      rows.map(({ forget }) => forget),
    ],
  )
  return new Set(done.map((row) => row.update_id))
}
