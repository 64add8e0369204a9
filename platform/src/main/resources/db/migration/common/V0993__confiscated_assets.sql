-- what was seized and confiscated from those against whom a claim is directed; amounts are exact decimals in the claim's currency
create table confiscation_step (
  id        uuid           not null primary key,
  claim     uuid           not null references compensation_claim (id),
  number    integer        not null,
  kind      varchar(20)    not null check (kind in ('seized', 'confiscated', 'asked', 'to_others', 'released')),
  on_day    date           not null,
  amount    numeric(14, 2) not null check (amount > 0),
  details   bytea          not null,
  at        timestamp(6) with time zone not null,
  by_user   uuid           not null,
  struck_at timestamp(6) with time zone,
  struck_by uuid,
  unique (claim, number)
);
