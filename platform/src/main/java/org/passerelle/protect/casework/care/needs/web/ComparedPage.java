package org.passerelle.protect.casework.care.needs.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.forms.Question;
import org.passerelle.forms.Submission;
import org.passerelle.forms.answers.AnsweredView;
import org.passerelle.forms.answers.FormPages;
import org.passerelle.pages.Page;
import org.passerelle.protect.casework.care.needs.Comparison;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.web.CaseWords;

/**
 * View of compared assessments.
 *
 * @param part last segment of the page's URL
 * @param all submitted assessments, oldest first
 * @param compared empty if fewer than two are chosen
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

  public String at() {
    return "/protect/cases/" + file.id() + "/" + part;
  }

  /** Whether an assessment is among those compared. */
  public boolean shown(UUID assessment) {
    return compared.stream()
        .flatMap(c -> c.assessments().stream())
        .anyMatch(e -> e.id().equals(assessment));
  }

  /** Date of submission. */
  public String day(Submission.Entry assessment, Page page) {
    return assessment.submittedAt() == null ? "" : page.moments().instant(assessment.submittedAt());
  }

  /** An answer as text, or that there is none. */
  public String words(Question question, Comparison.Cell cell, Page page) {
    if (cell.answer() == null) {
      return page.text("needs.not-answered");
    }
    AnsweredView.Line line = FormPages.answered(page, question, cell.answer());
    return String.join(", ", line.values());
  }

  /** Labels of the codes of a question. */
  public String codes(Question question, List<String> codes, Page page) {
    return String.join(
        ", ",
        question.options().stream()
            .filter(c -> codes.contains(c.code()))
            .map(c -> c.label().in(page.language()))
            .toList());
  }

  /** CSS class of a change's badge. */
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
