package org.passerelle.protect.casework.list;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.CaseSight;
import org.passerelle.storage.Columns;

/**
 * Builds the statement for a filter. It is composed only of constants of this class: unused
 * conditions are left out, so that the database can use an index from the start of the page. User
 * input is always bound as a parameter.
 */
final class CaseQuery {
  private static final String COLUMNS =
      """
      select c.id, c.person, c.code, c.state, c.form, c.country, c.minor, c.non_punishment, c.lead_user, c.changed_at,
             c.opened_at, c.first_contact, c.asylum, c.next_due, c.urgency, c.risk, c.details""";
  private static final String IDS = "select c.id";
  private static final String COUNT = "select count(*) from (select 1 as one";
  private static final String MEMBERSHIPS = CaseSight.in(" from {own c} where true");
  private static final String TEAM = CaseSight.in(" from {case c} where {team c}");
  private static final String SUPERVISED = CaseSight.in(" from {case c} where {seen c}");
  private static final String MINE = " and c.lead_user = :user";
  private static final String LEAD = " and c.lead_user = :lead";
  private static final String STATE = " and c.state = :state";
  private static final String OPEN = " and c.state <> 'closed'";
  private static final String FORM = " and c.form = :form";
  private static final String NO_FORM = " and c.form is null";
  private static final String COUNTRY = " and c.country = :country";
  private static final String MINOR = " and c.minor";
  private static final String NON_PUNISHMENT = " and c.non_punishment";
  private static final String DUE = " and c.next_due < :dueBefore";
  private static final String NOT_DUE = " and c.next_due is null";
  private static final String SOME_DUE = " and c.next_due is not null";
  private static final String OPENED_FROM = " and c.opened_at >= :openedFrom";
  private static final String OPENED_UNTIL = " and c.opened_at < :openedUntil";
  private static final String UNTIL_LIMIT = " limit :limit) counted";

  private final CaseFilter filter;
  private final SignedIn who;
  private final Instant now;
  private final ZoneId zone;
  private final boolean fewMemberships;

  /**
   * Creates a query.
   *
   * @param zone the reader's, in which days begin
   * @param fewMemberships whether the reader is in so few teams that starting with them is faster
   */
  CaseQuery(CaseFilter filter, SignedIn who, Instant now, ZoneId zone, boolean fewMemberships) {
    this.filter = filter;
    this.who = who;
    this.now = now;
    this.zone = zone;
    this.fewMemberships = fewMemberships;
  }

  /**
   * A statement with its parameters.
   *
   * @param order order of its result
   */
  record Statement(String sql, Map<String, @Nullable Object> bound, CaseOrder order) {}

  /** One statement for each group of the sorted list, to be read one after the other. */
  List<Statement> groups(boolean onlyIds) {
    List<Statement> groups = new ArrayList<>();
    boolean turned = filter.turned();
    switch (filter.sort()) {
      case "opened" ->
          groups.add(statement(onlyIds, "", turned ? CaseOrder.OPENED_TURNED : CaseOrder.OPENED));
      case "code" ->
          groups.add(statement(onlyIds, "", turned ? CaseOrder.CODE_TURNED : CaseOrder.CODE));
      case "due" -> {
        // cases without a deadline come last in either direction
        groups.add(statement(onlyIds, SOME_DUE, turned ? CaseOrder.DUE_TURNED : CaseOrder.DUE));
        groups.add(statement(onlyIds, NOT_DUE, byChanged(false)));
      }
      case "state" -> coded(groups, onlyIds, " and c.state = :rank", CaseOrder.STATE);
      case "country" -> coded(groups, onlyIds, " and c.country = :rank", CaseOrder.COUNTRY);
      case "lead" ->
          coded(groups, onlyIds, " and c.lead_user = cast(:rank as uuid)", CaseOrder.LEAD);
      case "form" -> {
        coded(groups, onlyIds, " and c.form = :rank", CaseOrder.FORM);
        groups.add(statement(onlyIds, NO_FORM, CaseOrder.FORM));
      }
      default -> groups.add(statement(onlyIds, "", byChanged(turned)));
    }
    return groups;
  }

