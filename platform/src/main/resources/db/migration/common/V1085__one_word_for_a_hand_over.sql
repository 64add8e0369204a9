-- One word, one meaning: a hand-over goes to another country, a reassignment to a colleague.
-- Codes of reassignments first, since hand-overs take their place.
update case_event set kind = 'reassignment.made' where kind = 'handover.made';
update case_event set kind = 'reassignment.confirmed' where kind = 'handover.confirmed';
update case_event set kind = replace(kind, 'crossborder.', 'handover.') where kind like 'crossborder.%';
update news set kind = replace(kind, 'crossborder.', 'handover.') where kind like 'crossborder.%';
