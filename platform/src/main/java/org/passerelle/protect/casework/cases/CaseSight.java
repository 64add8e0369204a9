package org.passerelle.protect.casework.cases;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.Columns;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides who sees a case, and is the only place that does: members of its team while their
 * membership lasts, and supervisors of its organisation unless the case is restricted to named
 * colleagues.
 *
 * <p>A statement refers to the rule by name and is run by {@link #sql}, which inserts the condition
 * and binds the reader:
 *
 * <pre>{@code
 * sight.sql("select c.code from {case c} where c.id = :id and {seen c}", who)
 * }</pre>
 *
 * <p>{@code c} is the alias of the case in the statement. The rules are {@code {seen c}}; {@code
 * {team c}}, the reader is on its team; {@code {open c}}, it belongs to the reader's organisation
 * and is not restricted to named colleagues, whatever its team; {@code from {own c}}, which begins
 * a statement with the reader's teams; and {@code {given t}}, for something assigned to the reader
 * or to somebody whom the reader stands in for. {@code {case c}} is the table itself, for lists
 * that follow its indexes; all other readers use {@code case_outline}. Bound parameters are {@code
 * :organisation}, {@code :user}, {@code :supervisor} and {@code :seenAt}.
 */
@Component
public class CaseSight {
  private static final String TEAM =
      """
      exists (select 1 from case_member sight
               where sight.case_id = %1$s.id and sight.user_id = :user and sight.until_at > :seenAt)""";
  private static final String OPEN =
      "(%1$s.organisation = :organisation and not %1$s.closed_to_named)";
  private static final String OWN =
      """
      case_member sight join protect_case %1$s on %1$s.id = sight.case_id and sight.user_id = :user
        and sight.until_at > :seenAt and %1$s.organisation = :organisation""";
  private static final String GIVEN =
      """
      (%1$s.assigned = :user
       or exists (select 1 from absence sight
                   where sight.cover = :user and sight.absent = %1$s.assigned
                     and sight.ended_at is null and sight.from_at <= :seenAt
                     and sight.until_at > :seenAt))""";
  private static final Map<String, String> RULES =
      Map.of(
          "seen",
          // cheap conditions first: the team is only queried if it decides
          "(%1$s.organisation = :organisation and ((:supervisor and not %1$s.closed_to_named) or "
              + TEAM
              + "))",
          "team",
          "(%1$s.organisation = :organisation and " + TEAM + ")",
          "open",
          OPEN,
          "own",
          OWN,
          "given",
          GIVEN,
          "case",
          "protect_case %1$s");
  private static final Pattern NAMED =
      Pattern.compile("\\{(seen|team|open|own|given|case) ([a-z]+)}");
  private final JdbcClient db;
  private final Clock clock;

  CaseSight(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** The statement with the rule inserted and the reader bound. */
  public JdbcClient.StatementSpec sql(String statement, SignedIn who) {
    return db.sql(in(statement)).params(reader(who, clock.instant()));
  }

  /** Whether the case exists and is visible to this reader. */
  @Transactional(readOnly = true)
  public boolean sees(UUID caseId, SignedIn who) {
    return sql("select count(*) from protect_case c where c.id = :id and {seen c}", who)
            .param("id", caseId)
            .query(Integer.class)
            .single()
        > 0;
  }

  /** Returns those of the given cases that the reader may see, in the same order. */
  @Transactional(readOnly = true)
  public List<UUID> seen(Collection<UUID> cases, SignedIn who) {
    Set<UUID> asked = new LinkedHashSet<>(cases);
    if (asked.isEmpty()) {
      return List.of();
    }
    Set<UUID> seen =
        Set.copyOf(
            sql(
                    """
                    select c.id from protect_case c
                     where c.id = any(cast(:ids as uuid array)) and {seen c}
                    """,
                    who)
                .param("ids", UuidArray.of(asked))
                .query(UUID.class)
                .list());
    return asked.stream().filter(seen::contains).toList();
  }

  /** In how many teams somebody is, counted no further than a limit. */
  @Transactional(readOnly = true)
  public int teams(UUID user, int limit) {
    return db.sql(
            """
            select count(*) from (select 1 as one from case_member where user_id = :user limit :limit) counted
            """)
        .param("user", user)
        .param("limit", limit)
        .query(Integer.class)
        .single();
  }

  /**
   * Checks access without reading the case.
   *
   * @throws NotFound if no such case is visible to this reader
   */
  public void check(UUID caseId, SignedIn who) {
    if (!sees(caseId, who)) {
      throw new NotFound();
    }
  }

  /** Inserts the rule into a statement that is assembled from parts. */
  public static String in(String statement) {
    return NAMED
        .matcher(statement)
        .replaceAll(found -> RULES.getOrDefault(found.group(1), "").formatted(found.group(2)));
  }

  /** Parameters of such a statement for a reader. */
  public static Map<String, Object> reader(SignedIn who, Instant now) {
    Map<String, Object> bound = new HashMap<>();
    bound.put("organisation", who.organisation());
    bound.put("user", who.user());
    bound.put("supervisor", who.is(Role.SUPERVISOR));
    bound.put("seenAt", Columns.at(now));
    return bound;
  }
}
