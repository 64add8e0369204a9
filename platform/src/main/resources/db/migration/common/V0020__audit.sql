create table audit_entry (
  number        bigint                      not null primary key,
  at            timestamp(6) with time zone not null,
  user_id       uuid,
  organisation  uuid                        not null,
  action        varchar(60)                 not null,
  subject_kind  varchar(40)                 not null,
  subject       uuid,
  detail        varchar(4000)               not null,
  hash          varchar(64)                 not null
);
create index audit_entry_subject on audit_entry (subject, number);
create index audit_entry_user on audit_entry (user_id, number);

-- the head of the chain: one row on which writers queue
create table audit_head (
  id     integer     not null primary key check (id = 1),
  number bigint      not null,
  hash   varchar(64) not null
);
insert into audit_head (id, number, hash)
values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
