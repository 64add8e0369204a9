package org.passerelle.protect.identity.tracing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Days;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseLock;
import org.passerelle.protect.casework.cases.CaseRecord;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.relations.Relations;
import org.passerelle.protect.casework.placement.place.NoShelter;
import org.passerelle.protect.identity.elsewhere.Questions;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Family tracing: requested according to the person's wish, followed step by step, and ended with
 * an outcome. Nobody is traced against the person's wish, and no suspect is.
 */
@Service
public class Tracing {
  /** Code of a wish against tracing. */
  static final String AGAINST = "not_wanted";

  private static final int LONGEST = 366;
  private static final String SUSPECT = "tracing.refused.suspect";
  private static final CaseRecord.Shape SHAPE =
      new CaseRecord.Shape(
          "tracing",
          "tracing.opened",
          TracingRows.WORDS,
          """
          insert into tracing_request (id, case_id, person, wish, state, review_on, words, at, by_user)
          values (:id, :case, :person, :wish, 'open', :review, :sealed, :at, :user)
          """);
  private static final CaseRecord.Shape STEP =
      new CaseRecord.Shape(
          "step",
          "tracing.step",
          TracingRows.STEP,
          """
          insert into tracing_step (id, case_id, request, kind, on_day, words, at, by_user)
          values (:id, :case, :request, :kind, :on, :sealed, :at, :user)
          """);
  private final TracingRows rows;
  private final Cases cases;
  private final CaseRecord records;
  private final Relations relations;
  private final Questions questions;
  private final NoShelter shelter;
  private final CaseLock lock;

  Tracing(
      TracingRows rows,
      Cases cases,
      CaseRecord records,
      Relations relations,
      Questions questions,
      NoShelter shelter,
      CaseLock lock) {
    this.rows = rows;
    this.cases = cases;
    this.records = records;
    this.relations = relations;
    this.questions = questions;
    this.shelter = shelter;
    this.lock = lock;
  }

  /** Requests of a case: current ones first, then newest first. */
  @Transactional(readOnly = true)
  public List<TracingRequest> of(UUID caseId, SignedIn who) {
    cases.check(caseId, who);
    return rows.of(caseId);
  }

  /** Number of current requests, without decryption. */
  @Transactional(readOnly = true)
  public int count(UUID caseId, SignedIn who) {
    cases.check(caseId, who);
    return rows.count(caseId);
  }

  /**
   * Requests tracing of a person around the person of the case.
   *
   * @throws NotFound if no such person is around the person of the case
   * @throws Refused if the case is closed, the person does not want it, the traced person is
   *     suspected or already being traced, the review is not within a year, or a shelter is named
   */
  @Transactional
  public UUID open(UUID caseId, TracingRequest.Draft draft, SignedIn who) {
    Case file = openCase(caseId, who);
    if (relations.around(file).stream().noneMatch(a -> a.person().equals(draft.person()))) {
      throw new NotFound();
    }
    if (draft.wish().equals(AGAINST)) {
      throw new Refused("tracing.refused.wish").at("wish");
    }
    checkReview(draft.review());
    shelter.check(
        Map.of(
            "last_seen", draft.words().lastSeen(),
            "parted", draft.words().parted(),
            "known", draft.words().known()),
        file.organisation());
    // locks the person, so that a concurrent suspicion or second request is waited for
    if (relations.isSuspected(draft.person(), file.organisation())) {
      throw new Refused(SUSPECT).at("person");
    }
    if (rows.lasts(caseId, draft.person())) {
      throw new Refused("tracing.refused.already").at("person");
    }
    return records.add(
        SHAPE,
        caseId,
        Map.of("person", draft.person().toString(), "wish", draft.wish()),
        who,
        (at, added) ->
            records.row(
                SHAPE,
                new CaseRecord.Written(caseId, at, who),
                draft.wish(),
                Map.of("person", draft.person(), "wish", draft.wish(), "review", draft.review()),
                draft.words(),
                added));
  }

