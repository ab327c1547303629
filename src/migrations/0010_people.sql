-- Up Migration

create table municipality (
  code text primary key,
  name_cyrl text not null,
  name_latn text not null,
  kind text not null check (kind in ('city', 'municipality', 'city-municipality')),
  district_cyrl text not null,
  district_latn text not null,
  region text not null
);
comment on table municipality is 'Brought up to date from src/people/municipalities.json at every start. A name is no key: several units share one.';

alter table person
  alter column telegram_id drop not null,
  add column full_name text,
  add column municipality_code text references municipality,
  add column council_role text check (council_role in ('member', 'trustee', 'coordinator', 'employee', 'other')),
  add column email text,
  add column experience text check (experience in ('new', 'experienced')),
  add column consent_at timestamptz,
  add column consent_version smallint,
  add column last_seen_at timestamptz,
  add column erased_at timestamptz,
  add constraint person_is_known_or_erased check ((telegram_id is null) = (erased_at is not null));

comment on column person.name is 'As in Telegram; empty once erased.';
comment on column person.full_name is 'As the person gave it with their consent, for lists and certificates.';
comment on column person.council_role is 'What they do in the local council; what they may do here is «role».';
comment on column person.erased_at is 'When they had themselves erased: the row stays without a trace of who it was, for counts and histories.';

update person set last_seen_at = first_seen_at;

create index person_by_last_seen on person (last_seen_at) where erased_at is null;

-- Down Migration
