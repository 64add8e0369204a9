package org.passerelle.protect.screening.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.forms.SectionView;
import org.passerelle.protect.screening.Screening;

/**
 * One page of a screening.
 *
 * @param facts source and verification of the form
 * @param progress act, means and purpose
 * @param back id of the section before, or null on the first
 * @param last whether the next step is the result
 * @param mayFinish whether what follows can be left out
 * @param soFar what is recorded so far
 * @param minor sentence about the minor rule, or empty
 * @param way what is left and what was passed over
 * @param more whether an answer opened a further question on this page
 */
public record QuestionPage(
    Screening screening,
    FormFacts facts,
    SectionView section,
    List<Progress> progress,
    int number,
    int total,
    @Nullable String back,
    boolean last,
    boolean mayFinish,
    List<SoFar> soFar,
    String minor,
    boolean more,
    List<Call> calls,
    Way way) {

  /**
   * The way through the pages.
   *
   * @param minutes that the rest takes, about
   * @param open pages before this one that were left without an answer
   * @param returns page to which one goes back after this one, or empty
   * @param leadsOn whether choosing an answer leads on
   * @param danger whether the person is in danger now and that was just said
   */
  public record Way(int minutes, List<Open> open, String returns, boolean leadsOn, boolean danger) {
    public Way {
      open = List.copyOf(open);
    }
  }

  /** A page that was passed over. */
  public record Open(String id, String title) {}

  /** Act, means or purpose: done, current or to come. */
  public record Progress(String title, String state, boolean current, boolean done) {}

  /** A line of "So far". */
  public record SoFar(String title, List<String> lines) {}

  /** Where the page is. */
  public String address() {
    return "/protect/screenings/" + screening.id() + "/pages/" + section.id();
  }
}
