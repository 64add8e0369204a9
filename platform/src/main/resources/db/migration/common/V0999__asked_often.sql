-- how often whoever asked has asked the same organisation about this person within thirty days
alter table known_question add column times integer not null default 1;
