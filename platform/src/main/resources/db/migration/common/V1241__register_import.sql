-- Tables of entries that somebody sent to be entered at once; the content goes when it is entered, since the entries
-- hold it then (decision 0177)
create table register_import (
  id         uuid         not null primary key,
  kind       varchar(40)  not null,
  state      varchar(10)  not null check (state in ('CHECKED', 'ENTERED', 'UNDONE')),
  row_count  integer      not null,
  content    text         not null,
  entries    text         not null, -- identifiers of the entries made of it
  by_user    uuid         not null,
  by_name    varchar(200) not null,
  at         timestamp(6) with time zone not null,
  changed_at timestamp(6) with time zone
);
create index register_import_kind on register_import (kind, at);
