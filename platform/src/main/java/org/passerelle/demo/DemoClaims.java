package org.passerelle.demo;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.compensation.Claim;
import org.passerelle.protect.casework.compensation.Claims;
import org.passerelle.protect.casework.compensation.Step;
import org.springframework.stereotype.Component;

/**
 * Compensation claims of the demonstration: many are awarded, few are paid. Amounts are invented.
 */
@Component
class DemoClaims {
  private static final int MANY = 60;
  private static final List<String> ROUTES =
      List.of("criminal_court", "state_fund", "criminal_court", "criminal_court", "settlement");
  private static final Map<String, String> CURRENCIES =
      Map.of(
          "RS", "RSD", "AL", "ALL", "BA", "BAM", "MK", "MKD", "RO", "RON", "MD", "MDL", "TR", "TRY",
          "UA", "UAH");
  private final Claims claims;
  private final Clock clock;

  DemoClaims(Claims claims, Clock clock) {
    this.claims = claims;
    this.clock = clock;
  }

  /** One each for some cases of adults and children who were identified as victims. */
  void enter(List<DemoFiles.Opened> opened) {
    List<DemoFiles.Opened> cases =
        opened.stream().filter(o -> o.state().equals("identified")).limit(MANY).toList();
    for (int i = 0; i < cases.size(); i++) {
      DemoFiles.Opened one = cases.get(i);
      SignedIn who = one.manager().who();
      if (claims.count(one.id(), who) == 0) {
        claim(i, one, who);
      }
    }
  }

  private void claim(int i, DemoFiles.Opened one, SignedIn who) {
    String country = one.manager().organisation().country();
    String route = ROUTES.get(i % ROUTES.size());
    UUID claim =
        claims.open(
            one.id(),
            new Claim.Draft(
                route,
                country,
                CURRENCIES.getOrDefault(country, "EUR"),
                new Claim.Words("", "", "", "")),
            who);
    BigDecimal amount = new BigDecimal(300_000 + 17_350 * i).setScale(2);
    step(one, claim, "claimed", 300 - i % 40, amount, who);
    if (i % 4 == 3) {
      return;
    }
    if (i % 7 == 5) {
      step(one, claim, "refused", 150 - i % 40, null, who);
      step(one, claim, "appealed", 140 - i % 40, null, who);
      return;
    }
    BigDecimal awarded = amount.multiply(new BigDecimal("0.6")).setScale(2);
    step(
        one, claim, route.equals("settlement") ? "settled" : "awarded", 120 - i % 40, awarded, who);
    if (i % 3 == 0) {
      step(
          one,
          claim,
          "paid",
          60 - i % 10,
          awarded.multiply(new BigDecimal("0.25")).setScale(2),
          who);
    }
  }

  private void step(
      DemoFiles.Opened one,
      UUID claim,
      String kind,
      int daysAgo,
      @Nullable BigDecimal amount,
      SignedIn who) {
    LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(daysAgo);
    String payer = kind.equals("paid") ? "confiscated_assets" : null;
    claims.step(
        one.id(), claim, new Step.Draft(kind, day, amount, payer, new Step.Words("", "")), who);
  }
}
