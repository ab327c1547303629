-- Up Migration

alter table dialogue add column asked jsonb;
alter table dialogue add column answers smallint not null default 0;
comment on column dialogue.asked is 'Where the buttons of its last question stand and what is behind them; null: nothing was asked with buttons yet.';
comment on column dialogue.answers is 'How many answers were taken since it began.';

-- Down Migration
