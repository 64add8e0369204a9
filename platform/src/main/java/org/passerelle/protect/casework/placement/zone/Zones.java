package org.passerelle.protect.casework.placement.zone;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseRecord;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.placement.place.NoShelter;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.SealedJson;
import org.passerelle.storage.UuidArray;
import org.passerelle.undo.Undo;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Exclusion zones of a case, maintained by its team. They show where suspects live and are
 * encrypted with the case; a placing team sees those of children who wait for a place or have one.
 */
@Service
public class Zones {
  static final String ENDED = "zone.ended";
  private static final String PLACE = "exclusion_zone.details";
  private static final CaseRecord.Shape ZONE =
      new CaseRecord.Shape(
          "zone",
          "zone.added",
          PLACE,
          """
          insert into exclusion_zone
            (id, case_id, kind, origin, source, kilometres, minutes, details, at, by_user)
          values
            (:id, :case, :kind, :origin, :source, :kilometres, :minutes, :sealed, :at, :user)
          """);
  private final JdbcClient db;
  private final SealedJson sealed;
  private final Cases cases;
  private final CaseRecord records;
  private final List<ZoneSource> sources;
  private final EpisodeRoutes routes;
  private final Undo undo;
  private final NoShelter shelter;

  Zones(
      JdbcClient db,
      SealedJson sealed,
      Cases cases,
      CaseRecord records,
      List<ZoneSource> sources,
      EpisodeRoutes routes,
      Undo undo,
      NoShelter shelter) {
    this.undo = undo;
    this.db = db;
    this.sealed = sealed;
    this.cases = cases;
    this.records = records;
    this.sources = List.copyOf(sources);
    this.routes = routes;
    this.shelter = shelter;
  }

  /**
   * Current zones, newest first.
   *
   * @throws NotFound if no such case is visible to this reader
   */
  @Transactional(readOnly = true)
  public List<ExclusionZone> of(UUID caseId, SignedIn who) {
    cases.check(caseId, who);
    return ofPlaced(caseId);
  }

  /** The same for those who may place the child; the caller has checked access. */
  @Transactional(readOnly = true)
  public List<ExclusionZone> ofPlaced(UUID caseId) {
    return db.sql(
            """
            select * from exclusion_zone where case_id = :case and ended_at is null order by at desc, id
            """)
        .param("case", caseId)
        .query(this::zone)
        .list();
  }

  /** The same for many cases. */
  @Transactional(readOnly = true)
  public List<ExclusionZone> ofPlaced(Collection<UUID> cases) {
    return db.sql(
            """
            select * from exclusion_zone
             where case_id = any(cast(:ids as uuid array)) and ended_at is null order by at desc, id
            """)
        .param("ids", UuidArray.of(cases))
        .query(this::zone)
        .list();
  }

  /** Number of current zones. */
  @Transactional(readOnly = true)
  public int count(UUID caseId, SignedIn who) {
    cases.check(caseId, who);
    return db.sql("select count(*) from exclusion_zone where case_id = :case and ended_at is null")
        .param("case", caseId)
        .query(Integer.class)
        .single();
  }

  /** Proposals that are not zones yet. */
  @Transactional(readOnly = true)
  public List<ZoneSource.Proposed> proposed(UUID caseId, SignedIn who) {
    Case file = cases.find(caseId, who);
    Set<UUID> made =
        db
            .sql("select source from exclusion_zone where case_id = :case and source is not null")
            .param("case", caseId)
            .query(UUID.class)
            .list()
            .stream()
            .collect(Collectors.toUnmodifiableSet());
    return Stream.concat(
            sources.stream().flatMap(source -> source.of(file, who).stream()),
            routes.of(file, ofPlaced(caseId), who).stream())
        .filter(p -> !made.contains(p.source()))
        .toList();
  }

  /**
   * Adds a zone.
   *
   * @throws Refused if its words name a shelter
   */
  @Transactional
  public UUID add(UUID caseId, ExclusionZone.Draft draft, SignedIn who) {
    cases.check(caseId, who);
    shelter.check(draft.words().byField(), who.organisation());
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("kind", draft.kind());
    row.put("origin", draft.origin());
    row.put("source", draft.source());
    row.put("kilometres", draft.kilometres());
    row.put("minutes", draft.minutes());
    return records.add(
        ZONE,
        caseId,
        Map.of(),
        who,
        (at, rows) ->
            records.row(
                ZONE,
                new CaseRecord.Written(caseId, at, who),
                draft.kind(),
                row,
                draft.words(),
                rows));
  }

  /**
   * Ends a zone.
   *
   * @return identifier of the undo offer; empty if it had already ended
   */
  @Transactional
  public Optional<UUID> end(UUID caseId, UUID zone, SignedIn who) {
    cases.check(caseId, who);
    int ended =
        db.sql(
                """
                update exclusion_zone set ended_at = :now, ended_by = :user
                 where id = :id and case_id = :case and ended_at is null
                """)
            .param("now", records.now())
            .param("user", who.user())
            .param("id", zone)
            .param("case", caseId)
            .update();
    if (ended == 0) {
      return Optional.empty();
    }
    records.write(caseId, ENDED, "", zone, Map.of("zone", zone.toString()), who);
    return Optional.of(undo.offer(ENDED, zone, "", who));
  }

  private ExclusionZone zone(ResultSet row, int i) throws SQLException {
    UUID caseId = row.getObject("case_id", UUID.class);
    return new ExclusionZone(
        row.getObject("id", UUID.class),
        caseId,
        row.getString("kind"),
        row.getString("origin"),
        row.getObject("source", UUID.class),
        row.getObject("kilometres", Integer.class),
        row.getObject("minutes", Integer.class),
        sealed.open(caseId, PLACE, row.getBytes("details"), ExclusionZone.Words.class),
        Columns.instant(row, "at"),
        row.getObject("by_user", UUID.class));
  }
}
