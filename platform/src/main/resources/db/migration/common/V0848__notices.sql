-- How each user wants to be told that something waits (decision 0080); what they have seen waiting stays beside it.
create table notice_wish (
  user_id     uuid         not null primary key references app_user (id),
  mail        varchar(254) not null, -- empty: none
  by_mail     varchar(60)  not null, -- kinds, separated by commas
  on_devices  varchar(60)  not null,
  quiet_from  smallint,              -- minutes of the day, where the organisation works
  quiet_until smallint
);
insert into notice_wish (user_id, mail, by_mail, on_devices)
  select user_id, mail, 'duty,late,waiting', 'duty,late,waiting' from waiting_mail;

-- what was on the first page at the last visit, as hashes, and of which kinds somebody was told since
create table notice_seen (
  user_id uuid        not null primary key references app_user (id),
  seen    text        not null,
  told    varchar(60) not null
);
insert into notice_seen (user_id, seen, told)
  select user_id, seen, case when mailed_at is null then '' else 'late,waiting' end from waiting_mail;
drop table waiting_mail;

-- browsers that are told (RFC 8030), and the key by which their makers know the house (RFC 8292), sealed
create table push_device (
  id          uuid          not null primary key,
  user_id     uuid          not null references app_user (id),
  endpoint    varchar(1000) not null,
  mark        varchar(64)   not null unique,
  browser_key bytea         not null,
  secret      bytea         not null,
  name        varchar(200)  not null,
  added_at    timestamp(6) with time zone not null
);
create index push_device_user on push_device (user_id);
create table push_key (
  id     smallint not null primary key check (id = 1),
  sealed bytea    not null
);
