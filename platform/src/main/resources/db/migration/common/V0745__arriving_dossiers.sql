-- a dossier that is being taken in: its key may be there already while its row is not, where this was interrupted
create table arriving_dossier (
  referral     uuid not null primary key,
  organisation uuid not null
);
