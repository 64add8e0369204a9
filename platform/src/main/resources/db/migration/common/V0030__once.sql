-- a form that was sent twice is carried out once: the second time leads to where the first one led
create table form_sent (
  token    uuid                        not null primary key,
  user_id  uuid                        not null,
  at       timestamp(6) with time zone not null,
  led_to   varchar(500)                not null
);
create index form_sent_at on form_sent (at);
