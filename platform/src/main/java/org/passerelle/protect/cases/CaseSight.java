package org.passerelle.protect.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
import org.passerelle.pages.NotFound;
import org.passerelle.storage.Among;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who sees a case, and the only place that says so: its team, for as long as each belongs to it,
 * and the supervisors of its organisation unless it is closed to named colleagues.
 *
 * <p>A statement names the rule instead of repeating it, and is run by {@link #sql}, which puts the
 * rule's text in its place and binds the reader:
 *
 * <pre>{@code
 * sight.sql("select c.code from {case c} where c.id = :id and {seen c}", who)
 * }</pre>
 *
 * <p>{@code c} is the name that the statement gives to the case. There are {@code {seen c}}; {@code
 * {team c}}, on its team; {@code {open c}}, of one's organisation and not closed to named
 * colleagues, whoever is on its team; to begin a statement with one's own teams, {@code from {own
 * c}}; and, of something that is assigned to somebody, {@code {given t}}: to oneself or to whom one
 * stands in for. {@code {case c}} is the table itself, for lists that follow its indexes; everybody
 * else reads {@code case_outline}. Bound are {@code :organisation}, {@code :user}, {@code
 * :supervisor} and {@code :seenAt}.
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
          // what costs nothing first: a team is looked up only where it decides
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

  /** The statement with the rule's text where it names the rule, and the reader bound. */
  public JdbcClient.StatementSpec sql(String statement, SignedIn who) {
    return db.sql(in(statement)).params(reader(who, clock.instant()));
  }

  /** Whether there is such a case for this reader. */
  @Transactional(readOnly = true)
  public boolean sees(UUID caseId, SignedIn who) {
    return sql("select count(*) from protect_case c where c.id = :id and {seen c}", who)
            .param("id", caseId)
            .query(Integer.class)
            .single()
        > 0;
  }

  /** Those of some cases that the reader sees, in the order given. */
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
                .param("ids", Among.these(asked))
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
   * Reads nothing of the case.
   *
   * @throws NotFound if there is no such case for this reader
   */
  public void check(UUID caseId, SignedIn who) {
    if (!sees(caseId, who)) {
      throw new NotFound();
    }
  }

  /** The rule's text where a statement names the rule, for one that is put together of parts. */
  public static String in(String statement) {
    return NAMED
        .matcher(statement)
        .replaceAll(found -> RULES.getOrDefault(found.group(1), "").formatted(found.group(2)));
  }

  /** What such a statement binds of the reader. */
  public static Map<String, Object> reader(SignedIn who, Instant now) {
    Map<String, Object> bound = new HashMap<>();
    bound.put("organisation", who.organisation());
    bound.put("user", who.user());
    bound.put("supervisor", who.is(Role.SUPERVISOR));
    bound.put("seenAt", OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
    return bound;
  }
}
