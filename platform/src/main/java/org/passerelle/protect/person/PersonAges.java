package org.passerelle.protect.person;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How old persons are and their gender, for lists; nothing that names anybody. */
@Component
public class PersonAges {
  private final JdbcClient db;

  PersonAges(JdbcClient db) {
    this.db = db;
  }

  /** Between which years somebody was born, and the gender, each null where it is not known. */
  public record Age(@Nullable Integer from, @Nullable Integer to, @Nullable String gender) {
    /** Of somebody of whom nothing is known. */
    public static final Age UNKNOWN = new Age(null, null, null);
  }

  /** Of those of some persons that are there, with one statement. */
  public Map<UUID, Age> of(Collection<UUID> persons) {
    Map<UUID, Age> ages = new HashMap<>();
    db.sql(
            """
            select id, birth_year_from, birth_year_to, gender from person
             where id = any(cast(:ids as uuid array))
            """)
        .param("ids", UuidArray.of(persons))
        .query(
            row -> {
              ages.put(
                  row.getObject("id", UUID.class),
                  new Age(
                      (Integer) row.getObject("birth_year_from"),
                      (Integer) row.getObject("birth_year_to"),
                      row.getString("gender")));
            });
    return ages;
  }
}
