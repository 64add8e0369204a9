package org.passerelle.protect.casework.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.forms.Answer;
import org.passerelle.forms.Code;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseStates;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.Risk;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.casework.cases.Urgency;
import org.passerelle.protect.casework.due.DueThing;
import org.passerelle.protect.casework.due.Dues;
import org.passerelle.protect.casework.safety.risk.RiskFound;
import org.passerelle.protect.casework.safety.risk.RiskLevel;
import org.passerelle.protect.casework.safety.risk.RiskLevels;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** The level found by an assessment is the case's risk until the next one finds another. */
@OnBothDatabases
@Tag("slow")
class RiskLevelsTest {
  @Parameter House house;
  private Member member;
  private SignedIn lead;
  private UUID caseId;

  @BeforeEach
  void aCase() {
    member = Member.of(house, Role.CASE_MANAGER);
    lead = Staff.signedIn(member.user());
    caseId = SomeCase.in("RS").open(house, lead);
  }

  @Test
  void theNewestLevelCounts() {
    assertThat(file().risk()).isEqualTo(Risk.NOT_KNOWN);
    assess().handIn("immediate");
    assertThat(file().risk()).isEqualTo(Risk.HIGH);
    assertThat(file().urgency()).isEqualTo(Urgency.HIGH);
    house.clock().pass(Duration.ofDays(1));
    assess().handIn("high");
    assertThat(file().urgency()).isEqualTo(Urgency.RAISED);
    house.clock().pass(Duration.ofDays(1));
    assess().handIn("medium");
    assertThat(file().risk()).isEqualTo(Risk.RAISED);
    assertThat(file().urgency()).isEqualTo(Urgency.ORDINARY);
    house.clock().pass(Duration.ofDays(1));
    assess().handIn("none_seen");
    assertThat(file().risk()).as("low is what a person says").isEqualTo(Risk.LOW);
    assertThat(levels())
        .containsExactly(
            RiskLevel.NONE_SEEN, RiskLevel.MEDIUM, RiskLevel.HIGH, RiskLevel.IMMEDIATE);
  }

  /** An unknown value is neither better nor worse. */
  @Test
  void anUnknownLevelKeepsTheEarlierOne() {
    assess().handIn("high");
    house.clock().pass(Duration.ofDays(1));
    assess().with("overall_level", new Answer.NotKnown()).handIn();
    assertThat(file().risk()).isEqualTo(Risk.HIGH);
    assertThat(levels()).containsExactly(RiskLevel.HIGH);
  }

  /**
   * With offline phones and forms from elsewhere, what arrives last was not necessarily assessed
   * last.
   */
  @Test
  void anAssessmentThatArrivesLateCountsFromTheMomentOfItsMaking() {
    Instant made = house.clock().instant();
    house.clock().pass(Duration.ofDays(2));
    assess().handIn("high");
    house.clock().pass(Duration.ofDays(1));
    assess().with("overall_level", "low").handIn(made);
    assertThat(file().risk()).isEqualTo(Risk.HIGH);
    assertThat(levels()).containsExactly(RiskLevel.HIGH, RiskLevel.LOW);
  }

  @Test
  void theNextOneIsDueOnItsDayUntilItIsMade() {
    LocalDate next = LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC).plusDays(5);
    assess().with("next_assessment", new Answer.Day(next)).handIn("medium");
    assertThat(due()).singleElement().satisfies(one -> assertThat(one.path()).endsWith("/risk"));
    house.clock().pass(Duration.ofDays(1));
    assess().handIn("low");
    assertThat(due()).isEmpty();
    house.clock().pass(Duration.ofDays(1));
    assess().with("next_assessment", new Answer.Day(next)).handIn("low");
    assertThat(due()).hasSize(1);
    house.get(CaseStates.class).close(caseId, "goals_reached", lead);
    assertThat(due()).isEmpty();
  }

  @Test
  void answersAreShownSideBySide() {
    Browser browser = member.browser();
    String at = "/protect/cases/" + caseId + "/risk";
    assertThat(browser.get(at).body()).contains("Not assessed is not the same as low");
    assess().with("danger_near", "high").with("exploiters_free", "no").handIn("high");
    house.clock().pass(Duration.ofDays(1));
    assess().with("danger_near", "low").with("exploiters_free", "yes").handIn("medium");
    browser = member.elsewhere();
    assertThat(browser.get(at).body())
        .contains("Risk as last assessed: Medium", "2 better", "1 worse")
        .doesNotContain("⟦");
    assertThat(browser.get("/protect/cases/" + caseId).body()).contains("Risk assessed: Medium");
    Browser other = Member.of(house, Role.CASE_MANAGER, Role.SUPERVISOR).browser();
    assertThat(other.get(at).status()).isEqualTo(404);
    assertThatThrownBy(
            () -> house.get(RiskLevels.class).of(caseId, house.somebody(Role.CASE_MANAGER)))
        .isInstanceOf(NotFound.class);
  }

  /** A code in the list without a rule would be dropped silently. */
  @Test
  void everyLevelOfTheFormIsOneOfTheRule() {
    FormDefinition form = house.get(FormDefinitions.class).current("risk-assessment").orElseThrow();
    Set<String> asked =
        form.question("overall_level").orElseThrow().options().stream()
            .map(Code::code)
            .collect(Collectors.toSet());
    assertThat(asked).allMatch(code -> RiskLevel.of(code).isPresent());
    assertThat(asked).hasSize(RiskLevel.values().length);
  }

  private SomeRisk assess() {
    return new SomeRisk(house, caseId, lead);
  }

  private List<RiskLevel> levels() {
    return house.get(RiskLevels.class).of(caseId, lead).stream().map(RiskFound::level).toList();
  }

  private List<DueThing> due() {
    return house
        .get(Dues.class)
        .mine(
            lead,
            Duration.ofDays(20),
            false,
            100,
            house.get(Languages.class).texts(new Language("en")))
        .stream()
        .filter(one -> one.kind().equals("risk"))
        .toList();
  }

  private Case file() {
    return house.get(Cases.class).find(caseId, lead);
  }
}
