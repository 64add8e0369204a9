-- the caseworker's own answer to “might they be under 18?”: a later change of the birth date must not take it away
alter table person add column minor_answer varchar(10) default 'not_sure' not null;
