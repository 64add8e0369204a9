package org.passerelle.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.PublicProcess;
import org.passerelle.language.Wording;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads organisations from the database, without what changes them. Safe for concurrent use. */
@Component
@PublicProcess
@Transactional(readOnly = true)
public class StoredOrganisations {
  private final JdbcClient db;

  StoredOrganisations(JdbcClient db) {
    this.db = db;
  }

  /** The organisation with this identifier. */
  public Optional<Organisation> find(UUID id) {
    return db.sql("select * from organisation where id = :id")
        .param("id", id)
        .query(StoredOrganisations::organisation)
        .optional();
  }

  /** The organisation with this handle. */
  public Optional<Organisation> byHandle(String handle) {
    return db.sql("select * from organisation where handle = :handle")
        .param("handle", handle)
        .query(StoredOrganisations::organisation)
        .optional();
  }

  /** All organisations, by handle. */
  public List<Organisation> all() {
    return db.sql("select * from organisation order by handle")
        .query(StoredOrganisations::organisation)
        .list();
  }

  /** Active organisations, by handle; null for every country or type. */
  public List<Organisation> active(@Nullable String country, @Nullable String type) {
    return db.sql(
            """
            select * from organisation
            where active
              and (cast(:country as varchar) is null or country = :country)
              and (cast(:type as varchar) is null or type = :type)
            order by handle
            """)
        .param("country", country)
        .param("type", type)
        .query(StoredOrganisations::organisation)
        .list();
  }

  private static Organisation organisation(ResultSet row, int number) throws SQLException {
    return new Organisation(
        row.getObject("id", UUID.class),
        row.getString("handle"),
        new Wording(
            Map.of(
                "en", row.getString("name_en"),
                "fr", row.getString("name_fr"),
                "sr", row.getString("name_sr"))),
        row.getString("type"),
        row.getString("country"),
        row.getString("mandate"),
        row.getString("place"),
        row.getString("duty_phone"),
        row.getBoolean("casework"),
        row.getBoolean("active"),
        Columns.instant(row, "created"));
  }
}
