package org.passerelle.prevent.place;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.CascadeDelete;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.SealedJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Places at risk in the database, sealed under the key of their organisation. */
@Component
class RiskPlaceRows {
  private static final String CONTENT = "risk_place.content";
  private static final String BEFORE = "risk_place_version.content";
  private final JdbcClient db;
  private final SealedJson sealed;
  private final CascadeDelete rows;
  private final Identifiers identifiers;
  private final Clock clock;

  RiskPlaceRows(
      JdbcClient db, SealedJson sealed, CascadeDelete rows, Identifiers identifiers, Clock clock) {
    this.db = db;
    this.sealed = sealed;
    this.rows = rows;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /** All places of an organisation, the one changed last first. */
  List<RiskPlace> of(UUID organisation) {
    return db.sql(
            """
            select * from risk_place where organisation = :organisation
            order by changed_at desc, id""")
        .param("organisation", organisation)
        .query(this::place)
        .list();
  }

  Optional<RiskPlace> find(UUID organisation, UUID id) {
    return db.sql("select * from risk_place where id = :id and organisation = :organisation")
        .param("id", id)
        .param("organisation", organisation)
        .query(this::place)
        .optional();
  }

  /** The same, held until the end of the transaction. */
  RiskPlace hold(UUID organisation, UUID id) {
    return db.sql(
            "select * from risk_place where id = :id and organisation = :organisation for update")
        .param("id", id)
        .param("organisation", organisation)
        .query(this::place)
        .optional()
        .orElseThrow(NotFound::new);
  }

  /** Inserts a place with its first version. */
  UUID insert(UUID organisation, RiskPlace.Content content, UUID by) {
    UUID id = identifiers.next();
    db.sql(
            """
            insert into risk_place (id, organisation, code, kind, town, content, version, changed_at)
            values (:id, :organisation, :code, :kind, :town, :content, 1, :now)""")
        .param("id", id)
        .param("organisation", organisation)
        .param("code", identifiers.shortCode())
        .param("kind", content.kind())
        .param("town", content.town())
        .param("content", sealed.seal(organisation, CONTENT, content))
        .param("now", Columns.now(clock))
        .update();
    version(organisation, id, 1, "entered", content, by);
    return id;
  }

  /** Changes a place that is held, and writes down what stands there now. */
  void change(UUID organisation, UUID id, int version, String act, Changed changed) {
    int places =
        db.sql(
                """
                update risk_place set kind = :kind, town = :town, content = :content, version = :version,
                  changed_at = :now
                where id = :id and organisation = :organisation""")
            .param("kind", changed.content().kind())
            .param("town", changed.content().town())
            .param("content", sealed.seal(organisation, CONTENT, changed.content()))
            .param("version", version)
            .param("now", Columns.now(clock))
            .param("id", id)
            .param("organisation", organisation)
            .update();
    if (places == 0) {
      throw new NotFound();
    }
    version(organisation, id, version, act, changed.content(), changed.by());
  }

  /** What a colleague made of an entry. */
  record Changed(RiskPlace.Content content, UUID by) {}

  private void version(
      UUID organisation, UUID id, int number, String act, RiskPlace.Content content, UUID by) {
    db.sql(
            """
            insert into risk_place_version (place, number, act, content, at, by_user)
            values (:place, :number, :act, :content, :now, :by)""")
        .param("place", id)
        .param("number", number)
        .param("act", act)
        .param("content", sealed.seal(organisation, BEFORE, content))
        .param("now", Columns.now(clock))
        .param("by", by)
        .update();
  }

  /** Versions of a place, the newest first. */
  List<PlaceVersion> versions(UUID organisation, UUID id) {
    return db.sql("select * from risk_place_version where place = :place order by number desc")
        .param("place", id)
        .query(
            (row, number) ->
                new PlaceVersion(
                    row.getInt("number"),
                    row.getString("act"),
                    sealed.open(
                        organisation, BEFORE, row.getBytes("content"), RiskPlace.Content.class),
                    Columns.instant(row, "at"),
                    row.getObject("by_user", UUID.class)))
        .list();
  }

  /** Deletes a place with its versions and actions. */
  void delete(UUID id) {
    rows.delete("risk_place", List.of(id));
  }

  private RiskPlace place(ResultSet row, int number) throws SQLException {
    return new RiskPlace(
        row.getObject("id", UUID.class),
        row.getString("code"),
        sealed.open(
            row.getObject("organisation", UUID.class),
            CONTENT,
            row.getBytes("content"),
            RiskPlace.Content.class),
        row.getInt("version"));
  }
}
