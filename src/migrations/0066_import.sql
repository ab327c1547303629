-- Up Migration

create table import_list (
  id int primary key generated always as identity,
  session_id int not null references session on delete cascade,
  made_by bigint references person on delete set null,
  at timestamptz not null,
  people jsonb not null,
  done_at timestamptz,
  undone_at timestamptz
);
comment on table import_list is 'Lists of invited people that staff sent, for a day: between its preview and its import, and until that can be undone no more.';
comment on column import_list.people is 'Who is in the list, as it was read; emptied once they are imported.';
create index import_list_of_session on import_list (session_id);

create table import_place (
  import_id int not null references import_list on delete cascade,
  sign_up_id int not null references sign_up on delete cascade,
  is_new boolean not null,
  primary key (import_id, sign_up_id)
);
comment on table import_place is 'Which sign-ups an import made.';
comment on column import_place.is_new is 'The person was unknown before.';
create index import_place_of_sign_up on import_place (sign_up_id);

-- Down Migration
