-- days from which the law counts how long a claim can be put forward: in clear, since it is counted with what is due
alter table compensation_claim add column offence_on date;
alter table compensation_claim add column judgment_on date;
