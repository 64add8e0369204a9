-- confiscation and compensation that courts ordered, and what became of them; nothing is written over: a mistake is struck out and stays
create table court_order (
  id         uuid        not null primary key,
  proceeding uuid        not null references proceeding (id),
  kind       varchar(20) not null,
  suspect    uuid        references suspect (id),
  victim     uuid        references investigation_victim (id),
  amount     numeric(14, 2) check (amount > 0),
  currency   varchar(3)  not null,
  on_day     date        not null,
  words      bytea       not null,
  at         timestamp(6) with time zone not null,
  by_user    uuid        not null,
  struck_at  timestamp(6) with time zone,
  struck_by  uuid,
  constraint court_order_kind check (kind in ('confiscation', 'compensation')),
  check ((kind = 'compensation') = (victim is not null)),
  check (kind <> 'compensation' or amount is not null)
);
create index court_order_of on court_order (proceeding);
create index court_order_suspect on court_order (suspect);
create index court_order_victim on court_order (victim);

create table court_order_asset (
  court_order uuid not null references court_order (id),
  asset       uuid not null references asset (id),
  primary key (court_order, asset)
);
create index court_order_asset_asset on court_order_asset (asset);

create table court_order_step (
  id          uuid        not null primary key,
  court_order uuid        not null references court_order (id),
  number      integer     not null,
  kind        varchar(20) not null,
  on_day      date        not null,
  amount      numeric(14, 2) check (amount > 0),
  words       bytea       not null,
  at          timestamp(6) with time zone not null,
  by_user     uuid        not null,
  struck_at   timestamp(6) with time zone,
  struck_by   uuid,
  constraint court_order_step_kind check (kind in
    ('appealed', 'upheld', 'set_aside', 'final', 'executed_in_part', 'executed', 'returned')),
  unique (court_order, number)
);

-- what an office that investigates tells the team of a case about compensation ordered in favour of its person: codes and amounts only.
-- "source" is the order; empty once the basis has ended, since nothing leads to the case then
create table reported_award (
  id           uuid        not null primary key,
  case_id      uuid        not null references protect_case (id),
  organisation uuid        not null,
  reporter     uuid        not null,
  source       uuid,
  amount       numeric(14, 2) not null,
  currency     varchar(3)  not null,
  on_day       date        not null,
  standing     varchar(20) not null,
  executed     numeric(14, 2) not null,
  told_at      timestamp(6) with time zone not null,
  taken_back   boolean     not null,
  constraint reported_award_standing check (standing in ('open', 'appealed', 'final', 'set_aside')),
  unique (source)
);
create index reported_award_case on reported_award (case_id);

create view reported_award_outline as
  select id, case_id, organisation, reporter from reported_award;
