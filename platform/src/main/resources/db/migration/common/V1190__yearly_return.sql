-- what a yearly return counts: the type of the organisation that registered somebody, and suspects, prosecuted and convicted persons
drop view organisation_outline;
create view organisation_outline as
  select id, country, type from organisation;

create view investigation_outline as
  select id, country from investigation;

create view investigation_victim_outline as
  select id, ended_at from investigation_victim;

create view suspect_outline as
  select id, investigation, nature, from_victim, sex, citizenship, minor, at from suspect;

create view charge_outline as
  select id, suspect, state, brought_on from charge;

create view charge_outcome_outline as
  select charge, kind, final_on, replaced_by from charge_outcome;

alter table figure_release add column population varchar(20) default 'victims' not null
  check (population in ('victims', 'suspected', 'prosecuted', 'convicted'));
alter table figure_release add column for_return varchar(40) default '' not null;
