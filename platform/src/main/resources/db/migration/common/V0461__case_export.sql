alter table case_export add column categories varchar(200) default '' not null;
alter table case_export alter column work drop not null;
