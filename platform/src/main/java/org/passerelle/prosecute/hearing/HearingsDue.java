package org.passerelle.prosecute.hearing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.prosecute.investigation.DueSource;
import org.passerelle.prosecute.investigation.DueThing;
import org.passerelle.prosecute.victim.Victim;
import org.passerelle.prosecute.victim.Victims;
import org.passerelle.storage.Columns;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Planned hearings, those whose time has passed included. */
@Component
class HearingsDue implements DueSource {
  private final JdbcClient db;
  private final Victims victims;

  HearingsDue(JdbcClient db, Victims victims) {
    this.db = db;
    this.victims = victims;
  }

  @Override
  public List<DueThing> due(Map<UUID, String> numbers, Instant before) {
    return db.sql(
            """
            select investigation, victim, starts_at from child_hearing
             where investigation = any(cast(:ids as uuid array)) and state = 'planned' and starts_at < :before
             order by starts_at, id limit 200
            """)
        .param("ids", UuidArray.of(numbers.keySet()))
        .param("before", Columns.at(before))
        .query(
            (row, i) -> {
              UUID investigation = row.getObject("investigation", UUID.class);
              return new DueThing(
                  investigation,
                  numbers.getOrDefault(investigation, ""),
                  Columns.instant(row, "starts_at"),
                  null,
                  "hearing",
                  Victim.called(victims.number(row.getObject("victim", UUID.class))),
                  "hearings");
            })
        .list();
  }
}
