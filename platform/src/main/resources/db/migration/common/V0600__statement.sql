-- Statements: a passage of an interview is about an actor or a tie of a network. What it says stands only in the
-- transcript, so that it ends with the interview's key; when its consent is withdrawn, the rows go, too.
create table interview_statement (
  id            uuid        not null primary key,
  interview     uuid        not null references interview,
  starts        integer     not null, -- characters of the transcript: from, and up to
  ends          integer     not null,
  network       uuid        not null references network,
  element       uuid        not null, -- an actor or a tie of that network
  by_user       uuid        not null,
  at            timestamp(6) with time zone not null,
  unique (interview, starts, ends, network, element)
);
create index interview_statement_about on interview_statement (network, element);
