-- What figures of the room and yearly returns read (decisions 0122, 0172, 0176): codes, days and when they were entered, no text and no key.
create view investigation_outline as
  select id, organisation, country, form, opened_on from investigation;

create view investigation_event_outline as
  select kind, subject, at from investigation_event;

create view investigation_victim_outline as
  select id, investigation, case_id, at, ended_at from investigation_victim;

create view suspect_outline as
  select id, investigation, nature, from_victim, sex, citizenship, minor, at from suspect;

create view charge_outline as
  select id, investigation, suspect, state, brought_on from charge;

create view charge_victim_outline as
  select charge, victim from charge_victim;

create view charge_outcome_outline as
  select id, charge, kind, on_day, final_on, replaced_by, at from charge_outcome;

create view court_order_outline as
  select id, kind, victim, struck_at from court_order;

create view court_order_step_outline as
  select court_order, kind, on_day, at, struck_at from court_order_step;
