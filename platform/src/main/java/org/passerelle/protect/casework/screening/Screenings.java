package org.passerelle.protect.casework.screening;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.forms.Question;
import org.passerelle.forms.Submission;
import org.passerelle.forms.answers.Answers;
import org.passerelle.forms.answers.Submissions;
import org.passerelle.forms.answers.Submitted;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Screenings of an organisation. Officers see their own, supervisors those of the organisation, and
 * the team of a case those from which it was opened; to everybody else they do not exist. Each has
 * a key of its own below the organisation's and keeps it when a case is opened. Thread-safe.
 */
@Service
public class Screenings {
  private final ScreeningRows rows;
  private final ScreeningResults results;
  private final ScreeningSight sight;
  private final NewScreenings starting;
  private final Submissions submissions;
  private final FormDefinitions definitions;
  private final AuditLog log;
  private final Clock clock;

  Screenings(
      ScreeningRows rows,
      ScreeningResults results,
      ScreeningSight sight,
      NewScreenings starting,
      Submissions submissions,
      FormDefinitions definitions,
      AuditLog log,
      Clock clock) {
    this.rows = rows;
    this.results = results;
    this.sight = sight;
    this.starting = starting;
    this.submissions = submissions;
    this.definitions = definitions;
    this.log = log;
    this.clock = clock;
  }

  /**
   * Starts a screening of a person, without asking for the name.
   *
   * @param form identifier of a screening form
   * @param known answers known in advance, such as the country
   * @return identifier of the screening
   * @throws NotFound if the form does not exist
   */
  @Transactional
  public UUID start(SignedIn who, String form, Answers known) {
    UUID id = starting.begin(who, screeningForm(form), known, null, clock.instant());
    write(who, "screening.started", id, form);
    return id;
  }

  /**
   * Screens the same person again; the earlier screening is unchanged. If it has a case, the new
   * one belongs to the same case.
   *
   * @param keepAnswers whether to start with the earlier answers, in order to correct some
   */
  @Transactional
  public UUID again(SignedIn who, UUID former, boolean keepAnswers) {
    Screening before = find(who, former);
    FormDefinition form = screeningForm(before.form());
    Answers known =
        keepAnswers ? submissions.read(who, before.submission()).answers() : Answers.NONE;
    UUID id = starting.begin(who, form, known, before, clock.instant());
    UUID caseId = before.caseId();
    if (caseId != null && sight.seesCase(caseId, who)) {
      rows.openedCase(id, caseId);
    }
    write(who, "screening.started", id, before.form());
    return id;
  }

  /** The unencrypted data of a screening that the user may see. */
  @Transactional(readOnly = true)
  public Screening find(SignedIn who, UUID id) {
    return rows.find(id).filter(one -> sight.maySee(who, one)).orElseThrow(NotFound::new);
  }

