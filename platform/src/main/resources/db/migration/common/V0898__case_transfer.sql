-- A case moves to another organisation of the node once that has accepted (decision 0084). Words are sealed under the case's key.
create table case_transfer (
  id            uuid        not null primary key,
  case_id       uuid        not null references protect_case (id) on delete cascade,
  organisation  uuid        not null, -- who gives it
  recipient     uuid        not null,
  open_case     uuid        unique,   -- the case while nobody has answered: one at a time
  state         varchar(10) not null check (state in ('proposed', 'accepted', 'declined', 'withdrawn', 'ended')),
  service       varchar(40) not null,
  urgency       varchar(10) not null check (urgency in ('ordinary', 'raised', 'high')),
  basis         uuid        not null,
  words         bytea       not null,
  answer        bytea,
  deadline      timestamp(6) with time zone not null,
  at            timestamp(6) with time zone not null,
  by_user       uuid        not null,
  answered_at   timestamp(6) with time zone,
  answered_by   uuid,
  named_only    boolean     default false not null, -- whether it was closed to named colleagues when it went
  escalated_at  timestamp(6) with time zone,
  check ((state = 'proposed') = (open_case is not null)),
  check ((state = 'proposed') = (answered_at is null))
);
create index case_transfer_case on case_transfer (case_id, at);
create index case_transfer_given on case_transfer (organisation, state, deadline);
create index case_transfer_taken on case_transfer (recipient, state, deadline);

-- who worked on it before it went, and may see how it stands
create table case_transfer_former (
  transfer  uuid not null references case_transfer (id) on delete cascade,
  user_id   uuid not null,
  primary key (transfer, user_id)
);
create index case_transfer_former_user on case_transfer_former (user_id);

-- Messages about something that moved go on under the name by which it is known outside, and their answers go to where it is now.
create table moved_order (
  order_key  uuid    not null,
  was        uuid    not null,
  moved_to   uuid    not null,
  sends      boolean not null, -- whether what moved is the side that asked
  primary key (order_key, sends)
);
create index moved_order_now on moved_order (order_key, moved_to);
