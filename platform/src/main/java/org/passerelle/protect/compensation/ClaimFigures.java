package org.passerelle.protect.compensation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Organisation;
import org.passerelle.accounts.Organisations;
import org.passerelle.protect.Columns;
import org.passerelle.protect.figures.SmallCells;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was awarded and what arrived, by country and route, up to the end of the last full month: so
 * that yesterday's figures beside today's tell of nobody. A supervisor reads those of the own
 * organisation, a national coordinator those of the country, who steers those of the node.
 */
@Service
public class ClaimFigures {
  /** A sum of which one claim is more than this share tells what that claim is. */
  private static final BigDecimal DOMINANT = new BigDecimal("0.8");

  private final JdbcClient db;
  private final Organisations organisations;
  private final Clock clock;

  ClaimFigures(JdbcClient db, Organisations organisations, Clock clock) {
    this.db = db;
    this.organisations = organisations;
    this.clock = clock;
  }

  /**
   * Claims of one country, route and currency; of all routes where the route is empty.
   *
   * @param claims how many there are
   * @param shown how the number of claims is shown
   * @param claimed null where the amounts may not be said
   * @param awarded as {@code claimed}
   * @param paid as {@code claimed}
   * @param gap what was awarded and has not arrived, claim by claim, so that what one person
   *     received beyond their award hides nothing of what another is owed; 0 or more, null where
   *     {@code awarded} or {@code paid} is
   */
  public record Line(
      String country,
      String route,
      String currency,
      long claims,
      SmallCells.Shown shown,
      @Nullable BigDecimal claimed,
      @Nullable BigDecimal awarded,
      @Nullable BigDecimal paid,
      @Nullable BigDecimal gap) {
    /** How much of what was awarded has arrived, in hundredths from 0 to 100; -1 if unknown. */
    public int share() {
      if (awarded == null || gap == null || awarded.signum() == 0) {
        return -1;
      }
      return awarded
          .subtract(gap)
          .multiply(BigDecimal.valueOf(100))
          .divide(awarded, 0, RoundingMode.DOWN)
          .intValue();
    }
  }

  /**
   * Figures of a reader.
   *
   * @param until the day after the last that counts
   * @param scope {@code organisation}, {@code country} or {@code node}
   * @param totals one for each country and currency of whose lines none is hidden
   */
  public record All(LocalDate until, String scope, List<Line> lines, List<Line> totals) {
    public All {
      lines = List.copyOf(lines);
      totals = List.copyOf(totals);
    }
  }

  private record Key(String country, String currency, String route) {}

  /** What the reader may see. */
  @Transactional(readOnly = true)
  public All of(SignedIn who) {
    LocalDate until = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).withDayOfMonth(1);
    String scope = scope(who);
    String country = organisations.find(who.organisation()).map(Organisation::country).orElse("");
    Map<UUID, Key> keys = new HashMap<>();
    Map<UUID, List<Step>> steps = new HashMap<>();
    db.sql(
            """
            select k.id as claim, k.country, k.currency, k.route, s.id, s.number, s.kind, s.on_day, s.amount, s.at
              from compensation_claim k join compensation_step s on s.claim = k.id
             where s.struck_at is null and s.on_day < :until
               and (:scope = 'node' or (:scope = 'country' and k.country = :country)
                    or (:scope = 'organisation' and k.organisation = :organisation))
            """)
        .param("until", until)
        .param("scope", scope)
        .param("country", country)
        .param("organisation", who.organisation())
        .query(
            row -> {
              UUID claim = row.getObject("claim", UUID.class);
              keys.put(
                  claim,
                  new Key(
                      row.getString("country"), row.getString("currency"), row.getString("route")));
              steps
                  .computeIfAbsent(claim, c -> new ArrayList<>())
                  .add(
                      new Step(
                          row.getObject("id", UUID.class),
                          row.getInt("number"),
                          row.getString("kind"),
                          row.getObject("on_day", LocalDate.class),
                          row.getBigDecimal("amount"),
                          null,
                          new Step.Words("", ""),
                          Columns.instant(row, "at"),
                          claim,
                          null));
            });
    return judged(until, scope, keys, steps);
  }

  private static String scope(SignedIn who) {
    if (who.is(Role.PROGRAMME_MANAGER, Role.STEERING_MEMBER)) {
      return "node";
    }
    return who.is(Role.NATIONAL_COORDINATOR) ? "country" : "organisation";
  }

  /**
   * Routes of one country and currency stand in one line with their sum, and are judged as such.
   */
  private static All judged(
      LocalDate until, String scope, Map<UUID, Key> keys, Map<UUID, List<Step>> steps) {
    Map<String, Map<String, List<Standing>>> groups = new TreeMap<>();
    keys.forEach(
        (claim, key) ->
            groups
                .computeIfAbsent(key.country + " " + key.currency, g -> new TreeMap<>())
                .computeIfAbsent(key.route, r -> new ArrayList<>())
                .add(Standing.of(steps.getOrDefault(claim, List.of()))));
    List<Line> lines = new ArrayList<>();
    List<Line> totals = new ArrayList<>();
    groups.forEach(
        (group, routes) -> {
          String[] of = group.split(" ", 2);
          SmallCells.Shown[] shown =
              SmallCells.ofLine(routes.values().stream().mapToLong(List::size).toArray(), true);
          List<Line> some = new ArrayList<>();
          routes.forEach((route, claims) -> some.add(line(of, route, claims, shown[some.size()])));
          lines.addAll(some);
          boolean nothingHidden =
              some.stream()
                  .allMatch(l -> l.claimed() != null && l.awarded() != null && l.paid() != null);
          if (some.size() > 1 && nothingHidden) {
            totals.add(
                line(
                    of,
                    "",
                    routes.values().stream().flatMap(List::stream).toList(),
                    SmallCells.Shown.AS_IT_IS));
          }
        });
    return new All(until, scope, lines, totals);
  }

  private static Line line(
      String[] of, String route, List<Standing> claims, SmallCells.Shown shown) {
    boolean told = shown == SmallCells.Shown.AS_IT_IS;
    BigDecimal awarded = told ? sum(claims.stream().map(Standing::awarded)) : null;
    BigDecimal paid = told ? sum(claims.stream().map(Standing::paid)) : null;
    return new Line(
        of[0],
        route,
        of[1],
        claims.size(),
        shown,
        told ? sum(claims.stream().map(Standing::claimed)) : null,
        awarded,
        paid,
        awarded == null || paid == null
            ? null
            : claims.stream().map(Standing::gap).reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  /** Null where one amount is nearly all of it. */
  private static @Nullable BigDecimal sum(Stream<@Nullable BigDecimal> amounts) {
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal largest = BigDecimal.ZERO;
    for (BigDecimal amount : (Iterable<@Nullable BigDecimal>) amounts::iterator) {
      if (amount != null) {
        sum = sum.add(amount);
        largest = largest.max(amount);
      }
    }
    return largest.compareTo(sum.multiply(DOMINANT)) > 0 ? null : sum;
  }
}
