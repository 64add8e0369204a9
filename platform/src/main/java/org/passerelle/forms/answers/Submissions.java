package org.passerelle.forms.answers;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.forms.Question;
import org.passerelle.forms.Submission;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Vault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Forms filled in about a person, a case or a screening. The caller has checked that the user may
 * see the subject; only the organisation is checked here. Answers are sealed under the subject's
 * key; reading them is written to the audit log.
 */
@Service
public class Submissions {
  static final String PLACE = "submission.content";

  private final SubmissionRows rows;
  private final ReportingColumns reporting;
  private final FormDefinitions definitions;
  private final Vault vault;
  private final AuditLog log;
  private final Identifiers identifiers;
  private final Clock clock;

  Submissions(
      SubmissionRows rows,
      ReportingColumns reporting,
      FormDefinitions definitions,
      Vault vault,
      AuditLog log,
      Identifiers identifiers,
      Clock clock) {
    this.rows = rows;
    this.reporting = reporting;
    this.definitions = definitions;
    this.vault = vault;
    this.log = log;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /**
   * Begins a draft.
   *
   * @param form the newest version of a form that is not a fragment
   * @return identifier of the submission
   */
  @Transactional
  public UUID start(SignedIn who, Subject subject, FormDefinition form, Answers answers) {
    return start(who, subject, form, answers, clock.instant());
  }

  /** Begins a draft at a past moment. */
  @Transactional
  public UUID start(
      SignedIn who, Subject subject, FormDefinition form, Answers answers, Instant at) {
    UUID id = identifiers.next();
    rows.use(form, at);
    rows.insert(
        new Submission.Entry(
            id, subject, form.form(), form.version(), false, 1, who.user(), at, at, null),
        form.digest(),
        seal(subject, form, answers));
    return id;
  }

  /**
   * Reads answers.
   *
   * @throws NotFound if there is no such submission in the user's organisation
   */
  @Transactional
  public Submission read(SignedIn who, UUID id) {
    SubmissionRows.Row row = row(who, id, false);
    Submission submission = opened(row);
    logRead(who, row.entry());
    return submission;
  }

  /** Marks a version as used, so that it is kept: it is taken offline to be filled in later. */
  @Transactional
  public void takeAlong(FormDefinition form) {
    rows.use(form, clock.instant());
  }

  /** Submissions about a subject, oldest first; no answers. */
  @Transactional(readOnly = true)
  public List<Submission.Entry> about(SignedIn who, UUID subject) {
    return rows.about(subject).stream()
        .filter(entry -> entry.subject().organisation().equals(who.organisation()))
        .toList();
  }

  /**
   * Changes the answers of a draft; concurrent changes wait for each other.
   *
   * @param change function from the stored answers to the new ones
   * @throws Refused if it was submitted already
   */
  @Transactional
  public Submission save(SignedIn who, UUID id, UnaryOperator<Answers> change) {
    SubmissionRows.Row row = draft(who, id);
    Submission before = opened(row);
    Answers after = change.apply(before.answers());
    if (!after.equals(before.answers())) {
      rows.save(
          id, seal(row.entry().subject(), before.definition(), after), who.user(), clock.instant());
    }
    Submission saved = opened(row(who, id, false));
    logRead(who, row.entry());
    return saved;
  }

  /**
   * Saves a page of a draft. If a colleague changed an answer after the page was opened (known by
   * its field {@code revision}), theirs is kept, a problem reports it, and the input is shown
   * again; when submitted once more, it is accepted.
   *
   * @param sent fields of the page by name
   * @param today in the reader's time zone
   */
  @Transactional
  public Filling fill(SignedIn who, UUID id, Map<String, List<String>> sent, LocalDate today) {
    Submission before = opened(draft(who, id));
    Typed typed = Typed.take(before.definition(), before.answers(), sent, today);
    String revision = Integer.toString(before.entry().revision());
    if (!sent.getOrDefault("revision", List.of()).equals(List.of(revision))) {
      typed = typed.keeping(before.answers());
    }
    Answers after = typed.draft();
    return new Filling(save(who, id, answers -> after), typed);
  }

  /**
   * Submits a draft: answers to hidden questions are dropped, and countable answers are projected
   * in the same transaction. The answers are returned; this is not logged as a read, since nobody
   * looks at them.
   */
  @Transactional
  public Submitted submit(SignedIn who, UUID id) {
    return submit(who, id, clock.instant());
  }

  /** Submits a draft at a past moment. */
  @Transactional
  public Submitted submit(SignedIn who, UUID id, Instant at) {
    SubmissionRows.Row row = draft(who, id);
    Submission draft = opened(row);
    Answers shown = new Visibility(draft.definition(), draft.answers()).shownAnswers();
    Submitted submitted =
        new Submitted(draft.definition(), missing(draft.definition(), draft.answers()), shown);
    if (submitted.isDone()) {
      submit(who, draft, shown, at);
      log.write(
          who,
          "submission.submitted",
          row.entry().subject().kind(),
          row.entry().subject().id(),
          detail(row.entry()));
    }
    return submitted;
  }

  private void submit(SignedIn who, Submission draft, Answers shown, Instant at) {
    Submission.Entry entry = draft.entry();
    rows.submit(entry.id(), seal(entry.subject(), draft.definition(), shown), who.user(), at);
    reporting.write(entry, draft.definition(), shown);
  }

  /**
   * Stores answers collected elsewhere as a submission of a past moment.
   *
   * @return identifier of the submission
   */
  @Transactional
  public UUID record(
      SignedIn who, Subject subject, FormDefinition form, Answers answers, Instant at) {
    UUID id = start(who, subject, form, answers, at);
    Submission draft = opened(row(who, id, true));
    submit(who, draft, new Visibility(form, draft.answers()).shownAnswers(), at);
    return id;
  }

  /** Required questions that are visible and not answered. */
  public static List<Question> missing(FormDefinition form, Answers answers) {
    Visibility visibility = new Visibility(form, answers);
    return form.questions().stream()
        .filter(Question::required)
        .filter(question -> visibility.isShown(question.id()))
        .filter(question -> answers.of(question.id()).isEmpty())
        .toList();
  }

  /** Erasure: removes all submissions about a subject and their counted rows. */
  @Transactional
  public void erase(UUID subject) {
    rows.about(subject).forEach(entry -> reporting.clear(entry.id()));
    rows.deleteAbout(subject);
  }

  /**
   * Rebuilds the counted columns from the sealed documents; erased submissions stay erased.
   *
   * @return the number of submissions read
   */
  @Transactional
  public int rebuildReporting() {
    List<UUID> rebuilt = new ArrayList<>();
    for (UUID id : rows.submitted()) {
      rows.find(id, true)
          .ifPresent(
              row -> {
                if (vault.holds(row.entry().subject().key())) {
                  Submission submission = opened(row);
                  reporting.write(row.entry(), submission.definition(), submission.answers());
                  rebuilt.add(id);
                } else {
                  reporting.clear(id);
                }
              });
    }
    return rebuilt.size();
  }

  private SubmissionRows.Row row(SignedIn who, UUID id, boolean forChange) {
    return rows.find(id, forChange)
        .filter(row -> row.entry().subject().organisation().equals(who.organisation()))
        .orElseThrow(NotFound::new);
  }

  private SubmissionRows.Row draft(SignedIn who, UUID id) {
    SubmissionRows.Row row = row(who, id, true);
    if (row.entry().submitted()) {
      throw new Refused("forms.refused.submitted");
    }
    return row;
  }

  private Submission opened(SubmissionRows.Row row) {
    Submission.Entry entry = row.entry();
    FormDefinition definition =
        definitions
            .version(entry.form(), entry.version())
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "Version %d of the form %s is missing.%nMaybe its file was removed from forms/."
                            .formatted(entry.version(), entry.form())));
    return new Submission(
        entry,
        definition,
        AnswerDocument.read(vault.open(entry.subject().key(), PLACE, row.content())).answers());
  }

  private byte[] seal(Subject subject, FormDefinition form, Answers answers) {
    return vault.seal(
        subject.key(),
        PLACE,
        new AnswerDocument(form.form(), form.version(), form.digest(), answers).json());
  }

  private void logRead(SignedIn who, Submission.Entry entry) {
    log.write(
        who,
        entry.submitted() ? "submission.read" : "draft.read",
        entry.subject().kind(),
        entry.subject().id(),
        detail(entry));
  }

  private static Map<String, String> detail(Submission.Entry entry) {
    Map<String, String> detail = new LinkedHashMap<>();
    detail.put("submission", entry.id().toString());
    detail.put("form", entry.form());
    detail.put("version", Integer.toString(entry.version()));
    return detail;
  }
}
