-- Networks: actors and ties of an investigation or a diagnosis, as statements with their sources. Every text is sealed
-- under the network's own key; what entered from a case is sealed under a key below the case's, so that it ends with the
-- case's key. States of an actor or tie are kept, one row each, so that every change can be undone.
create table network (
  id            uuid        not null primary key,
  organisation  uuid        not null,
  diagnosis     uuid        references diagnosis,
  title         bytea       not null,
  question      bytea       not null,
  changes       integer     not null, -- number of the newest change
  made_by       uuid        not null,
  made_at       timestamp(6) with time zone not null,
  changed_at    timestamp(6) with time zone not null
);
create index network_organisation on network (organisation, changed_at);

create table network_member (
  network       uuid        not null references network,
  user_id       uuid        not null,
  added_by      uuid        not null,
  added_at      timestamp(6) with time zone not null,
  primary key (network, user_id)
);

-- a case whose data entered, on which basis; its identifier is that of the key of what entered
create table network_entry (
  id            uuid        not null primary key,
  network       uuid        not null references network,
  case_id       uuid        not null references protect_case,
  pseudonym     varchar(20) not null,
  basis         uuid        not null,
  at            timestamp(6) with time zone not null,
  by_user       uuid        not null,
  ended_at      timestamp(6) with time zone, -- the basis ended: everything that entered is destroyed
  unique (network, case_id, basis, at)
);
create index network_entry_case on network_entry (case_id);
create index network_entry_basis on network_entry (basis);

create table network_element (
  id            uuid        not null,
  network       uuid        not null references network,
  side          varchar(5)  not null, -- actor, tie
  since         integer     not null, -- change that brought this state
  ended         integer,              -- change that replaced it
  entry         uuid        references network_entry,
  content       bytea,                -- null: removed
  primary key (id, since)
);
create index network_element_now on network_element (network, ended);

create table network_change (
  network       uuid        not null references network,
  number        integer     not null,
  kind          varchar(20) not null,
  elements      integer     not null,
  undoes        integer,
  undone_by     integer,
  at            timestamp(6) with time zone not null,
  by_user       uuid        not null,
  primary key (network, number)
);

create table network_note (
  id            uuid        not null primary key,
  network       uuid        not null references network,
  element       uuid,       -- of whom or which tie, or of the whole
  entry         uuid        references network_entry,
  content       bytea       not null,
  at            timestamp(6) with time zone not null,
  by_user       uuid        not null
);
create index network_note_network on network_note (network, element);

-- how somebody looked at it, to look so again
create table network_view (
  id            uuid        not null primary key,
  network       uuid        not null references network,
  content       bytea       not null,
  at            timestamp(6) with time zone not null,
  by_user       uuid        not null
);
create index network_view_network on network_view (network, at);

-- a suggested tie that the team does not want to see again
create table network_dismissed (
  network       uuid        not null references network,
  one           uuid        not null,
  other         uuid        not null,
  at            timestamp(6) with time zone not null,
  by_user       uuid        not null,
  primary key (network, one, other)
);

-- where actors are drawn
create table network_layout (
  network       uuid        not null primary key references network,
  content       bytea       not null,
  at            timestamp(6) with time zone not null
);

-- a file that was handed in and is not yet entered; gone once it is, or after a day
create table network_upload (
  id            uuid        not null primary key,
  network       uuid        not null references network,
  name          bytea       not null,
  content       bytea       not null,
  actors        bytea,      -- a table of actors beside a table of ties
  at            timestamp(6) with time zone not null,
  by_user       uuid        not null
);
create index network_upload_network on network_upload (network, at);

-- what the columns of somebody's tables tell, for their next file
create table network_mapping (
  id            uuid        not null primary key,
  network       uuid        not null references network,
  content       bytea       not null,
  at            timestamp(6) with time zone not null,
  by_user       uuid        not null
);
create index network_mapping_network on network_mapping (network, at);
