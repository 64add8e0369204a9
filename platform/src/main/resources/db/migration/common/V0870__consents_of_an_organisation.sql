-- the data protection officer reads all consents of the organisation, by when they end
create index consent_organisation on consent (organisation, until_day);
