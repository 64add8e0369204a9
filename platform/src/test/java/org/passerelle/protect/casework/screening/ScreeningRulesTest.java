package org.passerelle.protect.casework.screening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.passerelle.protect.casework.screening.Given.chosen;
import static org.passerelle.protect.casework.screening.Given.notKnown;
import static org.passerelle.protect.casework.screening.Given.number;
import static org.passerelle.protect.casework.screening.Given.ticked;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.forms.Section.Element;
import org.passerelle.forms.answers.Answers;
import org.passerelle.protect.casework.cases.Urgency;
import org.passerelle.protect.person.MinorRule;

class ScreeningRulesTest {

  @Test
  void anAdultNeedsActMeansAndPurpose() {
    Answers adult = chosen(Answers.NONE, "age_under_18", "no");
    Answers two = ticked(ticked(adult, "act", "transportation"), "purpose", "labour");
    ScreeningResult without = result(two);
    assertEquals(Outcome.MORE_TO_ASK, without.outcome());
    assertTrue(without.reasons().contains(Reason.MEANS_MISSING));
    ScreeningResult with = result(ticked(two, "means", "deception"));
    assertEquals(Outcome.INDICATORS_PRESENT, with.outcome());
    assertTrue(with.reasons().contains(Reason.ALL_PRESENT));
    assertFalse(with.needsNoMeans());
  }

  @ParameterizedTest
  @CsvSource({"yes, MINOR", "not_sure, MAYBE", ", MAYBE", "unknown, MAYBE"})
  void aMinorNeedsNoMeansAndNotSureCountsAsAMinor(String said, MinorRule expected) {
    Answers answers = ticked(ticked(Answers.NONE, "act", "receipt"), "purpose", "sexual");
    if ("unknown".equals(said)) {
      answers = notKnown(answers, "age_under_18");
    } else if (said != null) {
      answers = chosen(answers, "age_under_18", said);
    }
    ScreeningResult result = result(ticked(answers, "means"));
    assertEquals(expected, result.ageNow());
    assertEquals(Outcome.INDICATORS_PRESENT, result.outcome());
    assertEquals(ElementResult.State.NOT_REQUIRED, result.element(Element.MEANS).state());
    assertTrue(result.reasons().contains(Reason.ALL_PRESENT_FOR_A_MINOR));
    assertTrue(result.steps().contains(Step.CALL_CHILD_PROTECTION));
    assertEquals(Urgency.HIGH, result.urgency());
  }

  @Test
  void inDoubtTheLowerAgeHolds() {
    Answers answers = chosen(Answers.NONE, "age_under_18", "no");
    assertEquals(MinorRule.ADULT, result(number(answers, "age_estimate", 18)).ageNow());
    ScreeningResult under = result(number(answers, "age_estimate", 17));
    assertEquals(MinorRule.MAYBE, under.ageNow());
    assertTrue(under.reasons().contains(Reason.MINOR_BY_ESTIMATE));
    assertEquals(
        MinorRule.MINOR,
        result(number(chosen(Answers.NONE, "age_under_18", "yes"), "age_estimate", 25)).ageNow());
  }

  @ParameterizedTest
  @CsvSource({"yes, INDICATORS_PRESENT", "not_sure, INDICATORS_PRESENT", "no, MORE_TO_ASK"})
  void theAgeWhenItBeganDecides(String said, Outcome expected) {
    Answers answers = chosen(Answers.NONE, "age_under_18", "no");
    answers = ticked(ticked(answers, "act", "receipt"), "purpose", "sexual");
    ScreeningResult result = result(chosen(answers, "under_18_when_it_began", said));
    assertEquals(expected, result.outcome());
    assertEquals(MinorRule.ADULT, result.ageNow());
    assertFalse(result.steps().contains(Step.CALL_CHILD_PROTECTION));
  }

  @Test
  void noneRecordedNeedsAnswersAndProvesNothing() {
    assertEquals(Outcome.MORE_TO_ASK, result(Answers.NONE).outcome());
    Answers none = ticked(ticked(Answers.NONE, "act"), "purpose");
    ScreeningResult result = result(none);
    assertEquals(Outcome.NONE_RECORDED, result.outcome());
    assertTrue(result.reasons().contains(Reason.PROVES_NOTHING));
    assertTrue(result.steps().contains(Step.SCREEN_AGAIN));
    assertEquals(Outcome.MORE_TO_ASK, result(notKnown(none, "purpose")).outcome());
    assertEquals(
        ElementResult.State.NOT_KNOWN,
        result(notKnown(none, "purpose")).element(Element.PURPOSE).state());
  }

  /** Nothing points to trafficking, and the person has nowhere to sleep. */
  @Test
  void aPersonWhoNeedsABedOrADoctorGetsACase() {
    Answers none = ticked(ticked(Answers.NONE, "act"), "purpose");
    assertFalse(result(none).steps().contains(Step.OPEN_CASE));
    for (String sign : List.of("no_safe_place", "medical_need", "controlled_now")) {
      ScreeningResult result = result(ticked(none, "urgency", sign));
      assertEquals(Outcome.NONE_RECORDED, result.outcome(), sign);
      assertTrue(result.steps().contains(Step.OPEN_CASE), sign);
    }
  }

  @Test
  void smugglingDoesNotExcludeTrafficking() {
    Answers answers =
        ticked(
            ticked(chosen(Answers.NONE, "age_under_18", "yes"), "act", "receipt"),
            "purpose",
            "labour");
    ScreeningResult before = result(answers);
    ScreeningResult after =
        result(ticked(answers, "smuggling", "paid_for_crossing", "own_wish", "ended_on_arrival"));
    assertEquals(before.outcome(), after.outcome());
    assertEquals(3, after.smuggling().size());
    assertTrue(after.reasons().contains(Reason.SMUGGLING_DOES_NOT_EXCLUDE));
    assertFalse(before.reasons().contains(Reason.SMUGGLING_DOES_NOT_EXCLUDE));
  }

