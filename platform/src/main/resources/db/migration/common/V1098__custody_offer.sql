-- a hand-over that its giver has signed and its taker has not; at most one for each exhibit
create table custody_offer (
  exhibit        uuid        not null primary key references exhibit (id),
  line           bytea       not null,
  to_user        uuid        not null,
  to_certificate varchar(43) not null,
  at             timestamp(6) with time zone not null,
  by_user        uuid        not null
);
create index custody_offer_to on custody_offer (to_user);
