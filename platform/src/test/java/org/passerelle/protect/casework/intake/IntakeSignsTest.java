package org.passerelle.protect.casework.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.forms.Answer;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.forms.Question;
import org.passerelle.forms.answers.Answers;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.Risk;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.casework.cases.Urgency;
import org.passerelle.protect.casework.due.DueThing;
import org.passerelle.protect.casework.due.Dues;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** A case is as urgent as its intake says, and the date of the next conversation becomes due. */
@OnBothDatabases
class IntakeSignsTest {
  private static final String CHILD = "child-protection-intake";
  private static final String VIOLENCE = "gbv-intake";
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
  void whatMustBeDoneTodayMakesTheCaseUrgentUntilALaterIntakeSaysOtherwise() {
    handIn(CHILD, Answers.NONE.with("urgency", chosen("week")));
    assertThat(file().urgency()).isEqualTo(Urgency.ORDINARY);
    house.clock().pass(Duration.ofMinutes(1));
    handIn(CHILD, Answers.NONE.with("urgency", chosen("now")));
    assertThat(file().urgency()).isEqualTo(Urgency.RAISED);
    assertThat(file().risk()).isEqualTo(Risk.RAISED);
    assertThat(file().nextDue()).isEqualTo(house.clock().instant().plus(Duration.ofHours(8)));
    assertThat(member.browser().get("/protect/cases/" + caseId + "/urgency").body())
        .contains("An intake says that something must be done today");
    assertThat(member.elsewhere().get("/protect/cases/" + caseId).body())
        .contains("Intake: something must be done today")
        .doesNotContain("⟦");
    house.clock().pass(Duration.ofMinutes(1));
    handIn(CHILD, Answers.NONE.with("urgency", Answer.of(new Answer.NotKnown())));
    assertThat(file().urgency()).as("not known is not better").isEqualTo(Urgency.RAISED);
    house.clock().pass(Duration.ofMinutes(1));
    handIn(CHILD, Answers.NONE.with("urgency", chosen("month")));
    assertThat(file().urgency()).isEqualTo(Urgency.ORDINARY);
  }

  @Test
  void whoIsNotSafeWhenLeavingIsAtRiskWhateverAnotherFormAsks() {
    handIn(VIOLENCE, Answers.NONE.with("safe_to_leave", chosen("no")));
    assertThat(file().urgency()).isEqualTo(Urgency.RAISED);
    assertThat(file().risk()).isEqualTo(Risk.HIGH);
    house.clock().pass(Duration.ofMinutes(1));
    handIn(CHILD, Answers.NONE.with("urgency", chosen("month")));
    assertThat(file().risk()).as("this form asks something else").isEqualTo(Risk.HIGH);
    house.clock().pass(Duration.ofMinutes(1));
    handIn(VIOLENCE, Answers.NONE.with("safe_to_leave", chosen("yes")));
    assertThat(file().urgency()).isEqualTo(Urgency.ORDINARY);
  }

  @Test
  void medicalHelpThatCannotWaitIsAtOnceInEitherForm() {
    handIn(CHILD, Answers.NONE.with("health_now", chosen("yes")));
    assertThat(file().urgency()).isEqualTo(Urgency.HIGH);
    assertThat(file().nextDue()).isEqualTo(house.clock().instant().plus(Duration.ofHours(2)));
    assertThat(member.browser().get("/protect/cases/" + caseId + "/urgency").body())
        .contains("An intake says that medical help cannot wait");
    assertThat(member.elsewhere().get("/protect/cases/" + caseId).body())
        .contains("Intake: medical help cannot wait")
        .doesNotContain("⟦");
    house.clock().pass(Duration.ofMinutes(1));
    handIn(CHILD, Answers.NONE.with("health_now", chosen("no")));
    assertThat(file().urgency()).isEqualTo(Urgency.ORDINARY);
    house.clock().pass(Duration.ofMinutes(1));
    Answers rape = Answers.NONE.with("type", chosen("rape"));
    handIn(VIOLENCE, rape.with("recent", chosen("yes")));
    assertThat(file().urgency()).as("72 hours are running").isEqualTo(Urgency.HIGH);
  }

