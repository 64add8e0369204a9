-- measures as ordered, with the limit that the order states; assets with what became of them, amounts as exact decimals
create table measure (
  id            uuid        not null primary key,
  investigation uuid        not null references investigation (id),
  kind          varchar(40) not null,
  suspect       uuid references suspect (id),
  ordered_on    date        not null,
  from_on       date        not null,
  until_on      date,
  executed_on   date,
  ended_on      date,
  words         bytea       not null,
  at            timestamp(6) with time zone not null,
  by_user       uuid        not null,
  check (until_on is null or until_on >= from_on)
);
create index measure_of on measure (investigation, until_on);
create index measure_suspect on measure (suspect);

create table asset (
  id            uuid        not null primary key,
  investigation uuid        not null references investigation (id),
  suspect       uuid references suspect (id),
  kind          varchar(40) not null,
  what          bytea       not null,
  amount        numeric(14, 2) check (amount > 0),
  currency      varchar(3)  not null,
  country       varchar(2)  not null,
  at            timestamp(6) with time zone not null,
  by_user       uuid        not null
);
create index asset_of on asset (investigation);
create index asset_suspect on asset (suspect);

create table asset_step (
  id        uuid        not null primary key,
  asset     uuid        not null references asset (id),
  kind      varchar(20) not null check (kind in
    ('seized', 'frozen', 'managed', 'sold', 'released', 'confiscated', 'returned', 'social_reuse', 'to_victim')),
  on_day    date        not null,
  amount    numeric(14, 2) check (amount > 0),
  words     bytea       not null,
  at        timestamp(6) with time zone not null,
  by_user   uuid        not null,
  struck_at timestamp(6) with time zone,
  struck_by uuid
);
create index asset_step_of on asset_step (asset, on_day);
