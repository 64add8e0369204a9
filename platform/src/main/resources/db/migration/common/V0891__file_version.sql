-- versions of a file: each is a row with a key of its own; the first gives the series its name and has its description, sealed
alter table case_file add column series uuid;
alter table case_file add column number integer default 1 not null;
alter table case_file add column description bytea;
update case_file set series = id;
alter table case_file alter column series set not null;
alter table case_file add constraint case_file_series unique (series, number);
