package org.passerelle.prosecute.charge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Charges that were brought, for what the application compares by itself; nothing that is sealed.
 */
@Component
public class ChargeOutlines {
  private final JdbcClient db;

  ChargeOutlines(JdbcClient db) {
    this.db = db;
  }

  /**
   * A charge that was brought and stands.
   *
   * @param day day on which the acts were committed, or ended
   */
  public record Brought(UUID id, UUID investigation, UUID suspect, LocalDate day) {}

  /** Those against some suspects. */
  public List<Brought> against(Collection<UUID> suspects) {
    return db.sql(
            """
            select id, investigation, suspect, law_day from charge
             where state = 'brought' and suspect = any(cast(:ids as uuid array)) order by at, id
            """)
        .param("ids", UuidArray.of(suspects))
        .query((row, i) -> brought(row))
        .list();
  }

  /** Those of an investigation. */
  public List<Brought> of(UUID investigation) {
    return db.sql(
            """
            select id, investigation, suspect, law_day from charge
             where state = 'brought' and investigation = :id order by at, id
            """)
        .param("id", investigation)
        .query((row, i) -> brought(row))
        .list();
  }

  /** Investigations in which a charge was brought. */
  public List<UUID> investigations() {
    return db.sql(
            "select distinct investigation from charge where state = 'brought' order by investigation")
        .query(UUID.class)
        .list();
  }

  private static Brought brought(ResultSet row) throws SQLException {
    return new Brought(
        row.getObject("id", UUID.class),
        row.getObject("investigation", UUID.class),
        row.getObject("suspect", UUID.class),
        row.getObject("law_day", LocalDate.class));
  }
}
