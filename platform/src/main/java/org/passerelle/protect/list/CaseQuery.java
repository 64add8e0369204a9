package org.passerelle.protect.list;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.cases.CaseSight;

/**
 * The statement for a filter. It is put together from the constants of this class and nothing else:
 * a condition that is not wanted is left out instead of being switched off, so that the database
 * can follow an index from the place where a page begins. What people typed is bound, never joined
 * in.
 */
final class CaseQuery {
  private static final String COLUMNS =
      """
      select c.id, c.person, c.code, c.state, c.form, c.country, c.minor, c.non_punishment, c.lead_user, c.changed_at,
             c.opened_at, c.first_contact, c.asylum, c.next_due, c.details""";
  private static final String IDS = "select c.id";
  private static final String COUNT = "select count(*) from (select 1 as one";
  private static final String MEMBERSHIPS = CaseSight.in(" from {own c} where true");
  private static final String TEAM = CaseSight.in(" from protect_case c where {team c}");
  private static final String SUPERVISED = CaseSight.in(" from protect_case c where {seen c}");
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
  private static final String AFTER_CHANGED =
      " and c.changed_at <= :key and (c.changed_at < :key or c.id > :id)";
  private static final String AFTER_OPENED =
      " and c.opened_at <= :key and (c.opened_at < :key or c.id > :id)";
  private static final String AFTER_DUE =
      " and c.next_due >= :key and (c.next_due > :key or c.id > :id)";
  private static final String AFTER_CODE = " and c.code > :code";
  // The columns before the sorted one are the same in every row of the answer. They stand here so
  // that H2 sees that an index gives the order, and stops at the page's end: with them it read 36
  // rows of 50,000, without them all.
  private static final String BY_CHANGED =
      " order by c.organisation, c.changed_at desc, c.id limit :limit";
  private static final String BY_STATE =
      " order by c.organisation, c.state, c.changed_at desc, c.id limit :limit";
  private static final String BY_FORM =
      " order by c.organisation, c.form, c.changed_at desc, c.id limit :limit";
  private static final String BY_COUNTRY =
      " order by c.organisation, c.country, c.changed_at desc, c.id limit :limit";
  private static final String BY_LEAD =
      " order by c.organisation, c.lead_user, c.changed_at desc, c.id limit :limit";
  private static final String BY_OPENED =
      " order by c.organisation, c.opened_at desc, c.id limit :limit";
  private static final String BY_DUE = " order by c.organisation, c.next_due, c.id limit :limit";
  private static final String BY_CODE = " order by c.organisation, c.code limit :limit";
  private static final String UNTIL_LIMIT = " limit :limit) counted";

  private final CaseFilter filter;
  private final SignedIn who;
  private final Instant now;
  private final boolean fewMemberships;

  /**
   * A query.
   *
   * @param fewMemberships whether the reader is in so few teams that it is best to begin with them
   */
  CaseQuery(CaseFilter filter, SignedIn who, Instant now, boolean fewMemberships) {
    this.filter = filter;
    this.who = who;
    this.now = now;
    this.fewMemberships = fewMemberships;
  }

  /**
   * A statement and what is bound.
   *
   * @param by column of the key by which the next page begins
   */
  record Statement(String sql, Map<String, @Nullable Object> bound, String by) {}

  /** One statement for each group of the sorted list, read one after the other. */
  List<Statement> groups(boolean onlyIds) {
    List<Statement> groups = new ArrayList<>();
    switch (filter.sort()) {
      case "opened" -> groups.add(statement(onlyIds, "", BY_OPENED, "opened", Map.of()));
      case "code" -> groups.add(statement(onlyIds, "", BY_CODE, "code", Map.of()));
      case "due" -> {
        groups.add(statement(onlyIds, SOME_DUE, BY_DUE, "due", Map.of()));
        groups.add(statement(onlyIds, NOT_DUE, byChanged(), "changed", Map.of()));
      }
      case "state" -> coded(groups, onlyIds, " and c.state = :rank", BY_STATE);
      case "country" -> coded(groups, onlyIds, " and c.country = :rank", BY_COUNTRY);
      case "form" -> {
        coded(groups, onlyIds, " and c.form = :rank", BY_FORM);
        groups.add(statement(onlyIds, NO_FORM, BY_FORM, "changed", Map.of()));
      }
      default -> groups.add(statement(onlyIds, "", byChanged(), "changed", Map.of()));
    }
    return groups;
  }

  /** By the index that begins with what the filter fixes. */
  private String byChanged() {
    if (!filter.state().isEmpty() && !filter.state().equals("open")) {
      return BY_STATE;
    }
    if (!filter.form().isEmpty()) {
      return BY_FORM;
    }
    if (!filter.country().isEmpty()) {
      return BY_COUNTRY;
    }
    return filter.mine() || filter.lead() != null ? BY_LEAD : BY_CHANGED;
  }

  private void coded(List<Statement> groups, boolean onlyIds, String condition, String order) {
    for (String rank : filter.ranks()) {
      groups.add(statement(onlyIds, condition, order, "changed", Map.of("rank", rank)));
    }
  }

  private Statement statement(
      boolean onlyIds, String group, String order, String by, Map<String, Object> more) {
    Map<String, @Nullable Object> bound = bound();
    bound.putAll(more);
    return new Statement((onlyIds ? IDS : COLUMNS) + from() + where() + group + order, bound, by);
  }

  /** The same group from a place on. */
  static Statement after(Statement group, CasePlace place) {
    Map<String, @Nullable Object> bound = new HashMap<>(group.bound);
    String condition;
    switch (group.by) {
      case "code" -> {
        condition = AFTER_CODE;
        bound.put("code", place.key());
      }
      case "opened" -> condition = AFTER_OPENED;
      case "due" -> condition = AFTER_DUE;
      default -> condition = AFTER_CHANGED;
    }
    if (!group.by.equals("code")) {
      bound.put("key", moment(place.key()));
      bound.put("id", place.id());
    }
    int order = group.sql.lastIndexOf(" order by ");
    return new Statement(
        group.sql.substring(0, order) + condition + group.sql.substring(order), bound, group.by);
  }

  /** Counts up to the limit. */
  Statement count() {
    return new Statement(COUNT + from() + where() + UNTIL_LIMIT, bound(), "");
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
    bound.put("dueBefore", utc(filter.due().equals("week") ? now.plus(Duration.ofDays(7)) : now));
    bound.put("openedFrom", day(filter.openedFrom(), 0));
    bound.put("openedUntil", day(filter.openedUntil(), 1));
    return bound;
  }

  private static @Nullable OffsetDateTime day(@Nullable LocalDate day, int more) {
    return day == null ? null : day.plusDays(more).atStartOfDay().atOffset(ZoneOffset.UTC);
  }

  static String key(Instant at) {
    return Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, at));
  }

  private static OffsetDateTime moment(String key) {
    long micros = key.matches("[0-9]{1,17}") ? Long.parseLong(key) : 0;
    return utc(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
  }

  private static OffsetDateTime utc(Instant at) {
    return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
  }
}
