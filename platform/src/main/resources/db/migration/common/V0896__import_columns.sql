-- how an organisation's own lists name their columns; nothing of a person
create table import_columns (
  id           uuid         not null primary key,
  organisation uuid         not null references organisation (id),
  name         varchar(60)  not null,
  named        text         not null, -- JSON: own column to field of the standard, or to nothing
  made_by      uuid         not null,
  made_at      timestamp(6) with time zone not null,
  unique (organisation, name)
);
