-- hearings of children, under the number of the victim; what was planned and done is sealed under the investigation's key, so that it
-- stays when the basis of the victim's entry ends
create table child_hearing (
  id            uuid         not null primary key,
  investigation uuid         not null references investigation (id),
  victim        uuid         not null references investigation_victim (id),
  number        integer      not null,
  state         varchar(10)  not null check (state in ('planned', 'held', 'cancelled')),
  starts_at     timestamp(6) with time zone not null,
  room          varchar(20)  not null check (room in ('specialised', 'other')),
  recording     varchar(10)  not null check (recording in ('video', 'sound', 'none')),
  language      varchar(8),
  protection    varchar(400) not null,
  words         bytea        not null,
  held_on       date,
  outcome       bytea,
  at            timestamp(6) with time zone not null,
  by_user       uuid         not null,
  unique (victim, number),
  check ((state = 'held') = (held_on is not null)),
  check ((state = 'planned') = (outcome is null))
);
create index child_hearing_of on child_hearing (investigation, starts_at);
