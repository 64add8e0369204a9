-- The list of cases reads one of these from the start (or from where the page before ended) and stops at its page's end.
drop index protect_case_list;
drop index protect_case_state;
drop index protect_case_lead;
create index protect_case_changed on protect_case (organisation, changed_at desc, id);
create index protect_case_by_state on protect_case (organisation, state, changed_at desc, id);
create index protect_case_by_form on protect_case (organisation, form, changed_at desc, id);
create index protect_case_by_country on protect_case (organisation, country, changed_at desc, id);
create index protect_case_by_lead on protect_case (organisation, lead_user, changed_at desc, id);
create index protect_case_by_due on protect_case (organisation, next_due, id);
create index protect_case_by_opened on protect_case (organisation, opened_at desc, id);
create index protect_case_by_code on protect_case (organisation, code);

-- Words of pseudonyms and names as short keyed marks: enough to find candidates, too short to tell a word by its mark.
create table case_word (
  mark     varchar(8) not null,
  case_id  uuid       not null references protect_case (id) on delete cascade,
  primary key (mark, case_id)
);
create index case_word_case on case_word (case_id);
create table person_word (
  mark    varchar(8) not null,
  person  uuid       not null references person (id) on delete cascade,
  primary key (mark, person)
);
create index person_word_person on person_word (person);
alter table protect_case add column marked boolean default false not null;
alter table person add column marked boolean default false not null;

-- what a reader wants to see, kept; its name may hold anything and is sealed under the organisation's key
create table case_view (
  id            uuid          not null primary key,
  organisation  uuid          not null,
  user_id       uuid          not null,
  shared        boolean       not null,
  name          bytea         not null,
  query         varchar(2000) not null,
  at            timestamp(6) with time zone not null
);
create index case_view_organisation on case_view (organisation, at);

-- many cases changed at once, with what they were before, so that it can be taken back
create table bulk_change (
  id            uuid        not null primary key,
  organisation  uuid        not null,
  user_id       uuid        not null,
  action        varchar(20) not null,
  at            timestamp(6) with time zone not null,
  undone_at     timestamp(6) with time zone
);
create table bulk_change_case (
  change    uuid        not null references bulk_change (id),
  case_id   uuid        not null,
  before    varchar(40) not null,
  after     varchar(40) not null,
  primary key (change, case_id)
);
