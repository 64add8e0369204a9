-- what somebody typed into a form and has not sent yet; gone when it is sent, discarded or a week old
create table kept_form (
  user_id      uuid                        not null,
  page         varchar(300)                not null, -- where the form stands
  action       varchar(300)                not null, -- where it is sent
  subject      uuid,                                 -- what the page is about, such as a case
  sealed_under uuid                        not null,
  content      bytea                       not null,
  at           timestamp(6) with time zone not null,
  primary key (user_id, page, action)
);
create index kept_form_subject on kept_form (subject);
create index kept_form_at on kept_form (at);
