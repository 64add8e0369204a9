-- Tips that were deleted, by the week in which they arrived (its Monday). Of what was deleted before, the week is not known: weeks
-- before weeks_from are then not told. A tip is kept for ninety days after it was closed, so all later ones are still there.
create table tip_week_tally (
  organisation uuid not null references tip_team (organisation),
  week date not null,
  tips bigint not null,
  primary key (organisation, week)
);
alter table tip_team add column weeks_from date;
update tip_team set weeks_from = current_date - interval '90' day where organisation in (select organisation from tip_tally);
