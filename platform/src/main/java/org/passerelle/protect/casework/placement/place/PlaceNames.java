package org.passerelle.protect.casework.placement.place;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.storage.SealedJson;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Names of places, without anything else of them. */
@Component
class PlaceNames {
  private final JdbcClient db;
  private final SealedJson sealed;

  PlaceNames(JdbcClient db, SealedJson sealed) {
    this.db = db;
    this.sealed = sealed;
  }

  private record Named(UUID id, byte[] details) {}

  /** Names of all places; without an access check. */
  Map<UUID, String> of(Collection<UUID> ids) {
    return ids.isEmpty()
        ? Map.of()
        : opened(
            db.sql(
                    """
                    select p.id, p.details
                      from unnest(cast(:ids as uuid array)) as a (id) join safe_place p on p.id = a.id
                    """)
                .param("ids", UuidArray.of(ids))
                .query(Named.class)
                .list());
  }

  /** Names of those places that an organisation maintains, runs or places in. */
  Map<UUID, String> of(Collection<UUID> ids, UUID own) {
    return opened(
        db.sql(
                """
                select p.id, p.details
                  from unnest(cast(:ids as uuid array)) as a (id) join safe_place p on p.id = a.id
                 where p.organisation = :own or p.house = :own
                    or exists (select 1 from safe_place_placer o
                                where o.place = p.id and o.organisation = :own)
                """)
            .param("ids", UuidArray.of(ids))
            .param("own", own)
            .query(Named.class)
            .list());
  }

  private Map<UUID, String> opened(List<Named> places) {
    Map<UUID, String> names = new HashMap<>();
    for (Named one : places) {
      names.put(
          one.id, sealed.open(one.id, PlaceRows.WORDS, one.details, Place.Words.class).name());
    }
    return names;
  }
}
