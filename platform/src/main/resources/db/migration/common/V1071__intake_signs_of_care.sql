-- An intake also says that medical help cannot wait, or that whoever harmed the person can still reach them. Of a question about
-- health only this is in clear, not which question it was. The two checks have no name that both databases share: copy the table.
create table intake_sign_wider (
  id      uuid        not null primary key,
  case_id uuid        not null references protect_case (id),
  form    uuid        not null,
  asked   varchar(20) not null check (asked in ('urgency', 'safe_to_leave', 'care_now', 'in_reach')),
  answer  varchar(10) not null check (answer in ('now', 'days', 'week', 'month', 'yes', 'no')),
  at      timestamp(6) with time zone not null,
  by_user uuid        not null,
  unique (form, asked)
);
insert into intake_sign_wider (id, case_id, form, asked, answer, at, by_user)
  select id, case_id, form, asked, answer, at, by_user from intake_sign;
drop table intake_sign;
alter table intake_sign_wider rename to intake_sign;
create index intake_sign_case on intake_sign (case_id, at);
