-- Up Migration

create table evaluation (
  session_id int primary key references session on delete cascade,
  is_on boolean not null default true,
  questions jsonb,
  asked_at timestamptz,
  reminded_at timestamptz,
  reported_at timestamptz
);
comment on table evaluation is 'How a session is evaluated by those who were there.';
comment on column evaluation.questions is 'What is rated from 1 to 5, as a trainer wrote it. Null: as is usual.';
comment on column evaluation.asked_at is 'When people were asked; from then on nothing of it changes.';
comment on column evaluation.reported_at is 'When it was closed, and whoever is in charge was told what came of it.';

create table evaluation_invite (
  sign_up_id int primary key references sign_up on delete cascade,
  session_id int not null references session on delete cascade,
  answered boolean not null default false
);
comment on table evaluation_invite is 'Who was asked, and whether they answered: not when, so that nobody learns which answers are theirs.';
create index evaluation_invite_of_session on evaluation_invite (session_id);

create table evaluation_answer (
  id uuid primary key default gen_random_uuid(),
  session_id int not null references session on delete cascade,
  answers jsonb not null
);
comment on table evaluation_answer is 'What was answered, of nobody. With each new one all of a session are written anew in random order.';
create index evaluation_answer_of_session on evaluation_answer (session_id);

-- Down Migration
