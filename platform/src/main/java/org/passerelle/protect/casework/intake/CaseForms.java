package org.passerelle.protect.casework.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.passerelle.access.SignedIn;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.forms.Question;
import org.passerelle.forms.Submission;
import org.passerelle.forms.answers.Answers;
import org.passerelle.forms.answers.Filling;
import org.passerelle.forms.answers.Subject;
import org.passerelle.forms.answers.Submissions;
import org.passerelle.forms.answers.Submitted;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Forms about a case, encrypted under its key. Only its team can read and fill them in; for
 * everybody else they do not exist.
 */
@Service
public class CaseForms {
  private final Cases cases;
  private final Submissions submissions;
  private final FormDefinitions definitions;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  CaseForms(
      Cases cases,
      Submissions submissions,
      FormDefinitions definitions,
      ApplicationEventPublisher events,
      Clock clock) {
    this.events = events;
    this.clock = clock;
    this.cases = cases;
    this.submissions = submissions;
    this.definitions = definitions;
  }

  /** Forms that can be started: intake first, then follow-up. */
  public List<FormDefinition> offered() {
    return Stream.of(FormDefinition.Kind.INTAKE, FormDefinition.Kind.FOLLOW_UP)
        .flatMap(kind -> definitions.current(kind).stream())
        .toList();
  }

  /** Submissions of a case, newest first, without answers. */
  @Transactional(readOnly = true)
  public List<Submission.Entry> of(UUID caseId, SignedIn who) {
    cases.check(caseId, who);
    return submissions.about(who, caseId).stream()
        .filter(CaseForms::aboutCase)
        .sorted((one, other) -> other.createdAt().compareTo(one.createdAt()))
        .toList();
  }

  /**
   * Starts a form.
   *
   * @throws NotFound if no such form of a case exists
   * @throws Refused if the case is closed, for any form but one of follow-up
   */
  @Transactional
  public UUID start(UUID caseId, String form, SignedIn who) {
    Case found = cases.find(caseId, who);
    FormDefinition definition =
        offered().stream()
            .filter(one -> one.form().equals(form))
            .findFirst()
            .orElseThrow(NotFound::new);
    if (!found.open() && definition.kind() != FormDefinition.Kind.FOLLOW_UP) {
      throw new Refused("cases.refused.closed");
    }
    return submissions.start(
        who, new Subject("case", caseId, caseId, found.organisation()), definition, Answers.NONE);
  }

  /**
   * Starts a form with answers given elsewhere, in the version that was used.
   *
   * @param at when they were given
   * @throws NotFound if there is no such case for this user
   * @throws Refused if the case is closed, for any form but one of follow-up
   */
  @Transactional
  public UUID bring(
      UUID caseId, FormDefinition definition, Answers answers, Instant at, SignedIn who) {
    Case found = cases.find(caseId, who);
    if (!found.open() && definition.kind() != FormDefinition.Kind.FOLLOW_UP) {
      throw new Refused("cases.refused.closed");
    }
    return submissions.start(
        who, new Subject("case", caseId, caseId, found.organisation()), definition, answers, at);
  }

  /** Unencrypted data of a form of the case. */
  @Transactional(readOnly = true)
  public Submission.Entry entry(UUID caseId, UUID id, SignedIn who) {
    return of(caseId, who).stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /** The version of a form of the case. */
  public FormDefinition definition(Submission.Entry entry) {
    return definitions.version(entry.form(), entry.version()).orElseThrow(NotFound::new);
  }

  /** A form with its answers; the access is logged. */
  @Transactional
  public Submission read(UUID caseId, UUID id, SignedIn who) {
    entry(caseId, id, who);
    return submissions.read(who, id);
  }

  /** Saves a page; see {@link Submissions#fill} for the handling of concurrent changes. */
  @Transactional
  public Filling fill(
      UUID caseId, UUID id, Map<String, List<String>> sent, LocalDate today, SignedIn who) {
    entry(caseId, id, who);
    return submissions.fill(who, id, sent, today);
  }

  /**
   * Submits a form.
   *
   * @return required questions that are shown and not answered; if there are any, it stays a draft
   */
  @Transactional
  public List<Question> handIn(UUID caseId, UUID id, SignedIn who) {
    return handIn(caseId, id, clock.instant(), who);
  }

  /** The same with a time in the past. */
  @Transactional
  public List<Question> handIn(UUID caseId, UUID id, Instant at, SignedIn who) {
    entry(caseId, id, who);
    Submitted submitted = submissions.submit(who, id, at);
    if (submitted.isDone()) {
      events.publishEvent(new CaseFormHandedIn(caseId, id, submitted.answers(), at, who));
    }
    return submitted.missing();
  }

  private static boolean aboutCase(Submission.Entry entry) {
    return entry.subject().kind().equals("case");
  }
}
