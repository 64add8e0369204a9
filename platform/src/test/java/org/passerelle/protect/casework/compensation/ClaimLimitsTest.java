package org.passerelle.protect.casework.compensation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.casework.cases.due.Due;
import org.passerelle.refusal.Refused;
import org.passerelle.register.Entry;
import org.passerelle.register.Register;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** A late claim is lost: the last day is computed from the days in the claim, by verified law. */
@OnBothDatabases
@Tag("slow")
class ClaimLimitsTest {
  private static final List<String> FRENCH =
      List.of("compensation-offence-fr", "compensation-judgment-fr");

  @Parameter House house;

  private LocalDate today() {
    return LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC);
  }

  private Claims claims() {
    return house.get(Claims.class);
  }

  private List<ClaimLimits.Limit> limits(
      String country, @Nullable LocalDate offence, @Nullable LocalDate judgment) {
    return house
        .get(ClaimLimits.class)
        .of("state_fund", country, new Claim.Days(offence, judgment));
  }

  private UUID claim(UUID file, String route, @Nullable LocalDate offence, SignedIn who) {
    return claims()
        .open(
            file,
            new Claim.Draft(
                route, "FR", "EUR", new Claim.Days(offence, null), new Claim.Words("", "", "", "")),
            who);
  }

  private void enter(UUID file, UUID claim, Claim.Days days, SignedIn who) {
    house
        .get(ClaimDays.class)
        .enter(file, claim, claims().find(file, claim, who).days(), days, who);
  }

  /** The rules on the French fund are shown without a date until a lawyer has verified them. */
  @BeforeEach
  void verified() {
    FRENCH.forEach(id -> says(id, Map.of("verified", "true", "verified-by", "A lawyer (test)")));
  }

  @AfterEach
  void unverified() {
    FRENCH.forEach(id -> says(id, Map.of("verified", "", "verified-by", "")));
  }

  private void says(String id, Map<String, String> more) {
    Register register = house.get(Register.class);
    Entry before = register.facts().find("deadline", id).orElseThrow();
    Map<String, Object> content = new LinkedHashMap<>(before.content());
    more.forEach(
        (key, value) -> {
          content.remove(key);
          if (!value.isEmpty()) {
            content.put(key, value);
          }
        });
    register.save(
        house.somebody(Role.PROGRAMME_MANAGER), before.kind(), id, before.revision(), content, "");
  }

  private List<Due> due(UUID file) {
    return house.get(ClaimsDue.class).of(List.of(file));
  }

  /** A prosecution extends the three years: after a judgment a claim is not late within a year. */
  @Test
  void theFrenchFundGivesThreeYearsFromTheOffenceAndNeverLessThanOneFromTheJudgment() {
    LocalDate offence = LocalDate.of(2024, 2, 29);
    LocalDate judgment = LocalDate.of(2026, 5, 4);
    assertThat(limits("FR", offence, null))
        .singleElement()
        .satisfies(
            limit -> {
              assertThat(limit.due()).isEqualTo(LocalDate.of(2027, 2, 28));
              assertThat(limit.rule().prolonged()).isTrue();
            });
    assertThat(limits("FR", offence, judgment))
        .extracting(ClaimLimits.Limit::event, ClaimLimits.Limit::due)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("judgment", LocalDate.of(2027, 5, 4)));
    assertThat(limits("FR", offence, LocalDate.of(2024, 6, 3)))
        .extracting(ClaimLimits.Limit::event, ClaimLimits.Limit::due)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("offence", LocalDate.of(2027, 2, 28)));
    assertThat(
            house.get(ClaimLimits.class).of("civil_court", "FR", new Claim.Days(offence, judgment)))
        .as("of another route")
        .isEmpty();
    assertThat(limits("RS", offence, judgment)).as("nobody has read of a fund").isEmpty();
  }

  /** The register entry says so before anybody has verified it. */
  @Test
  void theFrenchEntryFromTheOffenceSaysThatAProsecutionProlongsIt() {
    unverified();
    Entry entry =
        house.get(Register.class).facts().find("deadline", "compensation-offence-fr").orElseThrow();
    assertThat(entry.flag("prosecution-prolongs")).isTrue();
    assertThat(entry.wording("title").byLanguage())
        .containsEntry(
            "en",
            "Claim to the State fund, France: from the offence, longer where there is a prosecution");
    assertThat(limits("FR", today().minusYears(4), today()))
        .as("both are told, and neither has a day")
        .hasSize(2)
        .allSatisfy(limit -> assertThat(limit.due()).isNull());
  }

  @Test
  void whatNobodyHasVerifiedIsToldWithoutADay() {
    for (String country : List.of("HR", "BG", "RO", "GR")) {
      assertThat(limits(country, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 1)))
          .as(country)
          .isNotEmpty()
          .allSatisfy(limit -> assertThat(limit.due()).isNull());
    }
  }

  @Test
  void itIsDueForTheTeamUntilTheClaimIsPutForward() {
    SignedIn who = house.somebody(Role.CASE_MANAGER);
    UUID file = SomeCase.in("FR").open(house, who);
    LocalDate offence = today().minusYears(3).plusDays(9);
    claim(file, "civil_court", offence, who);
    assertThat(due(file)).as("another route").isEmpty();
    UUID claim = claim(file, "state_fund", offence, who);
    assertThat(due(file))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.day()).isEqualTo(offence.plusYears(3));
              assertThat(one.subject()).isEqualTo(claim);
              assertThat(one.team()).isTrue();
            });
    enter(file, claim, new Claim.Days(null, today().minusDays(2)), who);
    assertThat(due(file)).extracting(Due::detail).containsExactly("judgment");
    UUID step =
        claims()
            .step(
                file,
                claim,
                new Step.Draft(
                    "claimed", today(), new BigDecimal("10"), null, new Step.Words("", "")),
                who);
    assertThat(due(file)).isEmpty();
    claims().strike(file, claim, step, who);
    assertThat(due(file)).hasSize(1);
    enter(file, claim, new Claim.Days(today().minusYears(4), null), who);
    assertThat(due(file)).as("long past").isEmpty();
    assertThatThrownBy(() -> enter(file, claim, new Claim.Days(today(), today().minusDays(1)), who))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(
            () ->
                house
                    .get(ClaimDays.class)
                    .enter(file, claim, Claim.Days.UNKNOWN, new Claim.Days(today(), null), who))
        .as("what somebody entered meanwhile is not lost")
        .hasMessage("compensation.refused.days-changed");
  }

  @Test
  void theTeamEntersTheDaysOnThePageAndReadsTheLastOne() {
    Member manager = Member.of(house, Role.CASE_MANAGER);
    SignedIn who = Staff.signedIn(manager.user());
    UUID file = SomeCase.in("FR").open(house, who);
    Browser browser = manager.browser();
    String at = "/protect/cases/" + file + "/compensation";
    browser.get(at + "/new");
    String one =
        browser.post(at, "route", "state_fund", "country", "FR", "currency", "EUR").location();
    assertThat(browser.get(one).body()).doesNotContain("article 706-5");
    Browser.Answer ahead = browser.post(one + "/days", "offence", today().plusYears(1).toString());
    assertThat(ahead.status()).isEqualTo(422);
    browser.get(one);
    LocalDate offence = today().minusYears(1);
    assertThat(browser.post(one + "/days", "offence", offence.toString()).location())
        .isEqualTo(one);
    String page = browser.get(one).body();
    assertThat(page)
        .contains(
            "Claim for compensation",
            "36 months from the last day of the offence",
            "and longer where there is a prosecution",
            "Code of Criminal Procedure, article 706-5",
            "If a deadline has passed, ask a lawyer")
        .contains("value=\"" + offence + "\"");
    assertThat(browser.get("/protect/cases/" + file).status()).isEqualTo(200);
    assertThat(Member.of(house, Role.CASE_MANAGER).browser().get(one).status()).isEqualTo(404);
  }
}
