package org.passerelle.protect.casework.placement.place;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.storage.Columns;
import org.passerelle.storage.SealedJson;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores places; bed numbers are computed on reading. */
@Component
class PlaceRows {
  /** Encryption context of the texts. */
  static final String WORDS = "safe_place.details";

  private final JdbcClient db;
  private final SealedJson sealed;
  private final PlaceChanges changes;
  private final Clock clock;

  PlaceRows(JdbcClient db, SealedJson sealed, PlaceChanges changes, Clock clock) {
    this.db = db;
    this.sealed = sealed;
    this.changes = changes;
    this.clock = clock;
  }

  /** A place by identifier. */
  Optional<Place> find(UUID id) {
    return some(List.of(id)).stream().findFirst();
  }

  /** Places in the given order; unknown ones are left out. */
  List<Place> some(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<UUID, Place> found = new HashMap<>();
    whole(
            db.sql(
                    """
                    select p.id, p.organisation, p.house, p.code, p.version, p.state, p.capacity, p.taken_otherwise,
                           p.confirmed_at, p.sex, p.age_from, p.age_until, p.opening, p.details,
                           (select count(*) from place_bed b
                             where b.place = p.id and b.ended_at is null and b.until_at > :now) as held,
                           (select count(*) from place_bed b
                             where b.place = p.id and b.ended_at is null and b.until_at is null) as kept
                      from unnest(cast(:ids as uuid array)) as a (id) join safe_place p on p.id = a.id
                    """)
                .param("ids", UuidArray.of(ids))
                .param("now", Columns.now(clock))
                .query(PlaceRows::row)
                .list())
        .forEach(place -> found.put(place.id(), place));
    return ids.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  /** Locks a place until the transaction ends, so that its beds are allocated one after another. */
  void hold(UUID id) {
    db.sql("select id from safe_place where id = :id for update")
        .param("id", id)
        .query(UUID.class)
        .optional();
  }

  void insert(UUID id, String code, PlaceDraft draft, UUID organisation, UUID user) {
    changes.changed(id);
    db.sql(
            """
            insert into safe_place
              (id, organisation, house, code, version, state, capacity, taken_otherwise, sex, age_from, age_until,
               opening, details, at, by_user)
            values
              (:id, :organisation, :house, :code, 1, 'open', :capacity, 0, :sex, :from, :until,
               :opening, :details, :at, :user)
            """)
        .params(values(id, draft))
        .param("organisation", organisation)
        .param("code", code)
        .param("at", Columns.now(clock))
        .param("user", user)
        .update();
    rest(id, draft);
  }

  /** Updates a place; false if it was changed since that version. */
  boolean update(UUID id, int version, PlaceDraft draft) {
    changes.changed(id);
    int changed =
        db.sql(
                """
                update safe_place
                   set house = :house, capacity = :capacity, sex = :sex, age_from = :from, age_until = :until,
                       opening = :opening, details = :details, version = version + 1
                 where id = :id and version = :version
                """)
            .params(values(id, draft))
            .param("version", version)
            .update();
    if (changed == 1) {
      db.sql("delete from safe_place_trait where place = :id").param("id", id).update();
      db.sql("delete from safe_place_placer where place = :id").param("id", id).update();
      rest(id, draft);
    }
    return changed == 1;
  }

  void state(UUID id, String state) {
    changes.changed(id);
    db.sql("update safe_place set state = :state where id = :id")
        .param("state", state)
        .param("id", id)
        .update();
  }

  private Map<String, Object> values(UUID id, PlaceDraft draft) {
    Map<String, Object> values = new HashMap<>();
    values.put("id", id);
    values.put("house", draft.house());
    values.put("capacity", draft.capacity());
    values.put("sex", draft.takes().sex());
    values.put("from", draft.takes().ageFrom());
    values.put("until", draft.takes().ageUntil());
    values.put("opening", draft.takes().opening());
    values.put("details", sealed.seal(id, WORDS, draft.words()));
    return values;
  }

  private void rest(UUID id, PlaceDraft draft) {
    traits(id, "language", draft.takes().languages());
    traits(id, "training", draft.takes().training());
    traits(id, "access", draft.takes().access());
    traits(id, "service", draft.takes().services());
    for (UUID placer : draft.placers()) {
      db.sql("insert into safe_place_placer (place, organisation) values (:id, :organisation)")
          .param("id", id)
          .param("organisation", placer)
          .update();
    }
  }

  private void traits(UUID id, String kind, List<String> codes) {
    for (String code : Set.copyOf(codes)) {
      db.sql("insert into safe_place_trait (place, kind, code) values (:id, :kind, :code)")
          .param("id", id)
          .param("kind", kind)
          .param("code", code)
          .update();
    }
  }

  private record Row(
      UUID id,
      UUID organisation,
      UUID house,
      String code,
      int version,
      String state,
      Place.Beds beds,
      java.time.@Nullable Instant confirmedAt,
      String sex,
      int from,
      int until,
      String opening,
      byte[] details) {}

  private static Row row(ResultSet row, int i) throws SQLException {
    return new Row(
        row.getObject("id", UUID.class),
        row.getObject("organisation", UUID.class),
        row.getObject("house", UUID.class),
        row.getString("code"),
        row.getInt("version"),
        row.getString("state"),
        new Place.Beds(
            row.getInt("capacity"),
            row.getInt("held"),
            row.getInt("kept"),
            row.getInt("taken_otherwise")),
        Columns.instantOrNull(row, "confirmed_at"),
        row.getString("sex"),
        row.getInt("age_from"),
        row.getInt("age_until"),
        row.getString("opening"),
        row.getBytes("details"));
  }

  private record Trait(UUID place, String kind, String code) {}

  private record Placer(UUID place, UUID organisation) {}

  /** Adds data from other tables with one query each for all places. */
  private List<Place> whole(List<Row> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    List<UUID> ids = rows.stream().map(Row::id).toList();
    Map<UUID, Map<String, List<String>>> traits = new HashMap<>();
    db.sql(
            """
            select t.place, t.kind, t.code
              from unnest(cast(:ids as uuid array)) as a (id) join safe_place_trait t on t.place = a.id
             order by t.kind, t.code
            """)
        .param("ids", UuidArray.of(ids))
        .query(Trait.class)
        .list()
        .forEach(
            t ->
                traits
                    .computeIfAbsent(t.place, p -> new HashMap<>())
                    .computeIfAbsent(t.kind, k -> new ArrayList<>())
                    .add(t.code));
    Map<UUID, Set<UUID>> placers = new HashMap<>();
    db.sql(
            """
            select o.place, o.organisation
              from unnest(cast(:ids as uuid array)) as a (id) join safe_place_placer o on o.place = a.id
            """)
        .param("ids", UuidArray.of(ids))
        .query(Placer.class)
        .list()
        .forEach(p -> placers.computeIfAbsent(p.place, q -> new HashSet<>()).add(p.organisation));
    return rows.stream()
        .map(
            row ->
                place(
                    row,
                    traits.getOrDefault(row.id, Map.of()),
                    placers.getOrDefault(row.id, Set.of())))
        .toList();
  }

  private Place place(Row row, Map<String, List<String>> traits, Set<UUID> placers) {
    return new Place(
        row.id,
        row.organisation,
        row.house,
        placers,
        row.code,
        row.version,
        row.state,
        new Place.Takes(
            row.sex,
            row.from,
            row.until,
            row.opening,
            traits.getOrDefault("language", List.of()),
            traits.getOrDefault("training", List.of()),
            traits.getOrDefault("access", List.of()),
            traits.getOrDefault("service", List.of())),
        row.beds,
        row.confirmedAt,
        sealed.open(row.id, WORDS, row.details, Place.Words.class));
  }
}
