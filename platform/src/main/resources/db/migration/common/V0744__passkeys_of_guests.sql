-- a passkey belongs to a user, or to the reader of a letterbox, who is none
create table held_passkey (
  credential_id   varchar(1400)               not null primary key,
  holder          uuid                        not null,
  label           varchar(100)                not null,
  public_key      bytea                       not null,
  signature_count bigint                      not null,
  user_verified   boolean                     not null,
  transports      varchar(200)                not null,
  backup_eligible boolean                     not null,
  backed_up       boolean                     not null,
  attestation     bytea,
  client_data     bytea,
  created         timestamp(6) with time zone not null,
  last_used       timestamp(6) with time zone not null
);
insert into held_passkey
  (credential_id, holder, label, public_key, signature_count, user_verified, transports, backup_eligible, backed_up,
   attestation, client_data, created, last_used)
select credential_id, user_id, label, public_key, signature_count, user_verified, transports, backup_eligible, backed_up,
       attestation, client_data, created, last_used
  from passkey;
drop table passkey;
alter table held_passkey rename to passkey;
create index passkey_holder on passkey (holder);
