package org.passerelle.forms.answers;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.Question;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stores answers collected elsewhere, many at once, as completed submissions: sealed and projected
 * like those of {@link Submissions}.
 */
@Service
public class GatheredSubmissions {
  private static final int BATCH = 500;
  private final JdbcTemplate jdbc;
  private final SubmissionRows rows;
  private final Vault vault;
  private final Identifiers identifiers;

  GatheredSubmissions(
      JdbcTemplate jdbc, SubmissionRows rows, Vault vault, Identifiers identifiers) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.vault = vault;
    this.identifiers = identifiers;
  }

  /** Answers about a case. */
  public record Gathered(UUID file, Answers answers) {}

  private record One(UUID id, Gathered gathered) {}

  private record Counted(UUID submission, ReportingColumns.Column column) {}

  /** Questions that were answered although the other answers would have hidden them. */
  public static List<Question> notAsked(FormDefinition form, Answers answers) {
    Visibility visibility = new Visibility(form, answers);
    return form.questions().stream()
        .filter(question -> answers.of(question.id()).isPresent())
        .filter(question -> !visibility.isShown(question.id()))
        .toList();
  }

  /** Stores them all. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(SignedIn who, FormDefinition form, List<Gathered> all, Instant at) {
    rows.use(form, at);
    List<One> numbered = all.stream().map(one -> new One(identifiers.next(), one)).toList();
    OffsetDateTime now = Columns.at(at);
    jdbc.batchUpdate(
        """
        insert into submission (id, organisation, subject_kind, subject, sealed_under, form,
          version, digest, state, revision, content, created_by, created_at, changed_by,
          changed_at, submitted_by, submitted_at)
        values (?, ?, 'case', ?, ?, ?, ?, ?, 'submitted', 1, ?, ?, ?, ?, ?, ?, ?)
        """,
        numbered,
        BATCH,
        (row, one) -> {
          UUID file = one.gathered.file;
          row.setObject(1, one.id);
          row.setObject(2, who.organisation());
          row.setObject(3, file);
          row.setObject(4, file);
          row.setString(5, form.form());
          row.setInt(6, form.version());
          row.setString(7, form.digest());
          row.setBytes(8, vault.seal(file, Submissions.PLACE, document(form, one.gathered)));
          row.setObject(9, who.user());
          row.setObject(10, now);
          row.setObject(11, who.user());
          row.setObject(12, now);
          row.setObject(13, who.user());
          row.setObject(14, now);
        });
    project(who, form, numbered);
  }

  private void project(SignedIn who, FormDefinition form, List<One> all) {
    List<Counted> columns = new ArrayList<>();
    for (One one : all) {
      ReportingColumns.of(form, one.gathered.answers)
          .forEach(column -> columns.add(new Counted(one.id, column)));
    }
    jdbc.batchUpdate(
        """
        insert into reporting_value
          (submission, organisation, form, code, place, text_value, number_value, date_value)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        columns,
        BATCH,
        (row, counted) -> {
          ReportingColumns.Column column = counted.column;
          row.setObject(1, counted.submission);
          row.setObject(2, who.organisation());
          row.setString(3, form.form());
          row.setString(4, column.code());
          row.setInt(5, column.place());
          row.setString(6, column.text());
          row.setBigDecimal(7, column.number());
          row.setObject(8, column.date(), Types.DATE);
        });
  }

  private static String document(FormDefinition form, Gathered gathered) {
    return new AnswerDocument(form.form(), form.version(), form.digest(), gathered.answers())
        .json();
  }
}
