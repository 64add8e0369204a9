-- The strategy's facts: each entry as it stands, and every revision with who made it. Content is a JSON
-- document by the fields of its kind; nothing in it is about a person helped.
create table register_entry (
  kind varchar(40) not null,
  id varchar(80) not null,
  revision integer not null,
  content text not null,
  retired boolean not null,
  place bigint not null,
  primary key (kind, id)
);
create table register_revision (
  kind varchar(40) not null,
  id varchar(80) not null,
  revision integer not null,
  content text not null,
  retired boolean not null,
  at timestamp with time zone not null,
  by_user uuid,
  by_name varchar(200) not null,
  reason varchar(500) not null,
  primary key (kind, id, revision)
);
