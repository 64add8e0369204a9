-- Subscribers to the quarterly letter, and what was sent to them. An address is sealed under the node's own key and is
-- recognised by a keyed fingerprint; its row goes when its reader leaves. Of a sending remain identifiers that lead to
-- nobody any more.
create table letter_subscriber (
  id uuid primary key,
  address bytea not null,
  mark varchar(64) not null,
  language varchar(20) not null,
  asked_at timestamp with time zone not null,
  confirmed_at timestamp with time zone,
  mail_due_at timestamp with time zone,
  mail_tries integer not null,
  mails_of_day integer not null,
  bounces integer not null,
  unique (mark, language)
);
create index letter_subscriber_due on letter_subscriber (mail_due_at);
create table letter_sending (
  id uuid primary key,
  letter varchar(80) not null,
  version integer not null,
  number integer not null,
  at timestamp with time zone not null,
  by_user uuid not null,
  by_name varchar(200) not null,
  unique (letter, version),
  foreign key (letter, version) references letter_release (letter, version)
);
-- HANDED is written while the relay has all of a mail but the end of it: what is killed after that is never sent again
create table letter_delivery (
  sending uuid not null references letter_sending (id),
  subscriber uuid not null,
  language varchar(20) not null,
  state varchar(10) not null check (state in ('WAITING', 'HANDED', 'SENT', 'REFUSED', 'LEFT')),
  due_at timestamp with time zone not null,
  tries integer not null,
  primary key (sending, subscriber)
);
create index letter_delivery_due on letter_delivery (state, due_at);