  /** The index that begins with the columns fixed by the filter. */
  private CaseOrder byChanged(boolean turned) {
    if (!filter.state().isEmpty() && !filter.state().equals("open")) {
      return turned ? CaseOrder.STATE_TURNED : CaseOrder.STATE;
    }
    if (!filter.form().isEmpty()) {
      return turned ? CaseOrder.FORM_TURNED : CaseOrder.FORM;
    }
    if (!filter.country().isEmpty()) {
      return turned ? CaseOrder.COUNTRY_TURNED : CaseOrder.COUNTRY;
    }
    if (filter.mine() || filter.lead() != null) {
      return turned ? CaseOrder.LEAD_TURNED : CaseOrder.LEAD;
    }
    return turned ? CaseOrder.CHANGED_TURNED : CaseOrder.CHANGED;
  }

  /**
   * In reverse the groups are in opposite order; within each, the most recently changed comes
   * first.
   */
  private void coded(List<Statement> groups, boolean onlyIds, String condition, CaseOrder order) {
    List<String> ranks = new ArrayList<>(filter.ranks());
    if (filter.turned()) {
      Collections.reverse(ranks);
    }
    for (String rank : ranks) {
      Statement group = statement(onlyIds, condition, order);
      group.bound.put("rank", rank);
      groups.add(group);
    }
  }

  private Statement statement(boolean onlyIds, String group, CaseOrder order) {
    return new Statement(
        (onlyIds ? IDS : COLUMNS) + from() + where() + group + order.text(), bound(), order);
  }

  /** The same group from a position on. */
  static Statement after(Statement group, CasePlace place) {
    Map<String, @Nullable Object> bound = new HashMap<>(group.bound);
    if (group.order.by().equals("code")) {
      bound.put("code", place.key());
    } else {
      bound.put("key", moment(place.key()));
      bound.put("id", place.id());
    }
    int order = group.sql.lastIndexOf(" order by ");
    return new Statement(
        group.sql.substring(0, order) + group.order.after() + group.sql.substring(order),
        bound,
        group.order);
  }

  /** Counts up to the limit. */
  Statement count() {
    return new Statement(COUNT + from() + where() + UNTIL_LIMIT, bound(), CaseOrder.CHANGED);
  }

  private String from() {
    if (who.is(Role.SUPERVISOR)) {
      return SUPERVISED;
    }
    return fewMemberships ? MEMBERSHIPS : TEAM;
  }

  private String where() {
    StringBuilder where = new StringBuilder();
    add(where, filter.mine(), MINE);
    add(where, filter.lead() != null, LEAD);
    add(where, filter.state().equals("open"), OPEN);
    add(where, !filter.state().isEmpty() && !filter.state().equals("open"), STATE);
    add(where, filter.form().equals("none"), NO_FORM);
    add(where, !filter.form().isEmpty() && !filter.form().equals("none"), FORM);
    add(where, !filter.country().isEmpty(), COUNTRY);
    add(where, filter.minor(), MINOR);
    add(where, filter.nonPunishment(), NON_PUNISHMENT);
    add(where, filter.due().equals("late") || filter.due().equals("week"), DUE);
    add(where, filter.due().equals("none"), NOT_DUE);
    add(where, filter.openedFrom() != null, OPENED_FROM);
    add(where, filter.openedUntil() != null, OPENED_UNTIL);
    return where.toString();
  }

  private static void add(StringBuilder where, boolean wanted, String condition) {
    if (wanted) {
      where.append(condition);
    }
  }

  private Map<String, @Nullable Object> bound() {
    Map<String, @Nullable Object> bound = new HashMap<>(CaseSight.reader(who, now));
    bound.put("lead", filter.lead());
    bound.put("state", filter.state());
    bound.put("form", filter.form());
    bound.put("country", filter.country());
    bound.put(
        "dueBefore", Columns.at(filter.due().equals("week") ? now.plus(Duration.ofDays(7)) : now));
    bound.put("openedFrom", day(filter.openedFrom(), 0));
    bound.put("openedUntil", day(filter.openedUntil(), 1));
    return bound;
  }

  private @Nullable OffsetDateTime day(@Nullable LocalDate day, int more) {
    return day == null ? null : Columns.at(day.plusDays(more).atStartOfDay(zone).toInstant());
  }

  static String key(Instant at) {
    return Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, at));
  }

  private static OffsetDateTime moment(String key) {
    long micros = key.matches("[0-9]{1,17}") ? Long.parseLong(key) : 0;
    return Columns.at(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
  }
}
