-- Up Migration

alter table version add column ways jsonb not null default '[]';
comment on column version.ways is 'Ways to ask that a model proposed for a draft, a list for each passage; at publishing they become part of the document.';

-- Down Migration
