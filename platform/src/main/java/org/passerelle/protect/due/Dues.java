package org.passerelle.protect.due;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Texts;
import org.passerelle.protect.Columns;
import org.passerelle.protect.cases.CaseSight;
import org.passerelle.protect.cases.Due;
import org.passerelle.protect.cases.DueSource;
import org.passerelle.storage.Among;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is due, for whoever looks: the first page, the boards, the calendar. The list of cases and
 * the map read the earliest moment beside the case, which is kept with these rows.
 */
@Service
public class Dues {
  /** Counted up to here; beyond, it is "more than". */
  public static final int COUNTED = 1_000;

  private static final Comparator<DueThing> EARLIEST =
      Comparator.comparing(DueThing::at).thenComparing(DueThing::id);

  private final JdbcClient db;
  private final CaseSight sight;
  private final Map<String, DueSource> sources;
  private final List<LooseDue> loose;
  private final Clock clock;

  Dues(JdbcClient db, CaseSight sight, List<DueSource> sources, List<LooseDue> loose, Clock clock) {
    this.db = db;
    this.sight = sight;
    this.sources = sources.stream().collect(Collectors.toMap(DueSource::kind, s -> s));
    this.loose = List.copyOf(loose);
    this.clock = clock;
  }

  /**
   * What the reader has to do within a time, or for whom they stand in; for a supervisor also what
   * waits for supervisors. The earliest come first.
   *
   * @param opened whether tasks are told in the words of whoever wrote them
   */
  @Transactional(readOnly = true)
  public List<DueThing> mine(SignedIn who, Duration ahead, boolean opened, int most, Texts texts) {
    Instant until = clock.instant().plus(ahead);
    Set<Found> found = new LinkedHashSet<>();
    List<UUID> doers = doers(who);
    found.addAll(
        sight
            .sql(
                """
                select d.*, c.code from case_due d join protect_case c on c.id = d.case_id
                 where d.organisation = :organisation and d.due_at < :until
                   and d.assigned = any(cast(:doers as uuid array)) and {team c}
                 order by d.due_at, d.subject limit :most
                """,
                who)
            .param("doers", Among.these(doers))
            .param("until", Columns.at(until))
            .param("most", most)
            .query(Dues::found)
            .list());
    found.addAll(
        sight
            .sql(
                """
                select d.*, c.code from {own c} join case_due d on d.case_id = c.id and d.for_team
                 where d.due_at < :until and (d.assigned is null or d.assigned <> :user)
                 order by d.due_at, d.subject limit :most
                """,
                who)
            .param("until", Columns.at(until))
            .param("most", most)
            .query(Dues::found)
            .list());
    if (who.is(Role.SUPERVISOR)) {
      found.addAll(
          sight
              .sql(
                  """
                  select d.*, c.code from case_due d join protect_case c on c.id = d.case_id
                   where d.organisation = :organisation and d.assigned is null
                     and d.due_at < :until and {seen c}
                   order by d.due_at, d.subject limit :most
                  """,
                  who)
              .param("until", Columns.at(until))
              .param("most", most)
              .query(Dues::found)
              .list());
    }
    List<DueThing> things = things(found, opened, texts);
    loose(who, texts).stream().filter(thing -> thing.late(until)).forEach(things::add);
    things.sort(EARLIEST);
    return things.size() > most ? things.subList(0, most) : things;
  }

  /** What has passed in all cases that the reader sees, the longest first. */
  @Transactional(readOnly = true)
  public List<DueThing> overdue(SignedIn who, int most, Texts texts) {
    Instant now = clock.instant();
    List<DueThing> things =
        things(
            sight
                .sql(
                    """
                    select d.*, c.code from case_due d join protect_case c on c.id = d.case_id
                     where d.organisation = :organisation and d.due_at < :seenAt and {seen c}
                     order by d.due_at, d.subject limit :most
                    """,
                    who)
                .param("most", most)
                .query(Dues::found)
                .list(),
            false,
            texts);
    loose(who, texts).stream().filter(thing -> thing.late(now)).forEach(things::add);
    things.sort(EARLIEST);
    return things;
  }

