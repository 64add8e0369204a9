package org.passerelle.protect.casework.compensation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.disclosure.cells.SmallCells;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.casework.cases.tasks.CaseTasks;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.InClear;
import org.passerelle.storage.OnBothDatabases;

/** Claims are maintained by the team, exact to the cent, and summed for the coordinators. */
@OnBothDatabases
@Tag("slow")
class ClaimsTest {
  private static final String AGAINST = "Owner of Zlatna Ruka";
  @Parameter House house;

  private Claims claims() {
    return house.get(Claims.class);
  }

  private UUID file(SignedIn who) {
    return SomeCase.in("RS").open(house, who);
  }

  private UUID claim(UUID file, String currency, SignedIn who) {
    return claims()
        .open(
            file,
            new Claim.Draft("civil_court", "RS", currency, new Claim.Words(AGAINST, "", "", "")),
            who);
  }

  private LocalDate lastMonth() {
    return LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC)
        .withDayOfMonth(1)
        .minusDays(9);
  }

  private Step.Draft step(String kind, @Nullable String amount) {
    return new Step.Draft(
        kind,
        lastMonth(),
        amount == null ? null : new BigDecimal(amount),
        kind.equals("paid") ? "confiscated_assets" : null,
        new Step.Words("", "Said at Zlatna Ruka"));
  }

  @Test
  void amountsAreExactWordsAreSealedAndStrangersSeeNothing() {
    SignedIn who = house.somebody(Role.CASE_MANAGER);
    UUID file = file(who);
    UUID claim = claim(file, "EUR", who);
    claims().step(file, claim, step("awarded", "0.10"), who);
    for (int i = 0; i < 3; i++) {
      claims().step(file, claim, step("paid", "0.03"), who);
    }
    Claim found = claims().find(file, claim, who);
    assertThat(found.words().against()).isEqualTo(AGAINST);
    assertThat(found.standing().paid()).isEqualTo(new BigDecimal("0.09"));
    assertThat(found.standing().gap()).isEqualTo(new BigDecimal("0.01"));
    assertThat(new InClear(house).columns("Zlatna Ruka")).isEmpty();
    SignedIn stranger = house.somebody(Role.CASE_MANAGER, Role.SUPERVISOR);
    assertThatThrownBy(() -> claims().of(file, stranger)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> claims().step(file, claim, step("refused", null), stranger))
        .isInstanceOf(NotFound.class);
    UUID other = file(who);
    assertThatThrownBy(() -> claims().step(other, claim, step("refused", null), who))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void whatCannotFollowIsRefusedAndLeavesNothing() {
    SignedIn who = house.somebody(Role.CASE_MANAGER);
    UUID file = file(who);
    UUID claim = claim(file, "RSD", who);
    assertThatThrownBy(() -> claims().step(file, claim, step("paid", "5"), who))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> claims().step(file, claim, step("awarded", null), who))
        .isInstanceOf(Refused.class);
    assertThat(claims().find(file, claim, who).steps()).isEmpty();
    UUID award = claims().step(file, claim, step("awarded", "5"), who);
    claims().step(file, claim, step("paid", "5"), who);
    // without the award the payment would have no basis
    assertThatThrownBy(() -> claims().strike(file, claim, award, who)).isInstanceOf(Refused.class);
    assertThat(claims().find(file, claim, who).standing().state()).isEqualTo("paid");
  }

  @Test
  void twoAppealsAtOnceAreOne() throws Exception {
    SignedIn who = house.somebody(Role.CASE_MANAGER);
    UUID file = file(who);
    UUID claim = claim(file, "EUR", who);
    claims().step(file, claim, step("refused", null), who);
    Supplier<Boolean> appeal =
        () -> {
          try {
            claims().step(file, claim, step("appealed", null), who);
            return true;
          } catch (Refused e) {
            return false;
          }
        };
    CompletableFuture<Boolean> first = CompletableFuture.supplyAsync(appeal);
    CompletableFuture<Boolean> second = CompletableFuture.supplyAsync(appeal);
    assertThat(first.get() ^ second.get()).as("one of them").isTrue();
    assertThat(claims().find(file, claim, who).steps()).hasSize(2);
  }

  @Test
  void figuresHideWhatWouldTellOfOnePerson() {
    UUID organisation = Staff.organisation(house).id();
    SignedIn who = house.colleague(organisation, Role.CASE_MANAGER, Role.SUPERVISOR);
    ClaimFigures figures = house.get(ClaimFigures.class);
    for (int i = 0; i < 4; i++) {
      UUID file = file(who);
      claims().step(file, claim(file, "EUR", who), step("awarded", "100.10"), who);
    }
    assertThat(figures.of(who).lines())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.shown()).isEqualTo(SmallCells.Shown.SMALL);
              assertThat(line.awarded()).isNull();
              assertThat(line.gap()).isNull();
            });
    UUID fifth = file(who);
    UUID claim = claim(fifth, "EUR", who);
    claims().step(fifth, claim, step("awarded", "100.10"), who);
    UUID paid = claims().step(fifth, claim, step("paid", "40"), who);
    ClaimFigures.Line line = figures.of(who).lines().get(0);
    assertThat(line.claims()).isEqualTo(5);
    assertThat(line.awarded()).isEqualByComparingTo("500.50");
    assertThat(line.paid()).as("one person received all of it").isNull();
    claims().strike(fifth, claim, paid, who);
    assertThat(figures.of(who).lines().get(0).gap()).isEqualByComparingTo("500.50");
    SignedIn elsewhere = house.somebody(Role.SUPERVISOR);
    assertThat(figures.of(elsewhere).lines()).isEmpty();
    assertThat(figures.of(house.somebody(Role.STEERING_MEMBER)).lines())
        .anyMatch(l -> l.country().equals("RS") && l.currency().equals("EUR"));
  }

  @Test
  void aClaimIsFollowedToThePaymentOnItsPages() {
    Member manager = Member.of(house, Role.CASE_MANAGER);
    SignedIn who = Staff.signedIn(manager.user());
    UUID file = file(who);
    Browser browser = manager.browser();
    String at = "/protect/cases/" + file + "/compensation";
    assertThat(browser.get(at).body()).contains("No claim yet");
    browser.get(at + "/new");
    Browser.Answer faulty = browser.post(at, "route", "civil_court", "country", "RS");
    assertThat(faulty.status()).isEqualTo(422);
    browser.get(at + "/new");
    String one =
        browser
            .post(at, "route", "civil_court", "country", "RS", "currency", "RSD", "office", "Court")
            .location();
    assertThat(one).startsWith(at + "/");
    assertThat(browser.get(one + "/step?kind=paid").status()).isEqualTo(404);
    enter(
        browser,
        one,
        "awarded",
        "amount",
        "12.500,50",
        "until",
        LocalDate.parse(today()).plusYears(4).toString());
    assertThat(browser.get(one).body())
        .contains("12,500.50\u00A0RSD awarded; nothing has been paid yet.");
    assertThat(house.get(CaseTasks.class).openTasks(file, who))
        .extracting(CaseTasks.Task::kind)
        .containsExactly("compensation");
    browser.get(one + "/step?kind=paid");
    Browser.Answer wrong =
        browser.post(
            one + "/steps", "kind", "paid", "on", today(), "payer", "offender", "amount", "a lot");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body()).contains("Write an amount above 0");
    enter(browser, one, "paid", "amount", "2500", "payer", "confiscated_assets");
    String page = browser.get(one).body();
    assertThat(page)
        .contains(
            "2,500.00\u00A0RSD received; 10,000.50\u00A0RSD still to come", "Confiscated assets");
    String strike =
        Pattern.compile(one + "/steps/[0-9a-f-]{36}/strike")
            .matcher(page)
            .results()
            .skip(1)
            .findFirst()
            .orElseThrow()
            .group();
    browser.post(strike);
    assertThat(browser.get(one).body()).contains("nothing has been paid yet", "struck out");
    assertThat(browser.get("/protect/cases/" + file).body()).contains("Compensation: Awarded");
    assertThat(Member.of(house, Role.CASE_MANAGER).browser().get(one).status()).isEqualTo(404);
    Browser coordinator = Member.of(house, Role.NATIONAL_COORDINATOR).browser();
    assertThat(coordinator.get("/protect/compensation").status()).isEqualTo(200);
    assertThat(coordinator.get("/protect/compensation/figures.csv").body())
        .startsWith("country,route,currency,claims,claimed,awarded,paid,gap,paid_from_assets\n");
    assertThat(browser.get("/protect/compensation").status()).isEqualTo(404);
  }

  private String today() {
    return LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC).toString();
  }

  private void enter(Browser browser, String one, String kind, String... fields) {
    browser.get(one + "/step?kind=" + kind);
    String[] all = new String[fields.length + 4];
    all[0] = "kind";
    all[1] = kind;
    all[2] = "on";
    all[3] = today();
    System.arraycopy(fields, 0, all, 4, fields.length);
    Browser.Answer answer = browser.post(one + "/steps", all);
    assertThat(answer.status()).as(answer.body()).isEqualTo(302);
    assertThat(answer.location()).isEqualTo(one);
  }
}
