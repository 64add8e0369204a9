-- personal tokens with which programs act for a user; only a digest is kept
create table api_token (
  id       uuid         not null primary key,
  user_id  uuid         not null references app_user (id),
  digest   varchar(64)  not null unique,
  label    varchar(100) not null,
  scopes   varchar(400) not null,
  expires  date         not null,
  made     timestamp(6) with time zone not null,
  used     timestamp(6) with time zone,
  ended    timestamp(6) with time zone,
  epoch    bigint       not null -- of the user: ending all sessions ends the tokens too
);
create index api_token_user on api_token (user_id, made);

-- whoever wants to know at once that something happened: an address of the organisation's own, told identifiers only
create table webhook (
  id           uuid         not null primary key,
  organisation uuid         not null,
  url          varchar(500) not null,
  events       varchar(500) not null,
  secret       bytea        not null,
  made_by      uuid         not null,
  made         timestamp(6) with time zone not null,
  ended        timestamp(6) with time zone
);
create index webhook_organisation on webhook (organisation, ended);

-- stored in the transaction of what happened, sent with retry
create table webhook_delivery (
  id              uuid         not null primary key,
  webhook         uuid         not null references webhook (id),
  event           varchar(60)  not null,
  subject_kind    varchar(20)  not null,
  subject         uuid         not null,
  at              timestamp(6) with time zone not null,
  state           varchar(12)  not null, -- waiting, delivered, given_up
  attempts        integer      not null,
  next_attempt_at timestamp(6) with time zone not null,
  problem         varchar(200),
  ended_at        timestamp(6) with time zone
);
create index webhook_delivery_due on webhook_delivery (state, next_attempt_at);
create index webhook_delivery_webhook on webhook_delivery (webhook, at);
