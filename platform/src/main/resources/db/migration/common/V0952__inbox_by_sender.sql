-- A message is known by who sent it and its identifier: an identifier that another node used, or guessed, is another
-- message, and neither hides nor refuses this one.
create table inbox_by_sender (
  id          uuid        not null,
  type        varchar(60) not null,
  sender      uuid        not null,
  recipient   uuid        not null,
  digest      varchar(64) not null,
  received_at timestamp(6) with time zone not null,
  primary key (sender, id)
);
insert into inbox_by_sender (id, type, sender, recipient, digest, received_at)
  select id, type, sender, recipient, digest, received_at from inbox_message;
drop table inbox_message;
alter table inbox_by_sender rename to inbox_message;
