package org.passerelle.protect.casework.screening.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.passerelle.forms.Answer;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.Section;
import org.passerelle.forms.answers.Answers;
import org.passerelle.pages.Page;
import org.passerelle.protect.casework.screening.ElementResult;
import org.passerelle.protect.casework.screening.Outcome;
import org.passerelle.protect.casework.screening.Reason;
import org.passerelle.protect.casework.screening.ScreeningResult;
import org.passerelle.protect.casework.screening.Sign;

/** Texts of a result in the reader's language. */
public final class ResultWords {
  private final Page page;
  private final FormDefinition form;
  private final Answers answers;
  private final ScreeningResult result;

  ResultWords(Page page, FormDefinition form, Answers answers, ScreeningResult result) {
    this.page = page;
    this.form = form;
    this.answers = answers;
    this.result = result;
  }

  /**
   * Act, means or purpose.
   *
   * @param badge CSS class of the state
   * @param signs ticked signs, as text
   * @param evidence what was seen or heard
   * @param dimensions result of the ILO rule for each dimension
   */
  public record Element(
      String title,
      String state,
      String badge,
      List<String> signs,
      List<String> evidence,
      List<String> dimensions,
      String remark) {}

  /** An entry of "Told apart". */
  public record Apart(String what, String result, String because, List<String> signs) {}

  /** The heading, which states what was observed and draws no conclusion. */
  public String heading() {
    boolean child =
        result.outcome() == Outcome.INDICATORS_PRESENT && result.ageNow().needsNoMeans();
    return page.text("screening.outcome." + word(result.outcome()) + (child ? ".minor" : ""));
  }

  /** A short text of the outcome. */
  public static String outcome(Page page, Outcome outcome) {
    return page.text("screening.outcome.short." + word(outcome));
  }

  /** Reasons, one sentence each. */
  public List<String> reasons() {
    return result.reasons().stream().map(this::reason).toList();
  }

  private String reason(Reason reason) {
    return page.text("screening.reason." + word(reason));
  }

  /** Act, means and purpose. */
  public List<Element> elements() {
    return result.elements().stream().map(this::element).toList();
  }

  private Element element(ElementResult element) {
    boolean means = element.element() == Section.Element.MEANS;
    return new Element(
        page.text("screening.element." + word(element.element())),
        page.text("screening.state." + word(element.state())),
        switch (element.state()) {
          case PRESENT -> "accent";
          case SOME_SIGNS -> "warn";
          default -> "";
        },
        signs(element.signs()),
        evidence(element.element()),
        element.dimensions().stream().map(this::dimension).toList(),
        means && result.needsNoMeans() ? page.text("screening.means.not-required") : "");
  }

  private String dimension(ElementResult.DimensionResult dimension) {
    String title =
        form.section(dimension.section())
            .flatMap(section -> section.questions().stream().findFirst())
            .map(question -> question.label().in(page.language()))
            .orElse(dimension.section());
    return page.text(
        dimension.positive() ? "screening.dimension.positive" : "screening.dimension.open",
        title,
        dimension.strong(),
        dimension.medium(),
        dimension.weak());
  }

  /** Signs of the set that belong to no element. */
  public List<String> otherSigns() {
    return signs(result.signs());
  }

  /** Urgent signs. */
  public List<String> urgent() {
    return signs(result.urgent());
  }

  /** Signs as text. */
  private List<String> signs(List<Sign> signs) {
    List<String> words = new ArrayList<>();
    for (Sign sign : signs) {
      if (sign.question().equals("danger_now")) {
        words.add(page.text("screening.danger-now"));
      } else {
        form.question(sign.question())
            .flatMap(question -> question.code(sign.code()))
            .ifPresent(code -> words.add(code.label().in(page.language())));
      }
    }
    return words;
  }

  private List<String> evidence(Section.Element element) {
    return form.sections().stream()
        .filter(section -> section.element() == element)
        .flatMap(section -> section.questions().stream())
        .flatMap(question -> answers.of(question.id()).stream())
        .map(Answer::evidence)
        .filter(Objects::nonNull)
        .toList();
  }

  /** Smuggling and forced criminality, each distinguished from trafficking. */
  public List<Apart> apart() {
    return List.of(
        apart("smuggling", result.smuggling()),
        apart("forced_criminality", result.forcedCriminality()));
  }

  private Apart apart(String what, List<Sign> signs) {
    String key = "screening.apart." + what + (signs.isEmpty() ? ".none" : ".signs");
    return new Apart(
        page.text("screening.apart." + what),
        page.text(
            signs.isEmpty() ? "screening.apart.no-sign" : "screening.apart.some", signs.size()),
        page.text(key),
        signs(signs));
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
