package org.passerelle.protect.casework.followup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.forms.FormDefinition;
import org.passerelle.language.Days;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseRecord;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.intake.CaseForms;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Visits and calls of a case, including a closed one: planned, made, failed, postponed, cancelled.
 * The result is reported in a form; consequences are in {@link FollowUpConsequences}.
 */
@Service
public class FollowUps {
  /** Days after which a failed attempt is repeated. */
  private static final int AGAIN = 2;

  static final CaseRecord.Shape SHAPE =
      new CaseRecord.Shape(
          "follow-up",
          "follow-up.planned",
          FollowUpRows.PLACE,
          """
          insert into follow_up
            (id, case_id, organisation, reason, way, since, due, assigned, state, words, at, by_user)
          values
            (:id, :case, :organisation, :reason, :way, :since, :due, :assigned, 'planned', :sealed, :at,
             :user)
          """);
  private final FollowUpRows rows;
  private final Cases cases;
  private final CaseForms forms;
  private final CaseRecord records;
  private final Clock clock;

  FollowUps(FollowUpRows rows, Cases cases, CaseForms forms, CaseRecord records, Clock clock) {
    this.rows = rows;
    this.cases = cases;
    this.forms = forms;
    this.records = records;
    this.clock = clock;
  }

  /** Day of the next attempt. */
  static LocalDate again(LocalDate today) {
    return today.plusDays(AGAIN);
  }

  /** Whether a form reports a follow-up: it asks how the person was reached. */
  public static boolean tells(FormDefinition form) {
    return form.kind() == FormDefinition.Kind.FOLLOW_UP
        && form.sections().stream()
            .flatMap(section -> section.questions().stream())
            .anyMatch(question -> question.id().equals("contact_kind"));
  }

  /** Follow-ups of a case, planned ones first. */
  @Transactional(readOnly = true)
  public List<FollowUp> of(UUID caseId, SignedIn who) {
    cases.check(caseId, who);
    return rows.ofCase(caseId);
  }

  /** The next planned follow-up. */
  @Transactional(readOnly = true)
  public Optional<FollowUp> next(UUID caseId, SignedIn who) {
    return inTurn(caseId, who).stream().findFirst();
  }

  /** Planned follow-ups, earliest first. */
  List<FollowUp> inTurn(UUID caseId, SignedIn who) {
    return of(caseId, who).stream()
        .filter(FollowUp::planned)
        .sorted(Comparator.comparing(FollowUp::due))
        .toList();
  }

  /** Number of follow-ups, without decryption. */
  @Transactional(readOnly = true)
  public int count(UUID caseId, SignedIn who) {
    cases.check(caseId, who);
    return rows.count(caseId);
  }

