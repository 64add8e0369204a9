-- What was answered to a contradiction. A finding is named by its rule, the entries and their values: a changed value
-- asks again.
create table finding_answer (
  finding varchar(64) not null primary key,
  dismissed boolean not null,
  reason varchar(2000) not null,
  by_user uuid not null,
  by_name varchar(200) not null,
  at timestamp with time zone not null
);
