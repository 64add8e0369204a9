-- what left an organisation in a period, for the data protection officer's report
create index disclosure_organisation on disclosure (organisation, at);
