-- Up Migration

create index session_word_of_session on session_word (session_id, id);

-- Down Migration
