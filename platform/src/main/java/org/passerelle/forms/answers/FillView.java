package org.passerelle.forms.answers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.forms.Question;
import org.passerelle.forms.Submission;
import org.passerelle.pages.Page;

/**
 * A whole form to be filled in, as the part {@code forms/fill.jte} shows it.
 *
 * @param action where it is sent; the field {@code action} is {@code save} or {@code hand-in}
 * @param revision of the draft on which the page was opened
 * @param banner key of a sentence shown on top, or empty
 */
public record FillView(
    String action,
    int revision,
    String banner,
    List<SectionView> sections,
    List<SectionView.Problem> problems) {
  public FillView {
    sections = List.copyOf(sections);
    problems = List.copyOf(problems);
  }

  /**
   * A draft to be filled in.
   *
   * @param typed what came in and could not be taken, or null
   * @param missing what {@link Submissions#submit} asked for
   */
  public static FillView of(
      Page page, Submission draft, String action, @Nullable Typed typed, List<Question> missing) {
    List<SectionView> sections =
        FormPages.sections(page, draft.definition(), draft.answers(), typed, missing);
    String banner = draft.definition().banner();
    return new FillView(
        action,
        draft.entry().revision(),
        banner == null ? "" : "forms.banner." + banner,
        sections,
        sections.stream().flatMap(section -> section.problems().stream()).toList());
  }
}