  @Test
  void whoCanBeReachedByThoseWhoHarmedThemIsAtHighRisk() {
    handIn(CHILD, Answers.NONE.with("danger_at_home", chosen("yes")));
    assertThat(file().urgency()).isEqualTo(Urgency.RAISED);
    assertThat(file().risk()).isEqualTo(Risk.HIGH);
    house.clock().pass(Duration.ofMinutes(1));
    handIn(VIOLENCE, Answers.NONE.with("still_near", chosen("no")));
    assertThat(file().urgency()).as("the newest counts").isEqualTo(Urgency.ORDINARY);
    house.clock().pass(Duration.ofMinutes(1));
    handIn(VIOLENCE, Answers.NONE.with("still_near", chosen("yes")));
    assertThat(file().risk()).isEqualTo(Risk.HIGH);
    house.clock().pass(Duration.ofMinutes(1));
    handIn(CHILD, Answers.NONE.with("danger_at_home", chosen("no")));
    assertThat(file().risk()).as("somebody else than at home is near").isEqualTo(Risk.HIGH);
    house.clock().pass(Duration.ofMinutes(1));
    handIn(CHILD, Answers.NONE.with("danger_at_home", chosen("yes")));
    house.clock().pass(Duration.ofMinutes(1));
    handIn(CHILD, Answers.NONE.with("danger_at_home", chosen("no")));
    assertThat(file().risk()).as("nobody took back who is near").isEqualTo(Risk.HIGH);
  }

  @Test
  void aFormTakesBackWhatItSaidItself() {
    handIn(CHILD, Answers.NONE.with("danger_at_home", chosen("yes")));
    house.clock().pass(Duration.ofMinutes(1));
    handIn(CHILD, Answers.NONE.with("danger_at_home", chosen("no")));
    assertThat(file().urgency()).isEqualTo(Urgency.ORDINARY);
    house.clock().pass(Duration.ofMinutes(1));
    handIn(CHILD, Answers.NONE.with("health_now", chosen("yes")));
    house.clock().pass(Duration.ofMinutes(1));
    Answers rape = Answers.NONE.with("type", chosen("rape"));
    handIn(VIOLENCE, rape.with("recent", chosen("no")));
    assertThat(file().urgency()).as("a doctor is needed all the same").isEqualTo(Urgency.HIGH);
  }

  @Test
  void whatMustBeDoneWithinDaysIsDueOnTheLastOfThemUnlessATalkComesBefore() {
    LocalDate today = LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC);
    handIn(CHILD, Answers.NONE.with("urgency", chosen("week")));
    assertThat(dueDays()).containsExactly(today.plusDays(7));
    handIn(CHILD, Answers.NONE.with("urgency", chosen("month")));
    assertThat(dueDays()).containsExactly(today.plusDays(7));
    handIn(
        CHILD,
        Answers.NONE
            .with("urgency", chosen("days"))
            .with("seen_again", Answer.of(new Answer.Day(today.plusDays(2)))));
    assertThat(dueDays()).containsExactlyInAnyOrder(today.plusDays(7), today.plusDays(2));
  }

  @Test
  void anOverdueTalkDoesNotReplaceANewOne() {
    LocalDate today = LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC);
    handIn(CHILD, Answers.NONE.with("seen_again", Answer.of(new Answer.Day(today.plusDays(1)))));
    house.clock().pass(Duration.ofDays(4));
    handIn(CHILD, Answers.NONE.with("urgency", chosen("days")));
    assertThat(dueDays()).containsExactlyInAnyOrder(today.plusDays(1), today.plusDays(7));
  }

  @Test
  void theDayOfTheNextTalkIsDueOnceForWhoeverLeads() {
    LocalDate day = LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC).plusDays(3);
    Answers again = Answers.NONE.with("seen_again", Answer.of(new Answer.Day(day)));
    handIn(CHILD, again);
    handIn(VIOLENCE, again);
    assertThat(due())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.assigned()).isEqualTo(lead.user());
              assertThat(LocalDate.ofInstant(one.at(), ZoneOffset.UTC)).isEqualTo(day);
            });
    house.clock().pass(Duration.ofDays(5));
    assertThat(member.elsewhere().get("/").body()).contains(due().get(0).path());
  }

  private static Answer chosen(String code) {
    return Answer.of(new Answer.Chosen(code));
  }

  /** Submits a form; all other required answers are "not known". */
  private void handIn(String name, Answers given) {
    FormDefinition form = house.get(FormDefinitions.class).current(name).orElseThrow();
    CaseForms forms = house.get(CaseForms.class);
    Answers answers = given;
    List<Question> missing;
    do {
      UUID id = forms.bring(caseId, form, answers, house.clock().instant(), lead);
      missing = forms.handIn(caseId, id, lead);
      for (Question one : missing) {
        answers = answers.with(one.id(), Answer.of(new Answer.NotKnown()));
      }
    } while (!missing.isEmpty());
  }

  private List<DueThing> due() {
    return house
        .get(Dues.class)
        .of(caseId, lead, house.get(Languages.class).texts(new Language("en")))
        .stream()
        .filter(one -> one.kind().equals("follow_up"))
        .toList();
  }

  private List<LocalDate> dueDays() {
    return due().stream().map(one -> LocalDate.ofInstant(one.at(), ZoneOffset.UTC)).toList();
  }

  private Case file() {
    return house.get(Cases.class).find(caseId, lead);
  }
}
