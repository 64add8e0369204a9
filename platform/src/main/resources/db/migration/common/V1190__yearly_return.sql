-- what a yearly return counts: the type of the organisation that registered somebody; suspects, prosecuted and convicted
-- persons are read through the outlines of V1170
drop view organisation_outline;
create view organisation_outline as
  select id, country, type from organisation;

alter table figure_release add column population varchar(20) default 'victims' not null
  check (population in ('victims', 'suspected', 'prosecuted', 'convicted'));
alter table figure_release add column for_return varchar(40) default '' not null;
