package org.passerelle.protect.casework.compensation;

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
import org.passerelle.disclosure.cells.SmallCells;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Awarded and paid amounts by country and route, with what came from confiscated assets, up to the
 * end of the last full month, so that comparing figures of two days reveals nobody. Supervisors see
 * those of their organisation, national coordinators those of their country, and the steering roles
 * those of the node.
 */
@Service
public class ClaimFigures {
  /** Dominance limit: a sum is hidden if one claim has more than this share of it. */
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
   * Figures for a country, route and currency; for all routes if the route is empty.
   *
   * @param claims number of claims
   * @param shown how the number of claims is shown
   * @param claimed null if amounts must be hidden
   * @param awarded as {@code claimed}
   * @param paid as {@code claimed}
   * @param fromAssets amount of {@code paid} that came from confiscated assets; null also if the
   *     rest of {@code paid} would reveal one payment
   * @param gap awarded and not paid, computed per claim, so that a payment above one person's award
   *     does not hide what another is owed; 0 or more, null if {@code awarded} or {@code paid} is
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
      @Nullable BigDecimal fromAssets,
      @Nullable BigDecimal gap) {
    /** Percentage of the award that was paid, 0 to 100; -1 if unknown. */
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

    private Line withoutAssets() {
      return new Line(country, route, currency, claims, shown, claimed, awarded, paid, null, gap);
    }
  }

  /**
   * Figures for a reader.
   *
   * @param until day after the last day included
   * @param scope {@code organisation}, {@code country} or {@code node}
   * @param totals one total per country and currency in which nothing is hidden
   */
  public record All(LocalDate until, String scope, List<Line> lines, List<Line> totals) {
    public All {
      lines = List.copyOf(lines);
      totals = List.copyOf(totals);
    }
  }

  private record Key(String country, String currency, String route) {}

  /** A claim with the amount that was paid from confiscated assets. */
  private record Counted(ClaimStatus standing, BigDecimal fromAssets) {
    static Counted of(List<Step> steps) {
      return new Counted(ClaimStatus.of(steps), Confiscations.paid(steps));
    }

    BigDecimal fromElsewhere() {
      return standing.paid().subtract(fromAssets);
    }
  }

  /** Figures that the reader may see. */
  @Transactional(readOnly = true)
  public All of(SignedIn who) {
    LocalDate until = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).withDayOfMonth(1);
    String scope = scope(who);
    String country = organisations.find(who.organisation()).map(Organisation::country).orElse("");
    Map<UUID, Key> keys = new HashMap<>();
    Map<UUID, List<Step>> steps = new HashMap<>();
    db.sql(
            """
            select k.id as claim, k.country, k.currency, k.route, s.id, s.number, s.kind, s.on_day, s.amount, s.payer, s.at
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
                          row.getString("payer"),
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
   * The routes of a country and currency form a row with their total, and are protected together.
   */
  private static All judged(
      LocalDate until, String scope, Map<UUID, Key> keys, Map<UUID, List<Step>> steps) {
    Map<String, Map<String, List<Counted>>> groups = new TreeMap<>();
    keys.forEach(
        (claim, key) ->
            groups
                .computeIfAbsent(key.country + " " + key.currency, g -> new TreeMap<>())
                .computeIfAbsent(key.route, r -> new ArrayList<>())
                .add(Counted.of(steps.getOrDefault(claim, List.of()))));
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
            Line total =
                line(
                    of,
                    "",
                    routes.values().stream().flatMap(List::stream).toList(),
                    SmallCells.Shown.AS_IT_IS);
            boolean assetsTold = some.stream().allMatch(l -> l.fromAssets() != null);
            totals.add(assetsTold ? total : total.withoutAssets());
          }
        });
    return new All(until, scope, lines, totals);
  }

  private static Line line(
      String[] of, String route, List<Counted> claims, SmallCells.Shown shown) {
    boolean told = shown == SmallCells.Shown.AS_IT_IS;
    List<ClaimStatus> all = claims.stream().map(Counted::standing).toList();
    BigDecimal awarded = told ? sum(all.stream().map(ClaimStatus::awarded)) : null;
    BigDecimal paid = told ? sum(all.stream().map(ClaimStatus::paid)) : null;
    return new Line(
        of[0],
        route,
        of[1],
        claims.size(),
        shown,
        told ? sum(all.stream().map(ClaimStatus::claimed)) : null,
        awarded,
        paid,
        paid == null ? null : fromAssets(claims),
        awarded == null || paid == null
            ? null
            : all.stream().map(ClaimStatus::gap).reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  /** Null if it would reveal one payment, by itself or as the difference to all that was paid. */
  private static @Nullable BigDecimal fromAssets(List<Counted> claims) {
    BigDecimal rest = sum(claims.stream().map(Counted::fromElsewhere));
    return rest == null ? null : sum(claims.stream().map(Counted::fromAssets));
  }

  /** Null if one amount dominates the sum. */
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
