-- Dossiers: versions of the twelve chapters of a network. What is computed holds codes and figures; what the team calls
-- them stands apart, word lists sealed under the version's own key (below the network's) or, for what entered from a
-- case, under the key of that entry, so that those words end with it. Once issued, nothing of a version changes.
create table dossier (
  id            uuid        not null primary key,
  network       uuid        not null references network,
  number        integer     not null,
  revision      integer     not null, -- of a draft's texts
  state         integer     not null, -- the network's change it was computed from
  seed          bigint      not null,
  computed_at   timestamp(6) with time zone not null,
  computed_by   uuid        not null,
  title         bytea       not null,
  findings      bytea       not null,
  coded         bytea       not null, -- the network in codes
  texts         bytea       not null, -- of the authors, by chapter
  digest        varchar(64), -- of findings, coded network and texts, when it was issued
  issued_at     timestamp(6) with time zone,
  issued_by     uuid,
  issuer        bytea,       -- name as it was then
  unique (network, number)
);

create table dossier_words (
  dossier       uuid        not null references dossier,
  vault_key     uuid        not null,
  content       bytea       not null,
  primary key (dossier, vault_key)
);
