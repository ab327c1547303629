-- Up Migration

alter table session
  add column days text,
  add column most_days smallint not null default 1 check (most_days > 0);
comment on column session.days is 'Stretches of wall time, when they do not follow from starts and ends: «2026-03-12T09:00/2026-03-12T16:00 …».';
comment on column session.most_days is 'The most days that the session ever had, each an entry of its own in calendars.';

update session set most_days = least(31, 1 + ends::date - starts::date) where ends::time > starts::time and ends::date > starts::date;

alter table link_secret add column username text;
comment on column link_secret.username is 'The name of the bot that links lead to, as Telegram told it last.';

-- Down Migration
