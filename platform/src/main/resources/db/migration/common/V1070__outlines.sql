-- What the owner of a table offers to other packages for reading (decision 0122): each view shows the columns of
-- its tables that they ask for, and nobody else's SQL names the tables themselves. A migration that changes such a column drops
-- the view before and makes it again.

create view user_outline as
  select id, organisation, active from app_user;

create view organisation_outline as
  select id, country from organisation;

create view person_outline as
  select id, organisation, state, gender, birth_year_from, birth_year_to, maybe_minor, identity from person;

create view person_nationality_outline as
  select person, country from person_nationality;

create view person_word_outline as
  select mark, person from person_word;

create view case_outline as
  select id, organisation, person, code, state, country, form, minor, non_punishment, first_contact, asylum,
         lead_user, closed_to_named, opened_at, next_due, urgency, urgent_since
    from protect_case;

create view case_role_outline as
  select case_id, person, role from case_role;

create view case_event_outline as
  select case_id, kind, subject, at, by_user from case_event;

create view case_task_outline as
  select id, due, assigned, done_at from case_task;

create view case_decision_outline as
  select case_id, kind, decided_on, at from case_decision;

create view case_word_outline as
  select mark, case_id from case_word;

create view case_due_outline as
  select case_id, organisation, kind, subject, due_at from case_due;

create view guardian_mandate_outline as
  select id, case_id, suspended_at from guardian_mandate;

create view referral_outline as
  select id, organisation, case_id, recipient, service, state, sent_at, answered_at from referral;

create view received_referral_outline as
  select id, organisation, sender, service, state, received_at, answered_at, answered_by, case_id,
         withdrawn_at, urgency
    from received_referral;

create view screening_outline as
  select id, code, organisation, case_id, changed_at, finished_at from screening;

create view phone_record_outline as
  select id, organisation, state, at from phone_record;

create view stay_outline as
  select case_id, state from stay;

create view reporting_value_outline as
  select v.organisation, v.code, v.place, v.text_value, v.date_value, s.id as submission, s.subject_kind, s.subject,
         s.submitted_at
    from reporting_value v join submission s on s.id = v.submission and s.state = 'submitted';
