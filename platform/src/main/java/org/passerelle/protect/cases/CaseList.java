package org.passerelle.protect.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The list of cases that somebody may see. It shows no names: code, pseudonym and coded columns.
 * Sorting by a word (state, form, country) follows the reader's language; the page gives the rank
 * of each code.
 */
@Service
public class CaseList {
  private static final int PSEUDONYMS_SEARCHED = 5_000;
  private final JdbcClient db;
  private final Cases cases;
  private final Clock clock;

  CaseList(JdbcClient db, Cases cases, Clock clock) {
    this.db = db;
    this.cases = cases;
    this.clock = clock;
  }

  /** One page of the list. */
  @Transactional(readOnly = true)
  public List<Row> rows(Filter filter, SignedIn who, int offset, int limit) {
    return bind(
            """
            select c.id, c.code, c.state, c.form, c.country, c.minor, c.non_punishment, c.lead_user, c.changed_at,
                   c.next_due, c.details, p.birth_year_from, p.birth_year_to, p.gender
              from protect_case c join person p on p.id = c.person
             where c.organisation = :organisation
               and (exists (select 1 from case_member m where m.case_id = c.id and m.user_id = :user and m.until_at > :seenAt)
                    or (:supervisor and not c.closed_to_named))
               and (:mine = false or c.lead_user = :user)
               and (:state = '' or c.state = :state or (:state = 'open' and c.state <> 'closed'))
               and (:form = '' or c.form = :form)
               and (:country = '' or c.country = :country)
               and (:minor = false or c.minor)
               and (:due = false or c.next_due < :dueBefore)
             order by
               case when :sort = 'due' then c.next_due end asc nulls last,
               case when :sort = 'opened' then c.opened_at end desc,
               case when :sort = 'code' then c.code end asc,
               case when :sort = 'state' then position(',' || c.state || ',' in :ranks) end asc nulls last,
               case when :sort = 'form' then position(',' || c.form || ',' in :ranks) end asc nulls last,
               case when :sort = 'country' then position(',' || c.country || ',' in :ranks) end asc nulls last,
               c.changed_at desc, c.id
             limit :limit offset :offset
            """,
            filter,
            who)
        .param("sort", filter.sort)
        .param("ranks", "," + String.join(",", filter.ranks) + ",")
        .param("limit", limit)
        .param("offset", offset)
        .query(this::row)
        .list();
  }

  /** How many cases the filter leaves. */
  @Transactional(readOnly = true)
  public int count(Filter filter, SignedIn who) {
    return bind(
            """
            select count(*) from protect_case c
             where c.organisation = :organisation
               and (exists (select 1 from case_member m where m.case_id = c.id and m.user_id = :user and m.until_at > :seenAt)
                    or (:supervisor and not c.closed_to_named))
               and (:mine = false or c.lead_user = :user)
               and (:state = '' or c.state = :state or (:state = 'open' and c.state <> 'closed'))
               and (:form = '' or c.form = :form)
               and (:country = '' or c.country = :country)
               and (:minor = false or c.minor)
               and (:due = false or c.next_due < :dueBefore)
            """,
            filter,
            who)
        .query(Integer.class)
        .single();
  }

  /**
   * Cases whose code or pseudonym contains the words; pseudonyms are opened one by one, the newest
   * cases first.
   */
  @Transactional(readOnly = true)
  public List<Row> find(String words, SignedIn who, int limit) {
    String wanted = words.strip().toLowerCase(Locale.ROOT);
    if (wanted.isEmpty()) {
      return List.of();
    }
    return rows(Filter.NONE, who, 0, PSEUDONYMS_SEARCHED).stream()
        .filter(
            r ->
                r.code.toLowerCase(Locale.ROOT).contains(wanted)
                    || r.pseudonym.toLowerCase(Locale.ROOT).contains(wanted))
        .limit(limit)
        .toList();
  }

  /** Open cases by country, for the map of the home page. */
  @Transactional(readOnly = true)
  public List<CountryCount> byCountry(SignedIn who) {
    return bind(
            """
            select c.country, count(*) as cases,
                   count(case when c.next_due < :dueBefore then 1 end) as late
              from protect_case c
             where c.organisation = :organisation and c.state <> 'closed'
               and (exists (select 1 from case_member m where m.case_id = c.id and m.user_id = :user and m.until_at > :seenAt)
                    or (:supervisor and not c.closed_to_named))
             group by c.country order by c.country
            """,
            Filter.NONE,
            who)
        .param("dueBefore", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
        .query(
            (row, i) ->
                new CountryCount(row.getString("country"), row.getInt("cases"), row.getInt("late")))
        .list();
  }

  private JdbcClient.StatementSpec bind(String sql, Filter filter, SignedIn who) {
    return db.sql(sql)
        .param("organisation", who.organisation())
        .param("user", who.user())
        .param("seenAt", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
        .param("supervisor", who.is(Role.SUPERVISOR))
        .param("mine", filter.mine)
        .param("state", filter.state)
        .param("form", filter.form)
        .param("country", filter.country)
        .param("minor", filter.minor)
        .param("due", filter.dueThisWeek)
        .param(
            "dueBefore",
            OffsetDateTime.ofInstant(clock.instant().plus(Duration.ofDays(7)), ZoneOffset.UTC));
  }

  private Row row(ResultSet row, int number) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    return new Row(
        id,
        row.getString("code"),
        cases.pseudonym(id, row.getBytes("details")),
        CaseState.of(row.getString("state")),
        row.getString("form"),
        row.getString("country"),
        row.getBoolean("minor"),
        row.getBoolean("non_punishment"),
        row.getObject("lead_user", UUID.class),
        (Integer) row.getObject("birth_year_from"),
        (Integer) row.getObject("birth_year_to"),
        row.getString("gender"),
        Persons.instant(row, "changed_at"),
        Persons.instantOrNull(row, "next_due"));
  }

  /**
   * What the reader wants to see.
   *
   * @param state code of a state, {@code open} for all but closed, or empty
   * @param form code or empty
   * @param country code or empty
   * @param sort {@code changed}, {@code due}, {@code opened}, {@code code}, {@code state}, {@code
   *     form}, {@code country}
   * @param ranks codes of the sorted column in the order of the reader's language
   */
  public record Filter(
      boolean mine,
      String state,
      String form,
      String country,
      boolean minor,
      boolean dueThisWeek,
      String sort,
      List<String> ranks) {
    /** Everything, last changed first. */
    public static final Filter NONE =
        new Filter(false, "", "", "", false, false, "changed", List.of());

    public Filter {
      ranks = List.copyOf(ranks);
    }
  }

  /** A row of the list. */
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
      @Nullable Instant nextDue) {}

  /** Open cases where an answer is expected from a country. */
  public record CountryCount(String country, int cases, int late) {}
}
