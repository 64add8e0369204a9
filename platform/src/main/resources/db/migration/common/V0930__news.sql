-- What others changed in what an organisation gave or got: of each kind about one referral the newest.
-- Codes and identifiers, nothing of the person. Numbers count, since a clock that is put right may go back,
-- and each kind counts by itself, so that nothing is passed over that another act wrote meanwhile.
create table news (
  organisation uuid        not null references organisation (id),
  subject      uuid        not null, -- the referral, as both sides know it
  kind         varchar(60) not null,
  number       integer     not null,
  case_id      uuid        references protect_case (id), -- null while the recipient has no case of its own
  detail       varchar(60) not null, -- code, or empty
  at           timestamp(6) with time zone not null,
  read_told    boolean     not null, -- whether the other side was told that it was read
  primary key (organisation, subject, kind)
);
create index news_case on news (case_id);
create index news_subject on news (subject);

-- up to which number each colleague has seen it
create table news_seen (
  user_id uuid    not null references app_user (id),
  subject uuid    not null,
  kind    varchar(60) not null,
  number  integer not null,
  primary key (user_id, subject, kind)
);
