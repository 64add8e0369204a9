-- how often a follow-up was put off: after two times a supervisor does it
alter table follow_up add column put_off integer default 0 not null;
