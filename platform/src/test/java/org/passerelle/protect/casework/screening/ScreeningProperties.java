package org.passerelle.protect.casework.screening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.passerelle.forms.Answer;
import org.passerelle.forms.Code;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.Question;
import org.passerelle.forms.Section;
import org.passerelle.forms.answers.Answers;

/** Properties of results for all forms and all answers. */
class ScreeningProperties {

  @Property
  void oneTickMoreNeverLowersTheOutcomeNorTheUrgency(
      @ForAll("forms") String name, @ForAll long seed) {
    FormDefinition form = Given.form(name);
    Random random = new Random(seed);
    Answers before = answers(form, random);
    List<Question> multi =
        form.questions().stream().filter(q -> q.type() == Question.Type.MULTI_CHOICE).toList();
    Question question = multi.get(random.nextInt(multi.size()));
    List<String> more = new ArrayList<>(before.codes(question.id()));
    List<Code> codes = codes(question);
    more.add(codes.get(random.nextInt(codes.size())).code());
    Answers after = before.with(question.id(), Answer.of(new Answer.ChosenAll(more)));
    ScreeningResult lower = ScreeningResult.of(form, before);
    ScreeningResult higher = ScreeningResult.of(form, after);
    assertTrue(higher.outcome().compareTo(lower.outcome()) >= 0);
    assertTrue(higher.urgency().compareTo(lower.urgency()) >= 0);
  }

  @Property
  void noAnswerAboutMeansNeverLowersAMinorsOutcome(
      @ForAll("forms") String name, @ForAll long seed, @ForAll boolean sure) {
    FormDefinition form = Given.form(name);
    Random random = new Random(seed);
    Answers open = Given.chosen(answers(form, random), "age_under_18", sure ? "yes" : "not_sure");
    for (Section section : form.sections()) {
      if (section.element() == Section.Element.MEANS) {
        for (Question question : section.questions()) {
          open = open.without(question.id());
        }
      }
    }
    Outcome unanswered = ScreeningResult.of(form, open).outcome();
    Answers none = Given.ticked(open, "means");
    Answers notKnown = Given.notKnown(open, "means");
    assertEquals(unanswered, ScreeningResult.of(form, none).outcome());
    assertEquals(unanswered, ScreeningResult.of(form, notKnown).outcome());
  }

  @Property
  void theDoubtAboutTheAgeNeverLowersTheOutcome(@ForAll("forms") String name, @ForAll long seed) {
    FormDefinition form = Given.form(name);
    Answers any = answers(form, new Random(seed)).without("age_under_18");
    Outcome adult = ScreeningResult.of(form, Given.chosen(any, "age_under_18", "no")).outcome();
    for (Answers younger :
        List.of(
            any,
            Given.notKnown(any, "age_under_18"),
            Given.chosen(any, "age_under_18", "not_sure"),
            Given.chosen(any, "age_under_18", "yes"))) {
      ScreeningResult result = ScreeningResult.of(form, younger);
      assertTrue(result.needsNoMeans());
      assertTrue(result.outcome().compareTo(adult) >= 0);
    }
  }

  @Property
  void aDoubtfulAgeWithActAndPurposeAlwaysHasIndicators(
      @ForAll("forms") String name, @ForAll long seed) {
    FormDefinition form = Given.form(name);
    Answers answers = answers(form, new Random(seed));
    answers = Given.ticked(Given.ticked(answers, "act", "receipt"), "purpose", "other");
    ScreeningResult result =
        ScreeningResult.of(form, Given.chosen(answers, "age_under_18", "not_sure"));
    assertEquals(Outcome.INDICATORS_PRESENT, result.outcome());
  }

  @Property
  void theSameAnswersGiveTheSameResult(@ForAll("forms") String name, @ForAll long seed) {
    FormDefinition form = Given.form(name);
    assertEquals(
        ScreeningResult.of(form, answers(form, new Random(seed))),
        ScreeningResult.of(form, answers(form, new Random(seed))));
  }

  /** A screening is not a finding, and can never state delinquency. */
  @Property(tries = 1)
  void noWordOfAResultIsAFinding() {
    Stream.of(Outcome.values(), Reason.values(), Step.values(), ElementResult.State.values())
        .flatMap(Stream::of)
        .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
        .forEach(
            word ->
                assertTrue(
                    !word.matches(".*(victim|delinq|offender|guilty|finding|identified|decid).*"),
                    word));
    assertEquals(3, Outcome.values().length);
  }

  @Provide
  Arbitrary<String> forms() {
    return Arbitraries.of(
        "screening-short",
        "ilo-adult-labour",
        "ilo-child-labour",
        "unodc-forced-criminality",
        "unodc-child",
        "own-adult-sexual");
  }

  /** Answers of every kind, leaving about one in three questions open. */
  private static Answers answers(FormDefinition form, Random random) {
    Answers answers = Answers.NONE;
    for (Question question : form.questions()) {
      int kind = random.nextInt(6);
      List<Code> codes = codes(question);
      if (kind == 0) {
        answers = Given.notKnown(answers, question.id());
      } else if (kind <= 3 && question.type() == Question.Type.MULTI_CHOICE) {
        List<String> chosen = new ArrayList<>();
        int most = random.nextInt(4);
        for (int i = 0; i < most; i++) {
          chosen.add(codes.get(random.nextInt(codes.size())).code());
        }
        answers = answers.with(question.id(), Answer.of(new Answer.ChosenAll(chosen)));
      } else if (kind <= 3 && question.type() == Question.Type.CHOICE) {
        answers =
            Given.chosen(answers, question.id(), codes.get(random.nextInt(codes.size())).code());
      } else if (kind <= 3 && question.type() == Question.Type.NUMBER) {
        answers = Given.number(answers, question.id(), random.nextInt(60));
      }
    }
    return answers;
  }

  private static List<Code> codes(Question question) {
    return question.options();
  }
}
