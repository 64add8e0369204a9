-- Coding: passages of a transcript under themes, by several coders who do not see each other's codes before they have
-- said that they are done. A passage is a range of characters; what it says stands only in the transcript, so that it
-- ends with the interview's key. Sub-themes are the team's own.
create table diagnosis_theme (
  id            uuid        not null primary key,
  diagnosis     uuid        not null references diagnosis,
  parent        varchar(20) not null, -- code of a theme that comes with the product
  name          bytea       not null,
  made_by       uuid        not null,
  made_at       timestamp(6) with time zone not null
);
create index diagnosis_theme_diagnosis on diagnosis_theme (diagnosis, made_at);

create table coding (
  id            uuid        not null primary key,
  interview     uuid        not null references interview,
  theme         varchar(40) not null, -- code of a theme, or identifier of a sub-theme
  starts        integer     not null, -- characters of the transcript: from, and up to
  ends          integer     not null,
  by_user       uuid        not null,
  at            timestamp(6) with time zone not null,
  unique (interview, by_user, theme, starts, ends)
);

create table coding_done (
  interview     uuid        not null references interview,
  user_id       uuid        not null,
  at            timestamp(6) with time zone not null,
  primary key (interview, user_id)
);

create table interview_memo (
  id            uuid        not null primary key,
  interview     uuid        not null references interview,
  content       bytea       not null,
  by_user       uuid        not null,
  at            timestamp(6) with time zone not null
);
create index interview_memo_interview on interview_memo (interview, at);