  /**
   * How much has passed that a supervisor's colleagues have to do, and since when; nothing where
   * there is none.
   */
  @Transactional(readOnly = true)
  public Optional<Overdue> overdueOfOthers(SignedIn who) {
    return sight
        .sql(
            """
            select count(*) as things, min(late.due_at) as since
              from (select d.due_at from case_due d join protect_case c on c.id = d.case_id
                     where d.organisation = :organisation and d.due_at < :seenAt
                       and d.assigned <> :user and {open c}
                     order by d.due_at limit :most) late
            """,
            who)
        .param("most", COUNTED + 1)
        .query(
            (row, i) ->
                new Overdue(
                    row.getInt("things"),
                    Optional.ofNullable(Columns.instantOrNull(row, "since"))
                        .orElse(clock.instant())))
        .optional()
        .filter(one -> one.things > 0);
  }

  /** So much is overdue. */
  public record Overdue(int things, Instant since) {}

  /** What is due in a case, for whoever sees it, the earliest first. */
  @Transactional(readOnly = true)
  public List<DueThing> of(UUID caseId, SignedIn who, Texts texts) {
    return things(
        sight
            .sql(
                """
                select d.*, c.code from case_due d join protect_case c on c.id = d.case_id
                 where d.case_id = :case and {seen c}
                 order by d.due_at, d.subject
                """,
                who)
            .param("case", caseId)
            .query(Dues::found)
            .list(),
        false,
        texts);
  }

  /** What waits for the reader and belongs to no case of the organisation yet. */
  @Transactional(readOnly = true)
  public List<DueThing> loose(SignedIn who, Texts texts) {
    return loose.stream().flatMap(one -> one.waiting(who, texts).stream()).toList();
  }

  /** Open things of cases and those that have passed, by whose they are; numbers alone. */
  @Transactional(readOnly = true)
  public List<Load> load(SignedIn who) {
    return db.sql(
            """
            select d.assigned, count(*) as things,
                   count(case when d.due_at < :now then 1 end) as late
              from case_due d where d.organisation = :organisation group by d.assigned
            """)
        .param("organisation", who.organisation())
        .param("now", Columns.at(clock.instant()))
        .query(
            (row, i) ->
                new Load(
                    Optional.ofNullable(row.getObject("assigned", UUID.class)),
                    row.getInt("things"),
                    row.getInt("late")))
        .list();
  }

  /** What somebody has to do; of nobody in particular what waits for supervisors. */
  public record Load(Optional<UUID> user, int things, int late) {}

  private record Found(Due due, String code) {}

  private static Found found(ResultSet row, int number) throws SQLException {
    return new Found(DueRows.due(row), row.getString("code"));
  }

  /** The reader, and for whom they stand in now. */
  private List<UUID> doers(SignedIn who) {
    List<UUID> doers =
        new ArrayList<>(
            db.sql(
                    """
                    select absent from absence
                     where cover = :user and ended_at is null and from_at <= :now
                       and until_at > :now
                    """)
                .param("user", who.user())
                .param("now", Columns.at(clock.instant()))
                .query(UUID.class)
                .list());
    doers.add(who.user());
    return doers;
  }

  private List<DueThing> things(Collection<Found> found, boolean opened, Texts texts) {
    Map<UUID, String> told = new HashMap<>();
    if (opened) {
      found.stream()
          .map(Found::due)
          .collect(Collectors.groupingBy(Due::kind))
          .forEach((kind, own) -> told.putAll(source(kind).opened(own)));
    }
    List<DueThing> things = new ArrayList<>();
    for (Found one : found) {
      Due due = one.due;
      DueSource source = source(due.kind());
      things.add(
          new DueThing(
              due.kind(),
              source.group(),
              id(due),
              due.caseId(),
              one.code,
              due.assigned(),
              due.at(),
              due.day() != null,
              told.getOrDefault(due.subject(), source.words(due, texts)),
              source.outside(due, texts),
              source.path(due),
              source.action(),
              source.onFirstPage(),
              source.pressing()));
    }
    return things;
  }

  private static UUID id(Due due) {
    String key = due.kind() + " " + due.subject() + " " + due.detail();
    return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
  }

  private DueSource source(String kind) {
    DueSource source = sources.get(kind);
    if (source == null) {
      throw new IllegalStateException(
          "Something is due of the kind \"%s\", which no source knows.\nMaybe a source was taken out without its rows in case_due."
              .formatted(kind));
    }
    return source;
  }
}
