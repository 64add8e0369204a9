package org.passerelle.protect.casework.placement.place;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores beds. */
@Component
class BedRows {
  private final JdbcClient db;
  private final PlaceChanges changes;
  private final Clock clock;

  BedRows(JdbcClient db, PlaceChanges changes, Clock clock) {
    this.db = db;
    this.changes = changes;
    this.clock = clock;
  }

  void insert(Bed bed) {
    changes.changed(bed.place());
    db.sql(
            """
            insert into place_bed (id, place, organisation, case_id, by_user, made_at, until_at)
            values (:id, :place, :organisation, :case, :user, :at, :until)
            """)
        .param("id", bed.id())
        .param("place", bed.place())
        .param("organisation", bed.organisation())
        .param("case", bed.caseId())
        .param("user", bed.by())
        .param("at", Columns.at(bed.madeAt()))
        .param("until", bed.until() == null ? null : Columns.at(bed.until()))
        .update();
  }

  Optional<Bed> find(UUID id) {
    return db.sql("select * from place_bed where id = :id")
        .param("id", id)
        .query(BedRows::bed)
        .optional();
  }

  /** Current holds of a place, earliest expiry first. */
  List<Bed> held(UUID place) {
    return db.sql(
            """
            select * from place_bed where place = :place and ended_at is null and until_at > :now
             order by until_at, id
            """)
        .param("place", place)
        .param("now", Columns.at(clock.instant()))
        .query(BedRows::bed)
        .list();
  }

  /** Current holds of a team, earliest expiry first. */
  List<Bed> heldBy(UUID organisation) {
    return db.sql(
            """
            select * from place_bed where organisation = :own and ended_at is null and until_at > :now
             order by until_at, id
            """)
        .param("own", organisation)
        .param("now", Columns.at(clock.instant()))
        .query(BedRows::bed)
        .list();
  }

  /** Expired holds that have not been reported. */
  List<Bed> lapsed() {
    return db.sql(
            "select * from place_bed where ended_at is null and until_at <= :now order by until_at, id")
        .param("now", Columns.at(clock.instant()))
        .query(BedRows::bed)
        .list();
  }

  /** Turns a hold into a bed that is allocated until the person leaves. */
  void keep(Bed bed, UUID caseId) {
    changes.changed(bed.place());
    db.sql(
            """
            update place_bed set until_at = null, ended_at = null, ended = null, case_id = :case where id = :id
            """)
        .param("case", caseId)
        .param("id", bed.id())
        .update();
  }

  /** Releases a bed; false if it was already released. */
  boolean end(Bed bed, String how) {
    changes.changed(bed.place());
    return db.sql(
                "update place_bed set ended_at = :now, ended = :how where id = :id and ended_at is null")
            .param("now", Columns.at(clock.instant()))
            .param("how", how)
            .param("id", bed.id())
            .update()
        == 1;
  }

  /** Beds of a case. */
  List<Bed> of(UUID caseId) {
    return db.sql("select * from place_bed where case_id = :case order by made_at, id")
        .param("case", caseId)
        .query(BedRows::bed)
        .list();
  }

  /** Deletes the record of a bed. */
  void delete(Bed bed) {
    changes.changed(bed.place());
    db.sql("delete from place_bed where id = :id").param("id", bed.id()).update();
  }

  /** Stores how many beds are otherwise occupied, and when and by whom that was reported. */
  void confirmed(UUID place, int otherwise, UUID user) {
    changes.changed(place);
    db.sql(
            """
            update safe_place set taken_otherwise = :otherwise, confirmed_at = :now, confirmed_by = :user
             where id = :id
            """)
        .param("otherwise", otherwise)
        .param("now", Columns.at(clock.instant()))
        .param("user", user)
        .param("id", place)
        .update();
  }

  /** Counts one more bed as occupied by an unknown person, until the house reports. */
  void takenByUnknown(UUID place) {
    changes.changed(place);
    db.sql(
            """
            update safe_place set taken_otherwise = taken_otherwise + 1, confirmed_at = null where id = :id
            """)
        .param("id", place)
        .update();
  }

  static Bed bed(ResultSet row, int i) throws SQLException {
    return new Bed(
        row.getObject("id", UUID.class),
        row.getObject("place", UUID.class),
        row.getObject("organisation", UUID.class),
        row.getObject("case_id", UUID.class),
        row.getObject("by_user", UUID.class),
        Columns.instant(row, "made_at"),
        Columns.instantOrNull(row, "until_at"),
        Columns.instantOrNull(row, "ended_at"));
  }
}
