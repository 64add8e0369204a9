package org.passerelle.protect.casework.screening.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.forms.answers.SectionView;
import org.passerelle.protect.casework.screening.Screening;

/**
 * View of one page of a screening.
 *
 * @param facts source and verification of the form
 * @param progress progress of act, means and purpose
 * @param back identifier of the previous section, or null on the first
 * @param last whether the next step is the result
 * @param mayFinish whether the remaining pages can be skipped
 * @param soFar answers recorded so far
 * @param minor sentence about the minor rule, or empty
 * @param way what is left and what was skipped
 * @param more whether an answer revealed a further question on this page
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
   * Progress through the pages.
   *
   * @param minutes estimated minutes for the rest
   * @param open earlier pages without an answer
   * @param returns page to return to after this one, or empty
   * @param leadsOn whether choosing an answer continues to the next page
   * @param danger whether it has just been answered that the person is in danger now
   */
  public record Way(int minutes, List<Open> open, String returns, boolean leadsOn, boolean danger) {
    public Way {
      open = List.copyOf(open);
    }
  }

  /** A page that was skipped. */
  public record Open(String id, String title) {}

  /** Act, means or purpose: done, current or to come. */
  public record Progress(String title, String state, boolean current, boolean done) {}

  /** An entry of "So far". */
  public record SoFar(String title, List<String> lines) {}

  public String address() {
    return "/protect/screenings/" + screening.id() + "/pages/" + section.id();
  }
}
