package org.passerelle.forms;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.forms.expression.Expression;
import org.passerelle.language.Language;

/** Checks a complete form with its includes for errors that a single file cannot show. */
final class FormCheck {
  private final FormFile file;
  private final FormDefinition form;
  private final List<FormProblem> problems;

  FormCheck(FormFile file, FormDefinition complete, List<FormProblem> problems) {
    this.file = file;
    this.form = complete;
    this.problems = problems;
  }

  void run() {
    unique();
    if (form.verification().state() == FormDefinition.Verification.State.FROM_MEMORY
        && !form.source().title().everywhere().contains("Passerelle")) {
      problem(
          "",
          "its wording is from memory, but its source is \"%s\"."
              .formatted(form.source().title().in(new Language("en"))),
          "publish it as a working list of Passerelle.");
    }
    for (Section section : form.sections()) {
      check(section);
      section.questions().forEach(question -> check(section, question));
    }
    new ShowIfCheck(form, this::problem).run();
  }

  private void unique() {
    Set<String> sections = new HashSet<>();
    Set<String> questions = new HashSet<>();
    Set<String> reporting = new HashSet<>();
    for (Section section : form.sections()) {
      if (!sections.add(section.id())) {
        problem(
            "section " + section.id(),
            "the section \"%s\" appears twice.".formatted(section.id()),
            "an included fragment has a section of that name.");
      }
      for (Question question : section.questions()) {
        if (!questions.add(question.id())) {
          problem(
              "question " + question.id(),
              "the question \"%s\" appears twice.".formatted(question.id()),
              "an included fragment already asks it.");
        }
        if (question.reporting() != null && !reporting.add(question.reporting())) {
          problem(
              "question " + question.id(),
              "the reporting code \"%s\" is used twice.".formatted(question.reporting()),
              "the other question counts the same thing.");
        }
      }
    }
  }

  private void check(Section section) {
    String where = "section " + section.id();
    if (section.dimension() != null && form.scoring() != FormDefinition.Scoring.ILO) {
      problem(
          where, "it has a dimension, but the form is not scored.", "\"scoring: ilo\" is missing.");
    }
    if (section.dimension() != null && section.element() == null) {
      problem(where, "it has a dimension, but no element.", "it is means or purpose.");
    }
    if (section.element() != null
        && form.kind() != FormDefinition.Kind.SCREENING
        && form.kind() != FormDefinition.Kind.FRAGMENT) {
      problem(where, "only a screening has elements.", "the form is of another kind.");
    }
  }

  private void check(Section section, Question question) {
    String where = "question " + question.id();
    Question.Type type = question.type();
    if (type.hasCodes() && question.codes() == null) {
      problem(where, "it has no codes to choose from.", "\"codes\" or \"list\" is missing.");
    }
    if (!type.hasCodes() && question.codes() != null) {
      problem(where, "a question of this type has no codes.", "it is a choice or multi-choice.");
    }
    if (type != Question.Type.NUMBER && (question.min() != null || question.max() != null)) {
      problem(where, "only a number has \"min\" and \"max\".", "its type is number.");
    }
    if (question.min() != null
        && question.max() != null
        && question.min().compareTo(question.max()) > 0) {
      problem(
          where,
          "\"min\" %s is above \"max\" %s.".formatted(question.min(), question.max()),
          "the two are swapped.");
    }
    if (question.future() && type != Question.Type.DATE && type != Question.Type.PARTIAL_DATE) {
      problem(where, "only a date can be in the future.", "its type is date.");
    }
    reporting(question, where);
    strengths(section, question, where);
  }

  private void reporting(Question question, String where) {
    if (question.reporting() == null) {
      return;
    }
    if (question.type().isWriting()) {
      problem(
          where,
          "it is free text and cannot be counted under \"%s\".".formatted(question.reporting()),
          "it should be a choice; names and texts never leave their sealed document.");
    } else if (question.category() == Question.Category.IDENTITY
        || question.category() == Question.Category.CONTACT) {
      problem(
          where,
          "an answer of the category %s is never counted.".formatted(question.category()),
          "its category is case.");
    }
  }

  private void strengths(Section section, Question question, String where) {
    if (question.codes() == null) {
      return;
    }
    boolean weighed = section.dimension() != null && form.scoring() == FormDefinition.Scoring.ILO;
    for (Code code : question.codes().codes()) {
      if (weighed && code.strength() == null) {
        problem(
            where,
            "the indicator \"%s\" has no strength.".formatted(code.code()),
            "it is strong, medium or weak.");
      }
      if (!weighed && code.strength() != null) {
        problem(
            where,
            "the code \"%s\" has a strength, but nothing here is scored.".formatted(code.code()),
            "the section's \"dimension\" or \"scoring: ilo\" is missing.");
      }
    }
  }

  private void problem(String where, String what, String maybe) {
    problems.add(new FormProblem(file.file(), line(where), where, what, maybe));
  }

  private int line(String where) {
    for (YamlMap section : file.map().maps("sections")) {
      if (where.equals("section " + section.text("id").orElse(""))) {
        return section.line();
      }
      for (YamlMap question : section.maps("questions")) {
        if (where.equals("question " + question.text("id").orElse(""))) {
          return question.line();
        }
      }
    }
    return 0;
  }

  /** Receives a problem: place, problem, suggestion. */
  @FunctionalInterface
  interface Report {
    void problem(String where, String what, String maybe);
  }

  static Set<String> questionsOf(@Nullable Expression expression) {
    return expression == null ? Set.of() : expression.questions();
  }
}
