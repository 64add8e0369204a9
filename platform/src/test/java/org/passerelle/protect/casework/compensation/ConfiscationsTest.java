package org.passerelle.protect.casework.compensation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.casework.cases.tasks.CaseTasks;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.House;
import org.passerelle.storage.InClear;
import org.passerelle.storage.OnBothDatabases;

/**
 * Outstanding amounts are summed per claim, and confiscated assets are followed to the payments.
 */
@OnBothDatabases
@Tag("slow")
class ConfiscationsTest {
  @Parameter House house;

  private Claims claims() {
    return house.get(Claims.class);
  }

  private Confiscations confiscations() {
    return house.get(Confiscations.class);
  }

  private LocalDate lastMonth() {
    return LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC)
        .withDayOfMonth(1)
        .minusDays(9);
  }

  private UUID claim(UUID file, SignedIn who) {
    return claims()
        .open(
            file,
            new Claim.Draft("civil_court", "RS", "EUR", new Claim.Words("", "", "", "")),
            who);
  }

  private void step(UUID file, UUID claim, String kind, String amount, SignedIn who) {
    @Nullable String payer = kind.equals("paid") ? "confiscated_assets" : null;
    claims()
        .step(
            file,
            claim,
            new Step.Draft(
                kind, lastMonth(), new BigDecimal(amount), payer, new Step.Words("", "")),
            who);
  }

  private UUID asset(UUID file, UUID claim, String kind, String amount, SignedIn who) {
    return confiscations()
        .enter(
            file,
            claim,
            new Confiscation.Draft(
                kind,
                lastMonth(),
                new BigDecimal(amount),
                new Confiscation.Words("House in Zlatna Ruka", "Court, K 7")),
            who);
  }

  @Test
  void whatOneReceivedBeyondTheirAwardHidesNothingOfWhatOthersAreOwed() {
    UUID organisation = Staff.organisation(house).id();
    SignedIn who = house.colleague(organisation, Role.CASE_MANAGER, Role.SUPERVISOR);
    for (String paid : List.of("150", "150", "150", "50", "50", "50.05")) {
      UUID file = SomeCase.in("RS").open(house, who);
      UUID claim = claim(file, who);
      step(file, claim, "awarded", "100", who);
      step(file, claim, "paid", paid, who);
    }
    ClaimFigures.Line line = house.get(ClaimFigures.class).of(who).lines().get(0);
    assertThat(line.awarded()).isEqualByComparingTo("600");
    assertThat(line.paid()).isEqualByComparingTo("600.05");
    assertThat(line.gap()).isEqualByComparingTo("149.95");
    assertThat(line.share()).isEqualTo(75);
    assertThat(line.fromAssets()).as("all of it").isEqualByComparingTo("600.05");
  }

  @Test
  void theDashboardSaysWhatCameFromConfiscatedAssetsUnlessItTellsOfOnePerson() {
    Member reader =
        Member.in(house, Staff.organisation(house).id(), Role.CASE_MANAGER, Role.SUPERVISOR);
    SignedIn who = Staff.signedIn(reader.user());
    for (int i = 0; i < 4; i++) {
      paid("50.10", "confiscated_assets", who);
      paid("30", "state_fund", who);
    }
    ClaimFigures figures = house.get(ClaimFigures.class);
    ClaimFigures.Line line = figures.of(who).lines().get(0);
    assertThat(line.paid()).isEqualByComparingTo("320.40");
    assertThat(line.fromAssets()).isEqualByComparingTo("200.40");
    Browser browser = reader.browser();
    assertThat(browser.get("/protect/compensation").body())
        .contains("Of this, from confiscated assets", "200.40");
    assertThat(browser.get("/protect/compensation/figures.csv").body())
        .contains("RS,civil_court,EUR,8,0,800.00,320.40,479.60,200.40\n");
    paid("900", "confiscated_assets", who);
    line = figures.of(who).lines().get(0);
    assertThat(line.fromAssets()).as("one person received most of it").isNull();
  }

  @Test
  void whatOneReceivedFromElsewhereCannotBeComputed() {
    SignedIn who =
        house.colleague(Staff.organisation(house).id(), Role.CASE_MANAGER, Role.SUPERVISOR);
    for (int i = 0; i < 5; i++) {
      paid("50", "confiscated_assets", who);
    }
    paid("50", "offender", who);
    ClaimFigures.Line line = house.get(ClaimFigures.class).of(who).lines().get(0);
    assertThat(line.paid()).isEqualByComparingTo("300");
    assertThat(line.fromAssets()).isNull();
  }

  private void paid(String amount, String payer, SignedIn who) {
    UUID file = SomeCase.in("RS").open(house, who);
    UUID claim = claim(file, who);
    step(file, claim, "awarded", "100", who);
    claims()
        .step(
            file,
            claim,
            new Step.Draft(
                "paid", lastMonth(), new BigDecimal(amount), payer, new Step.Words("", "")),
            who);
  }

  @Test
  void assetsAreFollowedFromTheSeizureToWhatIsLeft() {
    SignedIn who = house.somebody(Role.CASE_MANAGER);
    UUID file = SomeCase.in("RS").open(house, who);
    UUID claim = claim(file, who);
    asset(file, claim, "seized", "1000", who);
    asset(file, claim, "confiscated", "800.10", who);
    asset(file, claim, "asked", "500", who);
    UUID others = asset(file, claim, "to_others", "700", who);
    step(file, claim, "awarded", "400", who);
    step(file, claim, "paid", "300.05", who);
    Confiscation found = confiscations().of(file, claim, who);
    assertThat(found.sum("seized")).isEqualByComparingTo("1000");
    assertThat(found.paid()).isEqualByComparingTo("300.05");
    assertThat(found.left()).as("never below nothing").isEqualByComparingTo("0");
    confiscations().strike(file, claim, others, who);
    confiscations().strike(file, claim, others, who);
    assertThat(confiscations().of(file, claim, who).left()).isEqualByComparingTo("500.05");
    asset(file, claim, "released", "199.90", who);
    assertThat(confiscations().of(file, claim, who).left())
        .as("what was seized and not confiscated was given back")
        .isEqualByComparingTo("500.05");
    asset(file, claim, "released", "150", who);
    assertThat(confiscations().of(file, claim, who).left())
        .as("an appeal gave back a part of what was confiscated")
        .isEqualByComparingTo("350.05");
    asset(file, claim, "released", "5000", who);
    assertThat(confiscations().of(file, claim, who).left()).isEqualByComparingTo("0");
    assertThat(new InClear(house).columns("Zlatna Ruka")).isEmpty();
    SignedIn stranger = house.somebody(Role.CASE_MANAGER);
    assertThatThrownBy(() -> confiscations().of(file, claim, stranger))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> asset(file, claim, "seized", "5", stranger))
        .isInstanceOf(NotFound.class);
    UUID other = SomeCase.in("RS").open(house, who);
    assertThatThrownBy(() -> asset(other, claim, "seized", "5", who)).isInstanceOf(NotFound.class);
  }

  @Test
  void aCountryWithoutVerifiedLawIsSaidAndALastDayIsEnteredWithItsSource() {
    Member manager = Member.of(house, Role.CASE_MANAGER);
    SignedIn who = Staff.signedIn(manager.user());
    UUID file = SomeCase.in("RS").open(house, who);
    UUID claim = claim(file, who);
    Browser browser = manager.browser();
    String at = "/protect/cases/" + file + "/compensation";
    assertThat(browser.get(at).body())
        .contains("No time limit for claiming is verified for Serbia");
    assertThat(browser.post(at + "/limit", "limit_country", "RS").status()).isEqualTo(422);
    browser.get(at);
    String day =
        LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC).plusDays(9).toString();
    assertThat(
            browser
                .post(
                    at + "/limit",
                    "limit_country",
                    "RS",
                    "limit_day",
                    day,
                    "limit_source",
                    "Law on obligations, article 376")
                .location())
        .isEqualTo(at);
    assertThat(browser.get(at).body()).contains("Law on obligations, article 376");
    assertThat(house.get(CaseTasks.class).openTasks(file, who))
        .extracting(CaseTasks.Task::kind)
        .containsExactly("compensation");
    String assets = at + "/" + claim + "/assets";
    assertThat(browser.get(at + "/" + claim).body()).contains(assets);
    assertThat(browser.get(assets).body()).contains("Nothing entered yet");
    assertThat(browser.post(assets, "kind", "seized", "amount", "many").status()).isEqualTo(422);
    browser.get(assets);
    String today = LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC).toString();
    browser.post(
        assets, "kind", "seized", "on", today, "amount", "12.500,50", "what", "An account");
    browser.get(assets);
    browser.post(assets, "kind", "released", "on", today, "amount", "70,5", "what", "An account");
    assertThat(browser.get(assets).body())
        .contains("12,500.50\u00A0EUR", "An account", "Given back to the owner", "70.50\u00A0EUR");
    assertThat(browser.get("/protect/cases/" + file).body()).contains("Confiscated assets: Seized");
  }
}
