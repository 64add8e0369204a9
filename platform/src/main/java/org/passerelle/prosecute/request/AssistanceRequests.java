package org.passerelle.prosecute.request;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Days;
import org.passerelle.prosecute.exhibit.Exhibit;
import org.passerelle.prosecute.exhibit.Exhibits;
import org.passerelle.prosecute.investigation.DueSource;
import org.passerelle.prosecute.investigation.DueThing;
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.passerelle.prosecute.investigation.InvestigationSight;
import org.passerelle.refusal.ChangedMeanwhile;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Requests of an investigation to authorities of other countries. Every member drafts; a prosecutor
 * enters that one was sent, on paper, after which it does not change. What the other side does is
 * entered by a person, with its day.
 */
@Service
public class AssistanceRequests implements DueSource {
  private final RequestRows rows;
  private final Exhibits exhibits;
  private final InvestigationSight sight;
  private final InvestigationRecord records;
  private final Clock clock;

  AssistanceRequests(
      RequestRows rows,
      Exhibits exhibits,
      InvestigationSight sight,
      InvestigationRecord records,
      Clock clock) {
    this.rows = rows;
    this.exhibits = exhibits;
    this.sight = sight;
    this.records = records;
    this.clock = clock;
  }

  /** Requests by number; the caller has opened the investigation, which is logged. */
  @Transactional(readOnly = true)
  public List<AssistanceRequest> of(UUID investigation, SignedIn who) {
    sight.check(investigation, who);
    return rows.of(List.of(investigation)).stream().map(RequestRows.Of::request).toList();
  }

  /**
   * One request.
   *
   * @throws NotFound if the investigation has no such request
   */
  @Transactional(readOnly = true)
  public AssistanceRequest find(UUID investigation, UUID request, SignedIn who) {
    return of(investigation, who).stream()
        .filter(r -> r.id().equals(request))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /** Those that wait for an answer. */
  int waiting(UUID investigation) {
    return (int)
        rows.of(List.of(investigation)).stream().filter(of -> of.request().unanswered()).count();
  }

  /**
   * Drafts a request; required fields may still be empty.
   *
   * @throws NotFound if it refers to an exhibit of another investigation
   */
  @Transactional
  public UUID draft(UUID investigation, AssistanceRequest.Draft draft, SignedIn who) {
    sight.checkOpen(investigation, who);
    check(investigation, draft, who);
    UUID id = rows.insert(investigation, draft, who);
    written(investigation, "request.drafted", id, Map.of("kind", draft.kind()), who);
    return id;
  }

  private void check(UUID investigation, AssistanceRequest.Draft draft, SignedIn who) {
    if (!exhibits.of(investigation, who).stream()
        .map(Exhibit::id)
        .collect(Collectors.toUnmodifiableSet())
        .containsAll(draft.exhibits())) {
      throw new NotFound();
    }
  }

  private void written(
      UUID investigation, String kind, UUID request, Map<String, String> detail, SignedIn who) {
    records.write(
        investigation, kind, find(investigation, request, who).called(), request, detail, who);
  }

  /**
   * Changes a draft.
   *
   * @param version as shown when the form was opened
   * @throws ChangedMeanwhile if a colleague saved in between
   * @throws Refused if it was sent
   */
  @Transactional
  public void change(
      UUID investigation, UUID request, AssistanceRequest.Draft draft, int version, SignedIn who) {
    sight.checkOpen(investigation, who);
    AssistanceRequest before = find(investigation, request, who);
    if (!before.drafted()) {
      throw new Refused("request.refused.sent");
    }
    check(investigation, draft, who);
    if (!rows.change(investigation, request, draft, version, who)) {
      throw new ChangedMeanwhile(version, before.version());
    }
    written(investigation, "request.changed", request, Map.of(), who);
  }

  /**
   * Enters what happened, on its day. That it was sent is entered by a prosecutor.
   *
   * @throws NotFound if somebody else enters that it was sent
   * @throws Refused if a required field is empty, the step cannot follow, the ground of a refusal
   *     is missing, or the day is in the future or before an earlier step
   */
  @Transactional
  public void step(
      UUID investigation, UUID request, AssistanceRequest.StepDraft draft, SignedIn who) {
    sight.checkOpen(investigation, who);
    AssistanceRequest one = find(investigation, request, who);
    if (draft.kind().equals("sent")) {
      InvestigationSight.needsProsecutor(who);
      if (!RequestForm.of(one.kind()).missing(one.words().fields()).isEmpty()) {
        throw new Refused("request.refused.missing");
      }
    }
    if (!one.next().contains(draft.kind())) {
      throw new Refused("request.refused.step").at("kind");
    }
    if (draft.kind().equals("refused") != !draft.ground().isEmpty()) {
      throw new Refused("request.refused.ground").at("ground");
    }
    if (!Days.begun(draft.on(), clock.instant())) {
      throw new Refused("form.error.future").at("on");
    }
    rows.insert(investigation, one, draft, who);
    needsOrder(investigation, request, who);
    written(investigation, "request.step", request, Map.of("kind", draft.kind()), who);
  }

  private void needsOrder(UUID investigation, UUID request, SignedIn who) {
    if (!AssistanceRequest.inPlace(find(investigation, request, who).steps())) {
      throw new Refused("request.refused.order").at("on");
    }
  }

  /**
   * Strikes out a step entered by mistake; repeating it changes nothing.
   *
   * @throws Refused if a later step rests on it
   */
  @Transactional
  public void strike(UUID investigation, UUID request, UUID step, SignedIn who) {
    sight.checkOpen(investigation, who);
    find(investigation, request, who);
    if (rows.strike(request, step, who)) {
      needsOrder(investigation, request, who);
      written(investigation, "request.struck", request, Map.of(), who);
    }
  }

  /** Gives one to be printed, which is logged. */
  @Transactional
  public AssistanceRequest print(UUID investigation, UUID request, SignedIn who) {
    AssistanceRequest one = find(investigation, request, who);
    records.log(investigation, "request.printed", Map.of("request", request.toString()), who);
    return one;
  }

  /**
   * Sent ones without an answer, whether or not a deadline runs, longest sent first.
   *
   * @param numbers numbers of the investigations that the reader sees
   */
  @Transactional(readOnly = true)
  public List<Unanswered> unanswered(Map<UUID, String> numbers) {
    return rows.of(numbers.keySet()).stream()
        .filter(of -> of.request().unanswered())
        .map(of -> Unanswered.of(of, numbers.getOrDefault(of.investigation(), "")))
        .sorted(Comparator.comparing(Unanswered::sentOn).thenComparing(Unanswered::called))
        .toList();
  }

  @Override
  public List<DueThing> due(Map<UUID, String> numbers, Instant before) {
    return rows.of(numbers.keySet()).stream()
        .flatMap(of -> due(of, numbers.getOrDefault(of.investigation(), ""), before))
        .toList();
  }

  private static Stream<DueThing> due(RequestRows.Of of, String number, Instant before) {
    return of.request().awaited().stream()
        .filter(awaited -> !awaited.day().isAfter(Days.newest(before)))
        .map(
            awaited ->
                new DueThing(
                    of.investigation(),
                    number,
                    null,
                    awaited.day(),
                    "request." + awaited.kind(),
                    of.request().called(),
                    "requests/" + of.request().id()));
  }
}