  @Test
  void forcedCriminalityIsAPurposeAndCallsForNonPunishment() {
    Answers answers = ticked(chosen(Answers.NONE, "age_under_18", "not_sure"), "act", "transfer");
    ScreeningResult result = result(ticked(answers, "forced_criminality", "quotas"));
    assertEquals(Outcome.INDICATORS_PRESENT, result.outcome());
    assertTrue(result.steps().contains(Step.DO_NOT_QUESTION));
    assertTrue(result.reasons().contains(Reason.FORCED_CRIMINALITY));
  }

  @ParameterizedTest
  @CsvSource({
    "violence_expected, HIGH, CALL_POLICE",
    "trafficker_nearby, HIGH, CALL_POLICE",
    "controlled_now, HIGH, CALL_POLICE",
    "about_to_be_moved, HIGH, CALL_POLICE",
    "child_missing, HIGH, CALL_POLICE",
    "others_held, HIGH, CALL_POLICE",
    "medical_need, HIGH, CALL_DOCTOR",
    "suicidal_words, HIGH, CALL_DOCTOR",
    "no_safe_place, RAISED, SAFE_PLACE",
    "family_threatened, RAISED, TELL"
  })
  void everySignOfUrgencySetsTheOrderOfTheCalls(String code, Urgency urgency, Step step) {
    Answers adult = chosen(Answers.NONE, "age_under_18", "no");
    ScreeningResult result = result(ticked(adult, "urgency", code));
    assertEquals(urgency, result.urgency());
    assertTrue(result.steps().contains(step));
    assertEquals(List.of(code), result.urgent().stream().map(Sign::code).toList());
  }

  @Test
  void everyCodeOfUrgencyIsHeeded() {
    Given.form("screening-short")
        .question("urgency")
        .orElseThrow()
        .options()
        .forEach(
            code ->
                assertTrue(
                    result(ticked(Answers.NONE, "urgency", code.code())).urgency()
                        != Urgency.ORDINARY,
                    code.code()));
  }

  @Test
  void dangerNowComesFirst() {
    ScreeningResult result = result(chosen(Answers.NONE, "danger_now", "yes"));
    assertEquals(Urgency.HIGH, result.urgency());
    assertEquals(Step.CALL_POLICE, result.steps().get(0));
  }

  @Test
  void aPersonIsInterviewedApartFromControllingCompanions() {
    assertTrue(
        result(ticked(Answers.NONE, "accompanied_by", "parent")).steps().contains(Step.SEPARATE));
    assertFalse(
        result(ticked(Answers.NONE, "accompanied_by", "own_children"))
            .steps()
            .contains(Step.SEPARATE));
  }

  @ParameterizedTest
  @CsvSource({
    "2,0,0,true", "1,1,0,true", "1,0,1,true", "0,3,0,true", "0,2,1,true",
    "1,0,0,false", "0,2,0,false", "0,1,5,false", "0,0,9,false", "0,0,0,false"
  })
  void theRuleOfTheIloPerDimension(int strong, int medium, int weak, boolean positive) {
    assertEquals(positive, IloRule.positive(strong, medium, weak));
  }

  @Test
  void theIloSetsAreWeighedPerDimension() {
    Answers adult = chosen(Answers.NONE, "age_under_18", "no");
    // one medium sign of recruitment is not enough
    Answers weak = ticked(adult, "deceptive_recruitment", "ILO-AL-DEC-02");
    ScreeningResult few = ilo(weak);
    assertEquals(ElementResult.State.SOME_SIGNS, few.element(Element.MEANS).state());
    assertEquals(Outcome.MORE_TO_ASK, few.outcome());
    // strong and medium: positive, which indicates an act as well
    Answers recruited = ticked(adult, "deceptive_recruitment", "ILO-AL-DEC-01", "ILO-AL-DEC-02");
    ScreeningResult positive = ilo(recruited);
    assertEquals(ElementResult.State.PRESENT, positive.element(Element.MEANS).state());
    assertEquals(ElementResult.State.PRESENT, positive.element(Element.ACT).state());
    assertEquals(Outcome.MORE_TO_ASK, positive.outcome());
    assertTrue(positive.reasons().contains(Reason.PURPOSE_MISSING));
    ElementResult.DimensionResult dimension = positive.element(Element.MEANS).dimensions().get(0);
    assertEquals(1, dimension.strong());
    assertEquals(1, dimension.medium());
    ScreeningResult all = ilo(ticked(recruited, "purpose", "labour"));
    assertEquals(Outcome.INDICATORS_PRESENT, all.outcome());
    assertTrue(all.reasons().contains(Reason.DIMENSIONS_WEIGHED));
  }

  @Test
  void otherSetsCountPresenceAndAreNotScored() {
    Answers adult = chosen(Answers.NONE, "age_under_18", "no");
    ScreeningResult result =
        ScreeningResult.of(
            Given.form("unodc-child"), ticked(adult, "signs", "UN-CHI-01", "UN-CHI-04"));
    assertEquals(2, result.signs().size());
    assertEquals(Outcome.MORE_TO_ASK, result.outcome());
    assertTrue(result.reasons().contains(Reason.SIGNS_ALONE));
    assertTrue(result.reasons().contains(Reason.NOT_SCORED));
  }

  private static ScreeningResult result(Answers answers) {
    return ScreeningResult.of(Given.form("screening-short"), answers);
  }

  private static ScreeningResult ilo(Answers answers) {
    return ScreeningResult.of(Given.form("ilo-adult-labour"), answers);
  }
}
