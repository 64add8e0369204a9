-- contact points of countries without a node: their letterbox stands in this house
create table letterbox (
  id       uuid         not null primary key,
  name_en  varchar(200) not null,
  name_fr  varchar(200) not null,
  name_sr  varchar(200) not null,
  type     varchar(40)  not null,
  country  varchar(2)   not null,
  mail     varchar(200) not null,
  phone    varchar(60)  not null,
  language varchar(10)  not null,
  active   boolean      not null,
  added_at timestamp(6) with time zone not null,
  added_by uuid         not null
);

-- one dossier in a letterbox, and how far its reader may come in
create table letterbox_dossier (
  referral      uuid        not null primary key,
  letterbox     uuid        not null references letterbox (id),
  sender        uuid        not null,
  sealed_under  uuid        not null,
  put_at        timestamp(6) with time zone not null,
  answer        varchar(10) check (answer in ('accepted', 'declined')),
  taken_back_at timestamp(6) with time zone,
  confirmed_at  timestamp(6) with time zone,
  link          varchar(64) unique,
  code          bytea,
  code_at       timestamp(6) with time zone,
  codes         integer     not null,
  wrong         integer     not null,
  first_read_at timestamp(6) with time zone,
  last_read_at  timestamp(6) with time zone,
  ends_at       timestamp(6) with time zone not null,
  ended_at      timestamp(6) with time zone,
  mail_due_at   timestamp(6) with time zone,
  mail_tries    integer     not null,
  mailed_at     timestamp(6) with time zone
);
create index letterbox_dossier_of on letterbox_dossier (letterbox);
create index letterbox_dossier_mail on letterbox_dossier (mail_due_at);

-- what lies in it, put by the sender or written by the reader
create table letterbox_item (
  id       uuid        not null primary key,
  referral uuid        not null references letterbox_dossier (referral),
  number   integer     not null,
  written  boolean     not null,
  kind     varchar(40) not null,
  content  bytea       not null,
  at       timestamp(6) with time zone not null,
  unique (referral, number)
);
