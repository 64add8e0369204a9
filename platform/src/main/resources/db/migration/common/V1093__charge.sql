-- charges by law; the article stands as the register named it when the charge was entered
create table charge (
  id            uuid         not null primary key,
  investigation uuid         not null references investigation (id),
  suspect       uuid         not null references suspect (id),
  offence       varchar(80)  not null,
  article       varchar(510) not null,
  law_day       date         not null,
  state         varchar(10)  not null,
  brought_on    date,
  words         bytea        not null,
  at            timestamp(6) with time zone not null,
  by_user       uuid         not null,
  constraint charge_state check (state in ('proposed', 'brought', 'withdrawn')),
  check (state <> 'brought' or brought_on is not null)
);
create index charge_of on charge (investigation);
create index charge_suspect on charge (suspect);

create table charge_victim (
  charge uuid not null references charge (id),
  victim uuid not null references investigation_victim (id),
  primary key (charge, victim)
);
create index charge_victim_victim on charge_victim (victim);
