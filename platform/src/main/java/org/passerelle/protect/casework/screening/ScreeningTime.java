package org.passerelle.protect.casework.screening;

import java.util.List;
import java.util.stream.Stream;
import org.passerelle.forms.Code;
import org.passerelle.forms.Question;
import org.passerelle.forms.Section;
import org.passerelle.forms.answers.Visibility;
import org.passerelle.language.Language;
import org.passerelle.language.Wording;

/**
 * Estimates how long a first-time user needs for pages of a screening, by the keystroke-level model
 * (Card, Moran and Newell, <i>The keystroke-level model for user performance time with interactive
 * systems</i>, CACM 23(7), 1980): for each tap M, 1.35 s to decide, P, 1.10 s to reach it, and B,
 * 0.20 s to press and release; for each page R, 0.5 s until it is displayed. Every word of a
 * question and its answers is read at 238 words a minute, the mean of adults (Brysbaert 2019, <a
 * href="https://doi.org/10.1016/j.jml.2019.104047">doi</a>). Lists for looking up (countries,
 * languages) are not read. The conversation itself is not included. Stateless.
 */
public final class ScreeningTime {
  /** Seconds per tap: M, P and B. */
  public static final double TAP = 1.35 + 1.10 + 0.20;

  /** Seconds until a page is displayed. */
  public static final double PAGE = 0.5;

  /** Seconds per word. */
  public static final double WORD = 60.0 / 238;

  private ScreeningTime() {}

  /** Minutes for these pages, at least one. */
  public static int minutes(List<Section> pages, Visibility visibility, Language language) {
    double seconds =
        pages.stream()
            .map(page -> visibility.questions(page))
            .mapToDouble(shown -> taps(shown) * TAP + PAGE)
            .sum();
    int words = pages.stream().mapToInt(page -> words(page, visibility, language)).sum();
    return Math.max(1, (int) Math.ceil((seconds + words * WORD) / 60));
  }

  /**
   * Whether choosing an answer continues to the next page, because the page has only one question.
   */
  public static boolean leadsOn(List<Question> shown) {
    return shown.size() == 1 && isOneOfFew(shown.get(0));
  }

  /** One tap per choice question, and one to continue. */
  static int taps(List<Question> shown) {
    return leadsOn(shown)
        ? 1
        : 1
            + (int)
                shown.stream()
                    .filter(
                        question ->
                            question.type().hasCodes()
                                || question.type() == Question.Type.YES_NO_UNKNOWN)
                    .count();
  }

  /** Number of words on a page as currently shown. */
  static int words(Section page, Visibility visibility, Language language) {
    List<Question> shown = visibility.questions(page);
    // on a page with one question the question is the heading
    boolean one = shown.size() == 1;
    Stream<Wording> own = Stream.concat(Stream.of(page.title()), Stream.ofNullable(page.hint()));
    return Stream.concat(own, shown.stream().flatMap(question -> said(question, one)))
        .mapToInt(said -> said.in(language).split("\\s+").length)
        .sum();
  }

  private static Stream<Wording> said(Question question, boolean one) {
    Stream<Wording> label = one ? Stream.empty() : Stream.of(question.label());
    Stream<Wording> answers =
        question.isLongList()
            ? Stream.empty()
            : question.options().stream().flatMap(ScreeningTime::said);
    return Stream.concat(Stream.concat(label, Stream.ofNullable(question.hint())), answers);
  }

  private static Stream<Wording> said(Code code) {
    return Stream.concat(Stream.of(code.label()), Stream.ofNullable(code.hint()));
  }

  private static boolean isOneOfFew(Question question) {
    return question.type() == Question.Type.YES_NO_UNKNOWN
        || (question.type() == Question.Type.CHOICE && !question.isLongList());
  }
}
