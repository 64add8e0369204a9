-- a certificate of another node is one of the organisation that sent it: sent by another one first, it blocks nobody. signed_at: since
-- when somebody has signed by it, whom it means in a chain; until now only one organisation could send it
create table officer_key_elsewhere_wider (
  certificate_id varchar(43) not null,
  organisation   uuid        not null,
  user_id        uuid        not null unique,
  certificate    bytea       not null,
  from_at        timestamp(6) with time zone not null,
  until_at       timestamp(6) with time zone not null,
  signed_at      timestamp(6) with time zone,
  primary key (certificate_id, organisation)
);
insert into officer_key_elsewhere_wider (certificate_id, organisation, user_id, certificate, from_at, until_at, signed_at)
  select certificate_id, organisation, user_id, certificate, from_at, until_at, from_at from officer_key_elsewhere;
drop table officer_key_elsewhere;
alter table officer_key_elsewhere_wider rename to officer_key_elsewhere;
