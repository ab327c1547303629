-- Up Migration

alter table chunk add column template text;
comment on column chunk.template is 'Short name of the form to fill in that the section is, which is sent as a document; null: it is none.';
create index chunk_template on chunk (template) where template is not null and withdrawn_at is null;

-- Down Migration