  /** The version of the form that a screening uses. */
  public FormDefinition form(Screening screening) {
    return definitions
        .version(screening.form(), screening.version())
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Version %d of the form %s is missing.%nMaybe its file was removed from forms/."
                        .formatted(screening.version(), screening.form())));
  }

  /** The draft with its answers. */
  @Transactional
  public OpenScreening open(SignedIn who, UUID id) {
    Screening screening = find(who, id);
    Submission draft = submissions.read(who, screening.submission());
    return new OpenScreening(screening, draft.definition(), draft.answers());
  }

  /**
   * Saves a page.
   *
   * @param change function from the stored answers to the new ones
   * @throws Refused if it is finished; a new screening is needed instead
   */
  @Transactional
  public OpenScreening save(SignedIn who, UUID id, UnaryOperator<Answers> change) {
    Screening screening = held(who, id);
    rows.changed(id, clock.instant());
    Submission saved = submissions.save(who, screening.submission(), change);
    return new OpenScreening(screening, saved.definition(), saved.answers());
  }

  /**
   * Computes the result and closes the answers.
   *
   * @return required questions without an answer; if there are any, it stays open
   */
  @Transactional
  public List<Question> finish(SignedIn who, UUID id) {
    Screening screening = held(who, id);
    Submitted submitted = submissions.submit(who, screening.submission());
    if (submitted.isDone()) {
      results.close(screening, submitted, clock.instant(), who);
      write(who, "screening.finished", id, screening.form());
    }
    return submitted.missing();
  }

  /**
   * Stores a screening that was made elsewhere, with its original times.
   *
   * @return identifier of the screening
   */
  @Transactional
  public UUID record(
      SignedIn who, String form, Answers answers, Instant startedAt, Instant finishedAt) {
    Brought brought = bring(who, screeningForm(form), answers, startedAt, finishedAt);
    if (!brought.missing().isEmpty()) {
      throw new IllegalArgumentException(
          "The question %s of %s is required.%nMaybe answer it with \"not sure\"."
              .formatted(brought.missing().get(0).id(), form));
    }
    return brought.screening().id();
  }

  /**
   * A screening that was made elsewhere.
   *
   * @param missing required questions that were shown but not answered; if there are any, it stays
   *     open for its officer to complete
   */
  public record Brought(Screening screening, List<Question> missing) {
    public Brought {
      missing = List.copyOf(missing);
    }
  }

  /**
   * Stores a screening that was made elsewhere, with its original times, and computes the result
   * for the version of the form that was used.
   *
   * @param who officer who conducted it
   */
  @Transactional
  public Brought bring(
      SignedIn who, FormDefinition form, Answers answers, Instant startedAt, Instant finishedAt) {
    UUID id = starting.begin(who, form, answers, null, startedAt);
    Screening screening = find(who, id);
    Submitted submitted = submissions.submit(who, screening.submission(), finishedAt);
    if (submitted.isDone()) {
      results.close(screening, submitted, finishedAt, who);
    }
    return new Brought(find(who, id), submitted.missing());
  }

  /**
   * A finished screening with answers and result, for its page and for opening a case.
   *
   * @throws NotFound if it is not visible to this user, or still open
   */
  @Transactional
  public FinishedScreening finished(UUID id, SignedIn who) {
    return results.finished(find(who, id), who);
  }

  /**
   * Screenings that the user may see: open ones first, then newest first.
   *
   * @param onlyOwn whether a supervisor wants only their own
   * @param from number of entries to skip
   * @param most maximum number of entries
   */
  @Transactional(readOnly = true)
  public List<Screening> list(SignedIn who, boolean onlyOwn, int from, int most) {
    boolean all = who.is(Role.SUPERVISOR) && !onlyOwn;
    return rows.list(who.organisation(), all ? null : who.user(), from, most);
  }

  /** All screenings of the same person that the user may see, oldest first. */
  @Transactional(readOnly = true)
  public List<Screening> ofSamePerson(SignedIn who, Screening screening) {
    return rows.ofPerson(screening.first()).stream().filter(one -> sight.maySee(who, one)).toList();
  }

  /**
   * Records that a case was opened from a finished screening.
   *
   * @throws NotFound if it is not visible to this user
   * @throws Refused if it already has a case, or is still open
   */
  @Transactional
  public void caseOpened(SignedIn who, UUID id, UUID caseId) {
    Screening screening =
        rows.hold(id).filter(one -> sight.mayOpen(who, one)).orElseThrow(NotFound::new);
    if (!screening.isFinished() || screening.caseId() != null) {
      throw new Refused(
          screening.isFinished() ? "screening.refused.has-case" : "screening.refused.open");
    }
    rows.openedCase(id, caseId);
  }

  /**
   * Screenings of a case whose access the caller has checked; without those of other organisations.
   */
  @Transactional(readOnly = true)
  public List<Screening> ofCase(SignedIn who, UUID caseId) {
    return rows.ofCase(caseId).stream()
        .filter(one -> one.organisation().equals(who.organisation()))
        .toList();
  }

  /** A screening of a case whose access the caller has checked. */
  @Transactional
  public FinishedScreening finishedOfCase(SignedIn who, UUID caseId, UUID id) {
    return results.finished(
        rows.find(id)
            .filter(one -> caseId.equals(one.caseId()))
            .filter(one -> one.organisation().equals(who.organisation()))
            .orElseThrow(NotFound::new),
        who);
  }

  private Screening held(SignedIn who, UUID id) {
    Screening screening =
        rows.hold(id).filter(one -> sight.mayOpen(who, one)).orElseThrow(NotFound::new);
    if (screening.isFinished()) {
      throw new Refused("screening.refused.finished");
    }
    return screening;
  }

  private FormDefinition screeningForm(String form) {
    return definitions
        .current(form)
        .filter(one -> one.kind() == FormDefinition.Kind.SCREENING)
        .orElseThrow(NotFound::new);
  }

  private void write(SignedIn who, String action, UUID id, String form) {
    log.write(who, action, "screening", id, Map.of("form", form));
  }
}
