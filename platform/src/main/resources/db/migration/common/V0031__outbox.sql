-- What must leave: stored in the transaction of what caused it, the same for a recipient on this node or elsewhere.
create table outbox_message (
  id              uuid         not null primary key,
  type            varchar(60)  not null,
  version         integer      not null,
  order_key       uuid         not null,
  occurred_at     timestamp(6) with time zone not null,
  sender          uuid         not null,
  recipient       uuid         not null,
  cause           uuid,
  digest          varchar(64)  not null,
  payload         bytea        not null,
  state           varchar(20)  not null, -- queued, delivered, stopped
  attempts        integer      not null,
  next_attempt_at timestamp(6) with time zone not null,
  ended_at        timestamp(6) with time zone,
  problem         varchar(200)
);
create index outbox_message_due on outbox_message (state, next_attempt_at);
create index outbox_message_order on outbox_message (order_key, state);
create index outbox_message_cause on outbox_message (cause, state);

-- what arrived, by the sender's identifier: a message that comes twice takes effect once
create table inbox_message (
  id          uuid        not null primary key,
  type        varchar(60) not null,
  sender      uuid        not null,
  recipient   uuid        not null,
  digest      varchar(64) not null,
  received_at timestamp(6) with time zone not null
);

-- deliveries to these organisations wait: their desk is closed, or an administrator looks into something
create table delivery_hold (
  recipient uuid not null primary key,
  since     timestamp(6) with time zone not null,
  by_user   uuid not null
);
