package org.passerelle.protect.casework.screening;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which screenings go with a case, or can go alone. Asked within an erasure or a move. */
@Component
public class ErasableScreenings {
  private final JdbcClient db;

  ErasableScreenings(JdbcClient db) {
    this.db = db;
  }

  /** Those that led to some cases, with all that were made of the same person before. */
  public List<UUID> of(Collection<UUID> cases) {
    return db.sql(
            """
            select id from screening
             where first in (select first from screening where case_id = any(cast(:ids as uuid array)))
            """)
        .param("ids", UuidArray.of(cases))
        .query(UUID.class)
        .list();
  }

  /** Whether it is an organisation's and led to no case. */
  public boolean isWithoutCase(UUID screening, UUID organisation) {
    return db.sql(
                """
                select count(*) from screening
                 where id = :id and organisation = :organisation and case_id is null
                """)
            .param("id", screening)
            .param("organisation", organisation)
            .query(Integer.class)
            .single()
        > 0;
  }

  /** Those of some that are there, each with its organisation. */
  public Map<UUID, UUID> there(Collection<UUID> screenings) {
    Map<UUID, UUID> found = new HashMap<>();
    db.sql("select id, organisation from screening where id = any(cast(:ids as uuid array))")
        .param("ids", UuidArray.of(screenings))
        .query(
            row -> {
              found.put(row.getObject("id", UUID.class), row.getObject("organisation", UUID.class));
            });
    return found;
  }
}
