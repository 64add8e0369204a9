-- Other nodes. What they say of themselves is a signed text; what two people have agreed to stands in descriptor,
-- what is only proposed in proposed.
create table partner_node (
  id              uuid          not null primary key,
  name            varchar(62)   not null unique,
  state           varchar(20)   not null check (state in ('proposed', 'trusted', 'suspended')),
  descriptor      text,
  proposed        text,
  added_at        timestamp(6) with time zone not null,
  changed_at      timestamp(6) with time zone not null,
  heard_at        timestamp(6) with time zone,
  reached_at      timestamp(6) with time zone,
  failures        integer       not null,
  next_attempt_at timestamp(6) with time zone not null,
  problem         varchar(60)
);

-- organisations of trusted nodes, as their descriptor names them; those that are no longer named stay, inactive, for
-- the referrals that name them
create table partner_organisation (
  id       uuid         not null primary key,
  node     uuid         not null references partner_node (id),
  handle   varchar(40)  not null,
  name_en  varchar(200) not null,
  name_fr  varchar(200) not null,
  name_sr  varchar(200) not null,
  type     varchar(40)  not null,
  country  varchar(2)   not null,
  casework boolean      not null,
  active   boolean      not null
);
create index partner_organisation_node on partner_organisation (node);

-- envelopes that came, until none with the same identifier could be taken any more
create table node_envelope (
  node  uuid         not null references partner_node (id),
  id    varchar(60)  not null,
  until timestamp(6) with time zone not null,
  primary key (node, id)
);
create index node_envelope_until on node_envelope (until);

-- how far each thing has come that a node writes about: nothing older is taken afterwards
create table node_sequence (
  node     uuid   not null references partner_node (id),
  sender   uuid   not null,
  subject  uuid   not null,
  sequence bigint not null,
  primary key (node, sender, subject)
);

-- signed receipts, those given and those got; no word of what was received
create table node_receipt (
  id       uuid          not null primary key,
  node     uuid          not null references partner_node (id),
  given    boolean       not null,
  message  uuid          not null,
  kind     varchar(60)   not null,
  outcome  varchar(20)   not null check (outcome in ('taken', 'again', 'refused')),
  digest   varchar(64)   not null,
  receipt  text          not null,
  at       timestamp(6) with time zone not null
);
create index node_receipt_message on node_receipt (message);
create index node_receipt_node on node_receipt (node, at);

-- signed roots of partners' logs that this node keeps for them, and what did not fit
create table node_checkpoint (
  node  uuid          not null references partner_node (id),
  size  bigint        not null,
  root  varchar(64)   not null,
  note  varchar(4000) not null,
  state varchar(20)   not null check (state in ('kept', 'rolled-back', 'split', 'unproved')),
  at    timestamp(6) with time zone not null,
  primary key (node, size, root)
);

-- Messages for organisations of other nodes: which node, since when it may have arrived, and since when nothing more is
-- tried by itself.
alter table outbox_message add column node uuid;
alter table outbox_message add column left_at timestamp(6) with time zone;
alter table outbox_message add column stuck_at timestamp(6) with time zone;
create index outbox_message_node on outbox_message (node, state, next_attempt_at);
