package org.passerelle.protect.casework.list;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Reader;
import org.passerelle.protect.casework.cases.CaseSight;
import org.passerelle.protect.casework.cases.CaseState;
import org.passerelle.protect.casework.cases.Risk;
import org.passerelle.protect.casework.cases.Urgency;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The list of cases visible to a user. It shows no names, only code, pseudonym and coded columns.
 * Columns with labels (state, form, country) are sorted alphabetically in the reader's language;
 * the filter provides the rank of each code. Paging uses keysets, so that the thousandth page is as
 * fast as the first.
 */
@Service
public class CaseList {
  /** Limit of counting; beyond it the number is shown as "more than". */
  public static final int COUNTED = 1_000;

  private static final int FEW = 2_000;
  private static final Duration REMEMBERED = Duration.ofMinutes(1);

  private static final String BY_COUNTRY_SUPERVISED =
      """
      select c.country, count(*) as cases, count(case when c.next_due < :seenAt then 1 end) as late
        from {case c}
       where {seen c} and c.state <> 'closed'
       group by c.country order by c.country
      """;

  private static final String BY_COUNTRY_OWN =
      """
      select c.country, count(*) as cases, count(case when c.next_due < :seenAt then 1 end) as late
        from {own c}
       where c.state <> 'closed'
       group by c.country order by c.country
      """;

  private final JdbcClient db;
  private final CaseSight sight;
  private final CaseRows rows;
  private final Reader reader;
  private final Clock clock;

  /** Filters whose result was found to be long. */
  private final Cache<Asked, Boolean> many =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(REMEMBERED).build();

  /** Users found to be in many teams; affects only the order of joins. */
  private final Cache<UUID, Boolean> inMany =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(REMEMBERED).build();

  private record Asked(UUID user, CaseFilter filter) {}

  CaseList(JdbcClient db, CaseSight sight, CaseRows rows, Reader reader, Clock clock) {
    this.reader = reader;
    this.db = db;
    this.sight = sight;
    this.rows = rows;
    this.clock = clock;
  }

  /** A page of the list, from the beginning or after a position. */
  @Transactional(readOnly = true)
  public Slice slice(CaseFilter filter, SignedIn who, Optional<CasePlace> after, int limit) {
    List<CaseQuery.Statement> groups = query(filter, who).groups(false);
    List<CaseRows.Found> found = new ArrayList<>();
    for (int g = after.map(CasePlace::group).orElse(0); g < groups.size(); g++) {
      CaseQuery.Statement group = groups.get(g);
      if (after.isPresent() && after.get().group() == g) {
        group = CaseQuery.after(group, after.get());
      }
      int number = g;
      String by = group.order().by();
      found.addAll(
          db.sql(group.sql())
              .params(group.bound())
              .param("limit", limit + 1 - found.size())
              .query((row, i) -> rows.found(row, number, by))
              .list());
      if (found.size() > limit) {
        break;
      }
    }
    boolean more = found.size() > limit;
    List<CaseRows.Found> shown = more ? found.subList(0, limit) : found;
    return new Slice(
        rows.complete(shown),
        more ? Optional.of(shown.get(shown.size() - 1).place()) : Optional.empty());
  }

  /** The first page. */
  @Transactional(readOnly = true)
  public List<Row> rows(CaseFilter filter, SignedIn who, int limit) {
    return slice(filter, who, Optional.empty(), limit).rows();
  }

  /** Identifiers of matching cases in order, up to a limit. */
  @Transactional(readOnly = true)
  public List<UUID> ids(CaseFilter filter, SignedIn who, int most) {
    List<UUID> ids = new ArrayList<>();
    for (CaseQuery.Statement group : query(filter, who).groups(true)) {
      if (ids.size() < most) {
        ids.addAll(
            db.sql(group.sql())
                .params(group.bound())
                .param("limit", most - ids.size())
                .query(UUID.class)
                .list());
      }
    }
    return ids;
  }

  /** Number of matching cases; {@link #COUNTED} + 1 means more. */
  @Transactional(readOnly = true)
  public int count(CaseFilter filter, SignedIn who) {
    // a long list rarely becomes short, so "more than" is not counted again each time
    Asked asked = new Asked(who.user(), filter);
    if (many.getIfPresent(asked) != null) {
      return COUNTED + 1;
    }
    CaseQuery.Statement count = query(filter, who).count();
    int counted =
        db.sql(count.sql())
            .params(count.bound())
            .param("limit", COUNTED + 1)
            .query(Integer.class)
            .single();
    if (counted > COUNTED) {
      many.put(asked, true);
    }
    return counted;
  }

  /** Open cases by country, for the map on the start page. */
  @Transactional(readOnly = true)
  public List<CountryCount> byCountry(SignedIn who) {
    return sight
        .sql(who.is(Role.SUPERVISOR) ? BY_COUNTRY_SUPERVISED : BY_COUNTRY_OWN, who)
        .query(
            (row, i) ->
                new CountryCount(row.getString("country"), row.getInt("cases"), row.getInt("late")))
        .list();
  }

  /**
   * Starting with the reader's teams is faster as long as these are few; counts only up to that
   * limit.
   */
  private CaseQuery query(CaseFilter filter, SignedIn who) {
    boolean days = filter.openedFrom() != null || filter.openedUntil() != null;
    return new CaseQuery(
        filter,
        who,
        clock.instant(),
        days ? reader.place(who).zone() : ZoneOffset.UTC,
        !who.is(Role.SUPERVISOR) && few(who));
  }

  private boolean few(SignedIn who) {
    if (inMany.getIfPresent(who.user()) != null) {
      return false;
    }
    boolean few = sight.teams(who.user(), FEW) < FEW;
    if (!few) {
      inMany.put(who.user(), true);
    }
    return few;
  }

  /**
   * A page of the list.
   *
   * @param next position after which the next page begins, if there is one
   */
  public record Slice(List<Row> rows, Optional<CasePlace> next) {
    public Slice {
      rows = List.copyOf(rows);
    }
  }

  public record Row(
      UUID id,
      String code,
      String pseudonym,
      CaseState state,
      @Nullable String form,
      String country,
      boolean minor,
      boolean nonPunishment,
      UUID lead,
      @Nullable Integer birthYearFrom,
      @Nullable Integer birthYearTo,
      @Nullable String gender,
      Instant changedAt,
      @Nullable Instant nextDue,
      Instant openedAt,
      LocalDate firstContact,
      String asylum,
      Urgency urgency,
      Risk risk) {
    Row of(@Nullable Integer from, @Nullable Integer to, @Nullable String gender) {
      return new Row(
          id,
          code,
          pseudonym,
          state,
          form,
          country,
          minor,
          nonPunishment,
          lead,
          from,
          to,
          gender,
          changedAt,
          nextDue,
          openedAt,
          firstContact,
          asylum,
          urgency,
          risk);
    }
  }

  /** Number of open cases by country, and how many have an overdue item. */
  public record CountryCount(String country, int cases, int late) {}
}
