-- investigations of a prosecutor's office; words are sealed under the investigation's key, below the organisation's
create table investigation (
  id            uuid        not null primary key,
  organisation  uuid        not null,
  number        varchar(20) not null,
  state         varchar(10) not null check (state in ('open', 'suspended', 'closed')),
  kind          varchar(20) not null check (kind in ('trafficking', 'related')),
  country       varchar(2)  not null,
  form          varchar(40),
  words         bytea       not null,
  opened_on     date        not null,
  closed_on     date,
  closed_reason varchar(20) check (closed_reason in ('judged', 'discontinued', 'not_proceeded', 'handed_over', 'joined')),
  version       integer     not null,
  at            timestamp(6) with time zone not null,
  by_user       uuid        not null,
  unique (organisation, number),
  check ((state = 'closed') = (closed_on is not null)),
  check ((state = 'closed') = (closed_reason is not null))
);

create table investigation_member (
  investigation uuid not null references investigation (id),
  user_id       uuid not null,
  until_at      timestamp(6) with time zone,
  added_by      uuid not null,
  at            timestamp(6) with time zone not null,
  primary key (investigation, user_id)
);
create index investigation_member_user on investigation_member (user_id);

-- steps taken here, and events entered by hand (kind noted), on the day on which they happened
create table investigation_event (
  id            uuid        not null primary key,
  investigation uuid        not null references investigation (id),
  kind          varchar(60) not null,
  code          varchar(60) not null,
  subject       uuid,
  on_day        date,
  words         bytea,
  at            timestamp(6) with time zone not null,
  by_user       uuid,
  struck_at     timestamp(6) with time zone,
  struck_by     uuid,
  check ((kind = 'noted') = (words is not null)),
  check ((kind = 'noted') = (on_day is not null))
);
create index investigation_event_of on investigation_event (investigation, at);

create table investigation_task (
  id            uuid  not null primary key,
  investigation uuid  not null references investigation (id),
  words         bytea not null,
  assigned      uuid,
  due_at        timestamp(6) with time zone,
  done_at       timestamp(6) with time zone,
  done_by       uuid,
  at            timestamp(6) with time zone not null,
  by_user       uuid  not null
);
create index investigation_task_of on investigation_task (investigation, due_at);

create table investigation_network (
  investigation uuid not null references investigation (id),
  network       uuid not null references network (id),
  at            timestamp(6) with time zone not null,
  by_user       uuid not null,
  primary key (investigation, network)
);
create index investigation_network_of on investigation_network (network);
