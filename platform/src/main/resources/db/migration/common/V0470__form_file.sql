-- definitions that an administrator imported; the text is what was sent, and never changes once it is activated
create table form_file (
  id            uuid            not null primary key,
  form          varchar(60)     not null,
  version       integer         not null,
  digest        varchar(64)     not null,
  content       varchar(1000000) not null,
  imported_by   uuid            not null,
  imported_at   timestamp(6) with time zone not null,
  activated_by  uuid,
  activated_at  timestamp(6) with time zone,
  unique (form, version)
);
