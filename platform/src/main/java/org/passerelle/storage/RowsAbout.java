package org.passerelle.storage;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts the rows that each module holds about a person, table by table, with the oldest moment. It
 * reads identifiers and timestamps, never content.
 */
@Component
public class RowsAbout {
  /** Maximum depth of nesting: an answer, of a grid, of a case, of a person. */
  private static final int DEEPEST = 5;

  /** Columns that hold a row's creation time; the first that the table has is used. */
  private static final List<String> SINCE =
      List.of(
          "at",
          "since",
          "created_at",
          "opened_at",
          "began_at",
          "started_at",
          "made_at",
          "received_at",
          "found_at",
          "asked_at",
          "occurred_at",
          "disclosed_at");

  private final NamedParameterJdbcOperations named;
  private final ForeignKeys keys;
  private final List<Holdings> rooms;

  RowsAbout(NamedParameterJdbcOperations named, ForeignKeys keys, List<Holdings> rooms) {
    this.named = named;
    this.keys = keys;
    // modules that hold the person's own records first, those that keep rows for good last
    this.rooms =
        rooms.stream()
            .sorted(
                Comparator.comparing(
                        (Holdings room) -> room.tables().stream().noneMatch(RowsAbout::goes))
                    .thenComparing(Comparator.comparingInt(Holdings::order).reversed())
                    .thenComparing(Holdings::room))
            .toList();
  }

  /**
   * What a table holds about a person.
   *
   * @param since the oldest row, or null where rows carry no timestamp
   */
  public record Held(String room, String table, int rows, @Nullable Instant since) {}

  /** Every table that holds something about the person, module by module. */
  @Transactional(readOnly = true)
  public List<Held> of(Erased whose) {
    Map<String, Set<String>> columns = columns();
    Map<String, List<String>> ways = ways();
    Set<UUID> known = known(whose, ways, columns);
    return rooms.stream()
        .flatMap(
            room ->
                room.tables().stream()
                    .filter(table -> ways.containsKey(table.name()))
                    .map(
                        table ->
                            held(room.room(), table.name(), new Rows(whose, known), ways, columns)))
        .filter(held -> held.rows > 0)
        .toList();
  }

  /** Identifiers of all rows about the person that other rows refer to. */
  @Transactional(readOnly = true)
  public Set<UUID> identifiers(Erased whose) {
    return Set.copyOf(known(whose, ways(), columns()));
  }

  private static boolean goes(Holdings.Table table) {
    return table.kind() == Holdings.Kind.ERASED;
  }

  private record Rows(Erased whose, Set<UUID> known) {}

  private Held held(
      String room,
      String table,
      Rows rows,
      Map<String, List<String>> ways,
      Map<String, Set<String>> columns) {
    String moment =
        SINCE.stream()
            .filter(columns.getOrDefault(table, Set.of())::contains)
            .findFirst()
            .orElse("");
    return named.query(
        "select count(*), %s from %s"
                .formatted(moment.isEmpty() ? "null" : "min(%s)".formatted(moment), table)
            + where(table, ways, columns),
        Map.of("known", rows.known, "organisation", rows.whose.organisation()),
        row -> {
          row.next();
          OffsetDateTime since = moment.isEmpty() ? null : row.getObject(2, OffsetDateTime.class);
          return new Held(room, table, row.getInt(1), since == null ? null : since.toInstant());
        });
  }

  /** Collects the identifiers of the person's rows that other rows refer to, level by level. */
  private Set<UUID> known(
      Erased whose, Map<String, List<String>> ways, Map<String, Set<String>> columns) {
    Set<UUID> known = new HashSet<>(whose.all());
    for (int level = 0; level < DEEPEST; level++) {
      int before = known.size();
      for (String table : ways.keySet()) {
        if (keys.to().containsKey(table)) {
          known.addAll(
              named.queryForList(
                  "select id from %s".formatted(table) + where(table, ways, columns),
                  Map.of("known", Set.copyOf(known), "organisation", whose.organisation()),
                  UUID.class));
        }
      }
      if (known.size() == before) {
        break;
      }
    }
    return known;
  }

  private static String where(
      String table, Map<String, List<String>> ways, Map<String, Set<String>> columns) {
    return ways.getOrDefault(table, List.of()).stream()
            .map("%s in (:known)"::formatted)
            .collect(Collectors.joining(" or ", " where (", ")"))
        + (columns.getOrDefault(table, Set.of()).contains("organisation")
            ? " and organisation = :organisation"
            : "");
  }

  /**
   * The columns by which each table's rows are about a person; a table without any holds none
   * directly.
   */
  private Map<String, List<String>> ways() {
    List<Holdings.Table> holding =
        rooms.stream()
            .flatMap(room -> room.tables().stream())
            .filter(Holdings.Table::holds)
            .toList();
    Set<String> names = holding.stream().map(Holdings.Table::name).collect(Collectors.toSet());
    Map<String, List<String>> ways = new LinkedHashMap<>();
    for (Holdings.Table table : holding) {
      List<String> by =
          table.by().isEmpty()
              ? names.stream()
                  .flatMap(to -> keys.to().getOrDefault(to, List.of()).stream())
                  .filter(reference -> reference.table().equals(table.name()))
                  .map(ForeignKeys.Reference::column)
                  .distinct()
                  .toList()
              : table.by();
      if (!by.isEmpty()) {
        ways.put(table.name(), by);
      }
    }
    return ways;
  }

  private Map<String, Set<String>> columns() {
    Map<String, Set<String>> all = new LinkedHashMap<>();
    named.query(
        """
        select table_name, column_name from information_schema.columns where table_schema = 'public'
        """,
        Map.of(),
        row -> {
          all.computeIfAbsent(row.getString(1), table -> new LinkedHashSet<>())
              .add(row.getString(2));
        });
    return all;
  }
}
