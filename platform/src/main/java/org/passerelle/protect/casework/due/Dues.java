package org.passerelle.protect.casework.due;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Texts;
import org.passerelle.protect.casework.cases.CaseSight;
import org.passerelle.protect.casework.cases.team.StandIns;
import org.passerelle.storage.Columns;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Due items for the Today page, the boards and the calendar. The list of cases and the map use the
 * earliest deadline stored with the case, which is updated together with these rows.
 */
@Service
public class Dues {
  /** Limit of counting; beyond it the number is shown as "more than". */
  public static final int COUNTED = 1_000;

  private static final Comparator<DueThing> EARLIEST =
      Comparator.comparing(DueThing::at).thenComparing(DueThing::id);

  /** If the list is cut off, items of persons in need now are kept. */
  private static final Comparator<DueThing> PRESSING =
      Comparator.comparing((DueThing one) -> !one.pressing()).thenComparing(EARLIEST);

  private final JdbcClient db;
  private final CaseSight sight;
  private final DueWords words;
  private final StandIns standIns;
  private final List<CaselessDueSource> loose;
  private final Clock clock;

  Dues(
      JdbcClient db,
      CaseSight sight,
      DueWords words,
      StandIns standIns,
      List<CaselessDueSource> loose,
      Clock clock) {
    this.db = db;
    this.sight = sight;
    this.words = words;
    this.standIns = standIns;
    this.loose = List.copyOf(loose);
    this.clock = clock;
  }

  /**
   * Items due within a period that are assigned to the reader or to those whom they stand in for;
   * for a supervisor also items that wait for any supervisor. Earliest first; if there are more
   * than the limit, urgent ones are kept.
   *
   * @param opened whether titles of tasks are decrypted
   */
  @Transactional(readOnly = true)
  public List<DueThing> mine(SignedIn who, Duration ahead, boolean opened, int most, Texts texts) {
    Instant until = clock.instant().plus(ahead);
    Set<DueWords.Found> found = new LinkedHashSet<>();
    List<UUID> doers = standIns.doers(who);
    found.addAll(
        sight
            .sql(
                """
                select d.*, c.code from case_due d join {case c} on c.id = d.case_id
                 where d.organisation = :organisation and d.due_at < :until
                   and d.assigned = any(cast(:doers as uuid array)) and {team c}
                 order by case when d.kind = any(cast(:pressing as varchar array)) then 0 else 1 end,
                          d.due_at, d.subject
                 limit :most
                """,
                who)
            .param("doers", UuidArray.of(doers))
            .param("pressing", words.pressing())
            .param("until", Columns.at(until))
            .param("most", most)
            .query(DueWords::found)
            .list());
    found.addAll(
        sight
            .sql(
                """
                select d.*, c.code from {own c} join case_due d on d.case_id = c.id and d.for_team
                 where d.due_at < :until and (d.assigned is null or d.assigned <> :user)
                 order by case when d.kind = any(cast(:pressing as varchar array)) then 0 else 1 end,
                          d.due_at, d.subject
                 limit :most
                """,
                who)
            .param("pressing", words.pressing())
            .param("until", Columns.at(until))
            .param("most", most)
            .query(DueWords::found)
            .list());
    if (who.is(Role.SUPERVISOR)) {
      found.addAll(
          sight
              .sql(
                  """
                  select d.*, c.code from case_due d join {case c} on c.id = d.case_id
                   where d.organisation = :organisation and d.assigned is null
                     and d.due_at < :until and {seen c}
                   order by case when d.kind = any(cast(:pressing as varchar array)) then 0 else 1 end,
                            d.due_at, d.subject
                   limit :most
                  """,
                  who)
              .param("pressing", words.pressing())
              .param("until", Columns.at(until))
              .param("most", most)
              .query(DueWords::found)
              .list());
    }
    List<DueThing> things = words.things(found, opened, texts);
    loose(who, texts).stream().filter(thing -> thing.late(until)).forEach(things::add);
    things.sort(PRESSING);
    List<DueThing> shown = new ArrayList<>(things.subList(0, Math.min(most, things.size())));
    shown.sort(EARLIEST);
    return shown;
  }

  /** Overdue items in all cases that the reader sees, longest overdue first. */
  @Transactional(readOnly = true)
  public List<DueThing> overdue(SignedIn who, int most, Texts texts) {
    Instant now = clock.instant();
    List<DueThing> things =
        words.things(
            sight
                .sql(
                    """
                    select d.*, c.code from case_due d join {case c} on c.id = d.case_id
                     where d.organisation = :organisation and d.due_at < :seenAt and {seen c}
                     order by d.due_at, d.subject limit :most
                    """,
                    who)
                .param("most", most)
                .query(DueWords::found)
                .list(),
            false,
            texts);
    loose(who, texts).stream().filter(thing -> thing.late(now)).forEach(things::add);
    things.sort(EARLIEST);
    return things;
  }

  /**
   * Number of overdue items of a supervisor's colleagues, and since when; empty if there are none.
   */
  @Transactional(readOnly = true)
  public Optional<Overdue> overdueOfOthers(SignedIn who) {
    return sight
        .sql(
            """
            select count(*) as things, min(late.due_at) as since
              from (select d.due_at from case_due d join {case c} on c.id = d.case_id
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

  /** Summary of overdue items. */
  public record Overdue(int things, Instant since) {}

  /** Due items of a case, for a reader who sees it, earliest first. */
  @Transactional(readOnly = true)
  public List<DueThing> of(UUID caseId, SignedIn who, Texts texts) {
    return words.things(
        sight
            .sql(
                """
                select d.*, c.code from case_due d join {case c} on c.id = d.case_id
                 where d.case_id = :case and {seen c}
                 order by d.due_at, d.subject
                """,
                who)
            .param("case", caseId)
            .query(DueWords::found)
            .list(),
        false,
        texts);
  }

  /** Items that wait for the reader and belong to no case of the organisation yet. */
  @Transactional(readOnly = true)
  public List<DueThing> loose(SignedIn who, Texts texts) {
    return loose.stream().flatMap(one -> one.waiting(who, texts).stream()).toList();
  }

  /** Numbers of open and overdue items by assignee. */
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

  /** Numbers of an assignee; without a user for items that wait for any supervisor. */
  public record Load(Optional<UUID> user, int things, int late) {}
}
