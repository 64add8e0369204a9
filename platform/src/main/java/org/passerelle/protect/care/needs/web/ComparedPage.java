package org.passerelle.protect.care.needs.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.forms.AnsweredView;
import org.passerelle.forms.FormPages;
import org.passerelle.forms.Question;
import org.passerelle.forms.Submission;
import org.passerelle.pages.Page;
import org.passerelle.protect.care.needs.Comparison;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.cases.web.CaseWords;

/**
 * Assessments of a case side by side.
 *
 * @param part last part of the page's address
 * @param all that were handed in, the oldest first
 * @param compared empty while fewer than two are chosen
 */
public record ComparedPage(
    Case file,
    String part,
    List<Submission.Entry> all,
    Optional<Comparison> compared,
    CaseWords words) {
  public ComparedPage {
    all = List.copyOf(all);
  }

  /** Where it stands. */
  public String at() {
    return "/protect/cases/" + file.id() + "/" + part;
  }

  /** Whether one is among those compared. */
  public boolean shown(UUID assessment) {
    return compared.stream()
        .flatMap(c -> c.assessments().stream())
        .anyMatch(e -> e.id().equals(assessment));
  }

  /** When it was handed in. */
  public String day(Submission.Entry assessment, Page page) {
    return assessment.submittedAt() == null ? "" : page.moments().instant(assessment.submittedAt());
  }

  /** An answer in words; what was not answered is said to be so. */
  public String words(Question question, Comparison.Cell cell, Page page) {
    if (cell.answer() == null) {
      return page.text("needs.not-answered");
    }
    AnsweredView.Line line = FormPages.answered(page, question, cell.answer());
    return String.join(", ", line.values());
  }

  /** Codes of a question in words. */
  public String codes(Question question, List<String> codes, Page page) {
    return String.join(
        ", ",
        question.options().stream()
            .filter(c -> codes.contains(c.code()))
            .map(c -> c.label().in(page.language()))
            .toList());
  }

  /** Class of the badge of a change. */
  public String colour(Comparison.Change change) {
    return switch (change) {
      case BETTER -> "good";
      case WORSE -> "danger";
      case GONE -> "warn";
      case NEW, CHANGED -> "accent";
      case NONE, SAME -> "";
    };
  }
}
