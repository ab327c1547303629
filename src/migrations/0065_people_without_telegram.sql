-- Up Migration

alter table person
  add column entered_at timestamptz,
  add column entered_by bigint references person on delete set null,
  add column phone text,
  drop constraint person_is_known_or_erased,
  add constraint person_is_known_entered_or_erased check (num_nonnulls(telegram_id, entered_at, erased_at) = 1);

comment on column person.entered_at is 'When staff wrote down somebody who has no Telegram. Null: they wrote to us themselves, or are erased.';
comment on column person.entered_by is 'Who wrote them down.';
comment on column person.phone is 'How somebody without Telegram is called; others tell theirs where a session asks.';

-- Names are compared in either script, which SQL cannot do; those of one municipality are few.
create index person_of_municipality on person (municipality_code) where municipality_code is not null;

-- Down Migration
