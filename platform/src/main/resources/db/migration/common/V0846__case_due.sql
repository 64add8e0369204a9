-- What is due in a case, kept as its sources say it (decision 0078): the list reads the earliest moment beside the case, all else these rows.
create table case_due (
  case_id      uuid        not null references protect_case (id) on delete cascade,
  organisation uuid        not null,
  kind         varchar(20) not null,
  subject      uuid        not null,
  detail       varchar(80) not null,
  due_at       timestamp(6) with time zone not null,
  due_day      date,
  assigned     uuid,       -- null: whoever supervises
  for_team     boolean     not null,
  primary key (case_id, kind, subject, detail)
);
create index case_due_organisation on case_due (organisation, due_at);
create index case_due_assigned on case_due (organisation, assigned, due_at);
-- cases of an earlier version are asked once, when the house starts
alter table protect_case add column due_kept boolean default false not null;
create index protect_case_due_kept on protect_case (due_kept);
