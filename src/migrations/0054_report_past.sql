-- Up Migration

create table report_past (
  id int generated always as identity primary key,
  before date not null,
  sessions int not null check (sessions >= 0),
  people int not null check (people >= 0),
  municipalities int not null check (municipalities >= 0),
  codes jsonb not null default '[]',
  entered_by bigint references person on delete set null,
  entered_at timestamptz not null
);
comment on table report_past is 'What was held before the assistant knew of it, as staff entered it in sums.';
comment on column report_past.before is 'Everything of it was before this day.';
comment on column report_past.codes is 'Which municipalities, as far as they were named.';

-- Down Migration
