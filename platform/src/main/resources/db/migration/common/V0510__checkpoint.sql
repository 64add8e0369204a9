-- signed roots of the log (RFC 6962 tree over the entries' hashes), so that a part of it cannot be rewritten with its chain
create table audit_checkpoint (
  size     bigint        not null primary key,
  root     varchar(64)   not null,
  frontier varchar(4200) not null, -- hashes from which the next root is computed
  note     varchar(1000) not null, -- what was signed, with the signature
  at       timestamp(6) with time zone not null
);
-- what somebody read in a period, for the data protection officer
create index audit_entry_organisation on audit_entry (organisation, at);
