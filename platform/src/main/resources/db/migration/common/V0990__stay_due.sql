-- by when somebody is expected at a place, or back from leave: in clear, since it is counted with what is due
alter table stay add column due_at timestamp(6) with time zone;