  /**
   * Records a step of the search.
   *
   * @throws Refused if the request is not open, the next review is not within a year, or a shelter
   *     is named
   */
  @Transactional
  public UUID did(UUID caseId, UUID id, TracingRequest.Done done, SignedIn who) {
    Case file = openCase(caseId, who);
    find(caseId, id);
    must(rows.hold(id) == TracingRequest.State.OPEN, "tracing.refused.not-open");
    checkReview(done.review());
    shelter.check(Map.of("words", done.words()), file.organisation());
    rows.review(id, done.review());
    return records.add(
        STEP,
        caseId,
        Map.of("tracing", id.toString(), "kind", done.kind()),
        who,
        (at, added) ->
            records.row(
                STEP,
                new CaseRecord.Written(caseId, at, who),
                done.kind(),
                Map.of("request", id, "kind", done.kind(), "on", done.on()),
                done.words(),
                added));
  }

  /**
   * Ends a request; questions to others about the person end as well.
   *
   * @param sure confirmed points, codes of {@link TracingRequest#MADE_SURE}
   * @throws Refused if it has already ended, it is on hold and the user is not a supervisor, or a
   *     reunion was not preceded by all confirmations
   */
  @Transactional
  public void end(
      UUID caseId, UUID id, String outcome, Set<String> sure, String words, SignedIn who) {
    Case file = held(caseId, who);
    TracingRequest request = find(caseId, id);
    TracingRequest.State state = rows.hold(id);
    must(state != TracingRequest.State.ENDED, "tracing.refused.ended");
    if (state == TracingRequest.State.HELD) {
      must(who.is(Role.SUPERVISOR), "tracing.refused.supervisor");
    }
    if (TracingRequest.MEETING.contains(outcome)) {
      must(state == TracingRequest.State.OPEN, SUSPECT);
      if (!sure.containsAll(TracingRequest.MADE_SURE)) {
        throw new Refused("tracing.refused.sure").at("sure");
      }
    }
    shelter.check(Map.of("ending", words), file.organisation());
    rows.end(
        id,
        caseId,
        new TracingRequest.Ending(outcome, words, records.now().toInstant(), who.user()));
    questions.endAbout(List.of(request.person()), file.organisation(), caseId, "ended");
    records.write(
        caseId,
        "tracing.ended",
        outcome,
        id,
        Map.of("tracing", id.toString(), "outcome", outcome),
        who);
  }

  /**
   * Resumes a request on hold after the suspicion was cleared; for supervisors.
   *
   * @throws Refused if it is not on hold, the user is not a supervisor, or the suspicion remains
   */
  @Transactional
  public void resume(UUID caseId, UUID id, SignedIn who) {
    Case file = openCase(caseId, who);
    TracingRequest request = find(caseId, id);
    must(who.is(Role.SUPERVISOR), "tracing.refused.supervisor");
    // person before request, in the same lock order as recording a suspicion
    boolean suspected = relations.isSuspected(request.person(), file.organisation());
    must(rows.hold(id) == TracingRequest.State.HELD, "tracing.refused.not-held");
    must(!suspected, SUSPECT);
    rows.resume(id, Days.newest(records.now().toInstant()).plusDays(1));
    records.write(caseId, "tracing.resumed", "", id, Map.of("tracing", id.toString()), who);
  }

  /**
   * Puts requests on hold for persons who became suspects: the search stops, here and elsewhere.
   */
  List<TracingRows.Which> hold(Collection<UUID> persons, UUID organisation) {
    List<TracingRows.Which> held = rows.holdAll(persons, organisation, records.now());
    questions.endAbout(persons, organisation, null, "suspected");
    return held;
  }

  /** Locks the case before persons and requests, in the same order as recording a suspicion. */
  private Case held(UUID caseId, SignedIn who) {
    cases.check(caseId, who);
    lock.againstErasure(caseId);
    return cases.find(caseId, who);
  }

  private Case openCase(UUID caseId, SignedIn who) {
    Case file = held(caseId, who);
    must(file.open(), "cases.refused.closed");
    return file;
  }

  private TracingRequest find(UUID caseId, UUID id) {
    return rows.of(caseId).stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  private void checkReview(LocalDate review) {
    Instant now = records.now().toInstant();
    if (Days.over(review, now) || review.isAfter(Days.newest(now).plusDays(LONGEST))) {
      throw new Refused("tracing.refused.review").at("review");
    }
  }

  private static void must(boolean right, String key) {
    if (!right) {
      throw new Refused(key);
    }
  }
}
