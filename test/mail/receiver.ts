import { insertEntered } from '../../src/people/entered/store.ts'
import { fillMunicipalities } from '../../src/people/municipalities/store.ts'
import { grantRole } from '../../src/people/store.ts'
import type { Database } from '../../src/platform/database/database.ts'

export const NOW = Temporal.Instant.from('2026-03-02T09:00:00Z')
export const FROM = 'ЛАП Саветник <obuke@example.rs>'

/** Somebody without Telegram, who has an address; their id. */
export async function aReceiver({ pool }: Database): Promise<number> {
  await fillMunicipalities(pool)
  await grantRole(pool, { telegramId: 1, name: 'Тренер', role: 'trainer', now: NOW })
  const { rows } = await pool.query<{ id: number }>('select id from person limit 1')
  const entry = { name: 'Ана Анић', municipality: '79022', phone: null, email: 'ana@example.rs' }
  return insertEntered(pool, entry, { staffId: rows[0]!.id, now: NOW })
}
