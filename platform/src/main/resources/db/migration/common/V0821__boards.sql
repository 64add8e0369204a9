-- which places speak a language or offer a service, and which beds are taken now: asked for by boards of thousands
create index safe_place_trait_code on safe_place_trait (code, place);
create index place_bed_taken on place_bed (ended_at, place, until_at);
create index stay_open on stay (organisation, ended_at, at);
create index safe_place_state on safe_place (state);
