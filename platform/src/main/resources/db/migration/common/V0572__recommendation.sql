-- Recommendations: what a diagnosis asks for, sealed under the diagnosis' key, and the answers of programme managers. An
-- answer names the measure of the strategy that takes it up, or none: then it is declined, with a reason. A later answer
-- replaces the one before it, which stays.
create table recommendation (
  id            uuid        not null primary key,
  diagnosis     uuid        not null references diagnosis,
  number        integer     not null, -- counted within the diagnosis, from 1
  theme         varchar(40), -- code of a theme, or identifier of a sub-theme
  content       bytea       not null,
  made_by       uuid        not null,
  made_at       timestamp(6) with time zone not null,
  unique (diagnosis, number)
);

create table recommendation_answer (
  recommendation uuid       not null references recommendation,
  version       integer     not null, -- from 1; the highest holds
  measure       varchar(100), -- name of the measure in the register
  reason        bytea       not null,
  by_user       uuid        not null,
  at            timestamp(6) with time zone not null,
  primary key (recommendation, version)
);
create index recommendation_answer_measure on recommendation_answer (measure);
