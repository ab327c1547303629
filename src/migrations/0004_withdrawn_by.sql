-- Up Migration

alter table source add column withdrawn_by text check (withdrawn_by in ('folder', 'trainers'));
comment on column source.withdrawn_by is 'Whose decision it was; what trainers withdrew stays so until its file changes. Null while in use.';

-- Down Migration
