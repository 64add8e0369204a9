-- holds of a team that stand, without a look at every bed that is kept
create index place_bed_held on place_bed (organisation, ended_at, until_at);
