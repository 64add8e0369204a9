-- Why the sender recalled what lay in a letterbox, in its words, sealed under its organisation's key;
-- deleted when the guest has confirmed.
alter table letterbox_dossier add column taken_back_why bytea;
