-- Up Migration

-- The latest few of each group that wait are compared with a new question, and the first one names its group.
create index gap_question_waiting on gap_question (gap_id, id) where state = 'waiting';

-- Down Migration