  @Transactional(readOnly = true)
  public FollowUp find(UUID caseId, UUID id, SignedIn who) {
    return of(caseId, who).stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /**
   * The user's planned follow-ups, including those of colleagues whom they stand in for, up to a
   * day.
   */
  @Transactional(readOnly = true)
  public List<FollowUp> mine(LocalDate until, SignedIn who) {
    return rows.mine(until, who);
  }

  /** Follow-ups that are planned or need attention in all cases that the user sees. */
  @Transactional(readOnly = true)
  public List<FollowUp> board(SignedIn who) {
    return rows.seen(who);
  }

  /** Follow-ups in the user's cases that need escalation: late, failed, or with a concern. */
  @Transactional(readOnly = true)
  public List<FollowUp> escalating(LocalDate today, SignedIn who) {
    return rows.escalating(today, who);
  }

  /**
   * Plans a follow-up; the case may be closed.
   *
   * @throws Refused if it would be in the past
   */
  @Transactional
  public UUID plan(UUID caseId, FollowUp.Draft draft, SignedIn who) {
    if (Days.over(draft.due(), clock.instant())) {
      throw new Refused("followup.refused.past").at("due");
    }
    return plan(cases.find(caseId, who), draft, today(), List.of(), who);
  }

  /** Plans a follow-up counted from another day, with notes from the previous one. */
  UUID plan(Case file, FollowUp.Draft draft, LocalDate since, List<String> notes, SignedIn who) {
    return records.add(
        SHAPE,
        file.id(),
        Map.of("reason", draft.reason(), "due", draft.due().toString()),
        who,
        (at, added) ->
            records.row(
                SHAPE,
                new CaseRecord.Written(file.id(), at, who),
                draft.reason(),
                Map.of(
                    "organisation",
                    file.organisation(),
                    "reason",
                    draft.reason(),
                    "way",
                    draft.way(),
                    "since",
                    since,
                    "due",
                    draft.due(),
                    "assigned",
                    draft.assigned()),
                new FollowUp.Words(draft.agreed(), notes),
                added));
  }

  /**
   * Begins or resumes the form that reports it.
   *
   * @param form one of the follow-up forms
   */
  @Transactional
  public UUID begin(UUID caseId, UUID id, String form, SignedIn who) {
    FollowUp held = held(caseId, id, who);
    UUID begun = held.form();
    if (begun != null) {
      return begun;
    }
    if (forms.offered().stream().noneMatch(one -> one.form().equals(form) && tells(one))) {
      throw new NotFound();
    }
    UUID started = forms.start(caseId, form, who);
    rows.begin(id, started);
    return started;
  }

  /** Records a failed attempt: it is repeated, and after two of them a supervisor is told. */
  @Transactional
  public void inVain(UUID caseId, UUID id, String words, SignedIn who) {
    inVain(held(caseId, id, who), words, false, who);
  }

  /** The same for a locked follow-up; if the user is worried, a supervisor is told at once. */
  void inVain(FollowUp held, String words, boolean worry, SignedIn who) {
    int attempts = held.attempts() + 1;
    rows.move(
        moved(
            held, again(today()), worry ? Math.max(attempts, FollowUp.IN_VAIN) : attempts, words));
    records.write(held.caseId(), "follow-up.in-vain", held.reason(), held.id(), Map.of(), who);
  }

  /**
   * Postpones a follow-up with a reason, a limited number of times, so that the person is not
   * forgotten.
   *
   * @throws Refused if the day is in the past, or it was postponed {@link FollowUp#PUT_OFF} times
   *     and the user is not a supervisor
   */
  @Transactional
  public void putOff(UUID caseId, UUID id, LocalDate due, String why, SignedIn who) {
    FollowUp held = held(caseId, id, who);
    if (Days.over(due, clock.instant())) {
      throw new Refused("followup.refused.past").at("due");
    }
    if (held.putOff() >= FollowUp.PUT_OFF && !who.is(Role.SUPERVISOR)) {
      throw new Refused("followup.refused.put-off", FollowUp.PUT_OFF).at("due");
    }
    rows.move(moved(held, due, held.attempts(), held.putOff() + 1, why));
    records.write(
        caseId, "follow-up.put-off", held.reason(), id, Map.of("due", due.toString()), who);
  }

  /**
   * Cancels a follow-up with a reason, for example the person's wish or follow-up by another
   * organisation.
   */
  @Transactional
  public void cancel(UUID caseId, UUID id, String why, SignedIn who) {
    FollowUp held = held(caseId, id, who);
    rows.move(moved(held, held.due(), held.attempts(), why));
    rows.end(id, "cancelled", "");
    records.write(caseId, "follow-up.cancelled", held.reason(), id, Map.of(), who);
  }

  /** Records that somebody responsible has acknowledged a concern; repeating it changes nothing. */
  @Transactional
  public void seen(UUID caseId, UUID id, SignedIn who) {
    find(caseId, id, who);
    if (rows.seen(id, who.user())) {
      records.write(caseId, "follow-up.seen", "", id, Map.of(), who);
    }
  }

  private FollowUp held(UUID caseId, UUID id, SignedIn who) {
    cases.check(caseId, who);
    FollowUp held = rows.hold(caseId, id).orElseThrow(NotFound::new);
    if (!held.planned()) {
      throw new Refused("followup.refused.over");
    }
    return held;
  }

  private static FollowUp moved(FollowUp one, LocalDate due, int attempts, String words) {
    return moved(one, due, attempts, one.putOff(), words);
  }

  private static FollowUp moved(
      FollowUp one, LocalDate due, int attempts, int putOff, String words) {
    List<String> notes = new ArrayList<>(one.words().notes());
    if (!words.isEmpty()) {
      notes.add(words);
    }
    return new FollowUp(
        one.id(),
        one.caseId(),
        one.code(),
        one.reason(),
        one.way(),
        one.since(),
        due,
        one.assigned(),
        attempts,
        putOff,
        one.state(),
        one.form(),
        one.concern(),
        one.seen(),
        new FollowUp.Words(one.words().agreed(), notes));
  }

  private LocalDate today() {
    return Days.newest(clock.instant());
  }
}
