-- What trusted nodes brought that was refused or turned away, counted by day: the receipts and lines of the first few
-- are kept, of the rest this number alone.
create table node_refused (
  node   uuid        not null references partner_node (id),
  on_day date        not null,
  reason varchar(40) not null,
  times  bigint      not null,
  primary key (node, on_day, reason)
);
