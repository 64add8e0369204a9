-- who wants a mail when something waits; hashes of what they have seen waiting, and when they were last mailed
create table waiting_mail (
  user_id   uuid          not null primary key references app_user (id),
  mail      varchar(200)  not null,
  seen      varchar(9000) not null,
  mailed_at timestamp(6) with time zone
);
