package org.passerelle.forms;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.pages.Page;

/**
 * A whole form to be filled in, for the template {@code protect/forms/fill.jte}.
 *
 * @param action address for submission; the field {@code action} is {@code save} or {@code hand-in}
 * @param revision revision of the draft when the page was opened
 * @param banner key of a message at the top, or empty
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
   * @param typed input with rejected fields, or null
   * @param missing questions that {@link Submissions#submit} reported as missing
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
