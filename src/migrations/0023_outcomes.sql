-- Up Migration

-- An answer may also be the nearest passage, a question back, a function, a kind word, or contacts for whoever is in danger.
alter table question drop constraint question_outcome_check;
alter table question add constraint question_outcome_check check (outcome in (
  'answered', 'near', 'asked-back', 'no-answer', 'declined', 'emergency', 'courtesy', 'sessions', 'function'));

-- Down Migration
