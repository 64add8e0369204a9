package org.passerelle.protect.casework.placement.place;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Caches what boards need of every place on this node: only data that are unencrypted and
 * independent of reader and time. After a change only the changed places are read again. Readers do
 * not wait for each other. Thread-safe.
 */
@Component
class KnownPlaces {
  private static final Comparator<Known> BY_CODE = Comparator.comparing(Known::code);
  private static final UUID NOBODY = new UUID(0, 0);
  private static final String PLACERS = "select place, organisation from safe_place_placer";
  private static final String PLACERS_OF =
      "select place, organisation from safe_place_placer where place = :place";
  private static final String OFFERS = "select place, code from safe_place_trait";
  private static final String OFFERS_OF =
      "select place, code from safe_place_trait where place = :place";
  private static final String TAKEN = "select * from place_bed where ended_at is null";
  private static final String TAKEN_OF =
      "select * from place_bed where ended_at is null and place = :place";
  private static final String PLACES =
      """
      select id, code, organisation, house, state, sex, age_from, age_until, confirmed_at, capacity,
             taken_otherwise
        from safe_place
      """;
  private static final String PLACE =
      """
      select id, code, organisation, house, state, sex, age_from, age_until, confirmed_at, capacity,
             taken_otherwise
        from safe_place where id = :place
      """;
  private final JdbcClient db;
  private final PlaceChanges changes;
  private volatile Snapshot present = new Snapshot(-1, List.of());

  KnownPlaces(JdbcClient db, PlaceChanges changes) {
    this.db = db;
    this.changes = changes;
  }

  /**
   * A cached place. Immutable.
   *
   * @param placers further organisations whose teams may place there
   * @param offers codes of languages, training, services and access
   * @param kept beds that are allocated
   * @param holds held beds; some may have expired
   */
  record Known(
      UUID id,
      String code,
      UUID organisation,
      UUID house,
      Set<UUID> placers,
      String state,
      String sex,
      int ageFrom,
      int ageUntil,
      @Nullable Instant confirmedAt,
      int capacity,
      int otherwise,
      List<String> offers,
      int kept,
      List<Bed> holds) {

    /** The place as seen by a team now, or null if it is not visible to them. */
    @Nullable PlaceLine line(UUID own, Instant now) {
      boolean placed = organisation.equals(own) || placers.contains(own);
      boolean run = house.equals(own);
      return placed || run
          ? new PlaceLine(
              id,
              code,
              house,
              placed,
              run,
              state,
              sex,
              ageFrom,
              ageUntil,
              confirmedAt,
              new Place.Beds(capacity, held(now), kept, otherwise))
          : null;
    }

    private int held(Instant now) {
      return holds.isEmpty() ? 0 : (int) holds.stream().filter(bed -> bed.held(now)).count();
    }
  }

  /**
   * All places after a given number of changes, by code.
   *
   * @param at number of changes before they were read
   */
  private record Snapshot(long at, List<Known> places) {}

  /** All places, by code. */
  List<Known> all() {
    if (changes.own()) {
      return read();
    }
    Snapshot before = present;
    long now = changes.count();
    if (before.at == now) {
      return before.places;
    }
    List<Known> places =
        before.at < 0
            ? read()
            : changes
                .between(before.at, now)
                .map(some -> renewed(before.places, some))
                .orElseGet(() -> read());
    return newest(new Snapshot(now, List.copyOf(places))).places;
  }

  /** Keeps the more recent snapshot. */
  private synchronized Snapshot newest(Snapshot read) {
    if (read.at > present.at) {
      present = read;
    }
    return present;
  }

  private List<Known> renewed(List<Known> places, Set<UUID> some) {
    List<Known> all = new ArrayList<>(places);
    all.removeIf(place -> some.contains(place.id));
    some.forEach(place -> all.addAll(read(true, place)));
    all.sort(BY_CODE);
    return all;
  }

  private List<Known> read() {
    return read(false, NOBODY);
  }

  private record Placer(UUID place, UUID organisation) {}

  private record Offered(UUID place, String code) {}

  /**
   * Reads one place or all; separate statements, because a combined condition would use no index.
   */
  private List<Known> read(boolean one, UUID place) {
    Map<UUID, Set<UUID>> placers = new HashMap<>();
    db.sql(one ? PLACERS_OF : PLACERS)
        .param("place", place)
        .query(Placer.class)
        .list()
        .forEach(p -> placers.computeIfAbsent(p.place, q -> new HashSet<>()).add(p.organisation));
    Map<UUID, List<String>> offers = new HashMap<>();
    db.sql(one ? OFFERS_OF : OFFERS)
        .param("place", place)
        .query(Offered.class)
        .list()
        .forEach(o -> offers.computeIfAbsent(o.place, p -> new ArrayList<>()).add(o.code.intern()));
    Map<UUID, List<Bed>> holds = new HashMap<>();
    Map<UUID, Integer> kept = new HashMap<>();
    for (Bed bed :
        db.sql(one ? TAKEN_OF : TAKEN).param("place", place).query(BedRows::bed).list()) {
      if (bed.until() == null) {
        kept.merge(bed.place(), 1, Integer::sum);
      } else {
        holds.computeIfAbsent(bed.place(), p -> new ArrayList<>()).add(bed);
      }
    }
    return db
        .sql(one ? PLACE : PLACES)
        .param("place", place)
        .query(
            (row, i) -> {
              UUID id = row.getObject("id", UUID.class);
              return known(
                  row,
                  Set.copyOf(placers.getOrDefault(id, Set.of())),
                  List.copyOf(offers.getOrDefault(id, List.of())),
                  kept.getOrDefault(id, 0),
                  List.copyOf(holds.getOrDefault(id, List.of())));
            })
        .list()
        .stream()
        .sorted(BY_CODE)
        .toList();
  }

  private static Known known(
      ResultSet row, Set<UUID> placers, List<String> offers, int kept, List<Bed> holds)
      throws SQLException {
    return new Known(
        row.getObject("id", UUID.class),
        row.getString("code"),
        row.getObject("organisation", UUID.class),
        row.getObject("house", UUID.class),
        placers,
        row.getString("state"),
        row.getString("sex"),
        row.getInt("age_from"),
        row.getInt("age_until"),
        Columns.instantOrNull(row, "confirmed_at"),
        row.getInt("capacity"),
        row.getInt("taken_otherwise"),
        offers,
        kept,
        holds);
  }
}
