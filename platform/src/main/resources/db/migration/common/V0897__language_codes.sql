-- codes of the list of languages are words too (other), and an organisation may add its own
alter table care_interpreter_language alter column language set data type varchar(40);
alter table care_booking alter column language set data type varchar(40);
alter table care_service_language alter column language set data type varchar(40);
