-- words of the shift book that were refused because somebody's file holds them; what they were is not kept
create table desk_refusal (
  id           uuid not null primary key,
  organisation uuid not null,
  desk         uuid not null,
  officer      uuid not null,
  at           timestamp(6) with time zone not null,
  closed       boolean not null,
  lifted_at    timestamp(6) with time zone,
  lifted_by    uuid
);
create index desk_refusal_of on desk_refusal (officer, at);
create index desk_refusal_closed on desk_refusal (organisation, closed, at);
