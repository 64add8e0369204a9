-- PostgreSQL, unlike H2, makes no index for a foreign key: a deleted case would read these tables from end to end
create index received_referral_case on received_referral (case_id);
create index deadline_settled_case on deadline_settled (case_id);
create index network_element_entry on network_element (entry);
create index network_note_entry on network_note (entry);
create index network_diagnosis on network (diagnosis);
create index screening_submission on screening (submission);
create index interview_site on interview (site);
create index cycle_document_amends on cycle_document (amends);
