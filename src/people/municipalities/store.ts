import type { Db } from '../../platform/database/database.ts'
import { MUNICIPALITIES } from './municipalities.ts'

/** Makes the table say what the list says. Safe to repeat at each start; a unit gone from the list stays for those who are in it. */
export async function fillMunicipalities(db: Db): Promise<void> {
  const column = (name: keyof (typeof MUNICIPALITIES)[number]) => MUNICIPALITIES.map((one) => one[name])
  await db.query(
    `insert into municipality as known (code, name_cyrl, name_latn, kind, district_cyrl, district_latn, region)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
     on conflict (code) do update
     set name_cyrl = excluded.name_cyrl, name_latn = excluded.name_latn, kind = excluded.kind,
         district_cyrl = excluded.district_cyrl, district_latn = excluded.district_latn, region = excluded.region
     where known is distinct from excluded`,
    [
      column('code'),
      column('nameCyrl'),
      column('nameLatn'),
      column('kind'),
      column('districtCyrl'),
      column('districtLatn'),
      column('region'),
    ],
  )
}
