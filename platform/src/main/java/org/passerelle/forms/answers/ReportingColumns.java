package org.passerelle.forms.answers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.forms.Answer;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.Question;
import org.passerelle.forms.Submission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Countable answers in typed clear columns. A question is projected only if it declares a reporting
 * code; free text never is, whatever it declares. "None of these" and "not known" are separate rows
 * ({@value Typed#NONE}, {@value Typed#NOT_KNOWN}), so that zero is not unknown; a question that was
 * not shown has no row.
 */
@Component
class ReportingColumns {
  private final JdbcClient db;

  ReportingColumns(JdbcClient db) {
    this.db = db;
  }

  /** A row; exactly one of the values is present. */
  record Column(
      String code,
      int place,
      @Nullable String text,
      @Nullable BigDecimal number,
      @Nullable LocalDate date) {}

  /** The countable answers. */
  static List<Column> of(FormDefinition form, Answers answers) {
    List<Column> columns = new ArrayList<>();
    for (Question question : form.questions()) {
      String code = question.reporting();
      if (code != null && !question.type().isWriting()) {
        answers
            .of(question.id())
            .ifPresent(answer -> columns.addAll(columns(code, answer.content())));
      }
    }
    return columns;
  }

  private static List<Column> columns(String code, Answer.Content content) {
    if (content instanceof Answer.Amount amount) {
      return List.of(new Column(code, 0, null, amount.number(), null));
    }
    if (content instanceof Answer.Day day) {
      return List.of(new Column(code, 0, null, null, day.day()));
    }
    if (content instanceof Answer.Partly partly) {
      LocalDate earliest = partly.date().earliest();
      return earliest == null ? List.of() : List.of(new Column(code, 0, null, null, earliest));
    }
    if (content instanceof Answer.Chosen chosen) {
      return List.of(new Column(code, 0, chosen.code(), null, null));
    }
    if (content instanceof Answer.ChosenAll all) {
      if (all.codes().isEmpty()) {
        return List.of(new Column(code, 0, Typed.NONE, null, null));
      }
      List<Column> columns = new ArrayList<>();
      all.codes()
          .forEach(chosen -> columns.add(new Column(code, columns.size(), chosen, null, null)));
      return columns;
    }
    return content instanceof Answer.NotKnown
        ? List.of(new Column(code, 0, Typed.NOT_KNOWN, null, null))
        : List.of();
  }

  /** Replaces the rows of a submission, in the transaction that submits it. */
  @Transactional(propagation = Propagation.MANDATORY)
  void write(Submission.Entry entry, FormDefinition form, Answers answers) {
    db.sql("delete from reporting_value where submission = :id").param("id", entry.id()).update();
    for (Column column : of(form, answers)) {
      db.sql(
              """
              insert into reporting_value
                (submission, organisation, form, code, place, text_value, number_value, date_value)
              values (:id, :organisation, :form, :code, :place, :text, :number, :date)
              """)
          .param("id", entry.id())
          .param("organisation", entry.subject().organisation())
          .param("form", entry.form())
          .param("code", column.code())
          .param("place", column.place())
          .param("text", column.text())
          .param("number", column.number())
          .param("date", column.date())
          .update();
    }
  }

  /** Removes all rows; {@link Submissions#rebuildReporting} creates them again. */
  @Transactional(propagation = Propagation.MANDATORY)
  void clear(UUID submission) {
    db.sql("delete from reporting_value where submission = :id").param("id", submission).update();
  }
}
