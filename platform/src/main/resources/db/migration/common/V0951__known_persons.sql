-- One question is one person. What a question found beyond that counts against the allowance as further persons, so
-- that nobody gains guesses by putting many persons into one question.
alter table known_day add column persons integer default 0 not null;
update known_day set persons = questions where not asker;
create index known_hit_question on known_hit (question, organisation);
create index known_day_far on known_day (far, asker, on_day);
