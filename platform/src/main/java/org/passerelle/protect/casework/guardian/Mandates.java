package org.passerelle.protect.casework.guardian;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseRecord;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.relations.Relations;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Guardians and advocates of a case, maintained by its team. */
@Service
public class Mandates {
  private static final CaseRecord.Shape MANDATE =
      new CaseRecord.Shape(
          "mandate",
          "guardian.added",
          MandateRows.PLACE,
          """
          insert into guardian_mandate
            (id, case_id, organisation, person, kind, decided_on, from_day, until_day, details, at, by_user)
          values
            (:id, :case, :organisation, :person, :kind, :decided, :from, :until, :sealed, :at, :user)
          """);
  private final MandateRows rows;
  private final Cases cases;
  private final Relations relations;
  private final CaseRecord records;
  private final Clock clock;

  Mandates(MandateRows rows, Cases cases, Relations relations, CaseRecord records, Clock clock) {
    this.rows = rows;
    this.cases = cases;
    this.relations = relations;
    this.records = records;
    this.clock = clock;
  }

  /**
   * Mandates of a case, open ones first.
   *
   * @throws NotFound if no such case is visible to this reader
   */
  @Transactional(readOnly = true)
  public List<Mandate> of(UUID caseId, SignedIn who) {
    cases.check(caseId, who);
    return rows.of(caseId);
  }

  /** The same without an access check; the caller has checked access. */
  @Transactional(readOnly = true)
  public List<Mandate> of(Case found) {
    return rows.of(found.id());
  }

  /**
   * Returns the mandate under which somebody acts for the person today: verified, not suspected, in
   * force.
   */
  @Transactional(readOnly = true)
  public Optional<Mandate> standing(Case found) {
    Instant now = clock.instant();
    return rows.of(found.id()).stream().filter(m -> m.stands(now)).findFirst();
  }

  /** Number of open mandates. */
  @Transactional(readOnly = true)
  public int count(UUID caseId, SignedIn who) {
    return (int) of(caseId, who).stream().filter(Mandate::open).count();
  }

  /**
   * What prevents the holder of a mandate from consenting for the person of a case.
   *
   * @param mandate null if nobody was named
   * @param at time of the consent
   */
  @Transactional(readOnly = true)
  public Optional<Mandate.Bar> against(Case file, @Nullable UUID mandate, Instant at) {
    return rows.of(file.id()).stream()
        .filter(m -> m.id().equals(mandate))
        .findFirst()
        .map(m -> m.bar(at))
        .orElse(Optional.of(Mandate.Bar.MISSING));
  }

  /** Serialises the recording of a suspicion and of a consent, so that neither misses the other. */
  public void hold(@Nullable UUID mandate) {
    if (mandate != null) {
      rows.hold(mandate);
    }
  }

  /**
   * Records a mandate. A holder who is suspected in any case of the organisation is suspended from
   * the start.
   *
   * @throws Refused if nobody is named, or a required decision is missing
   */
  @Transactional
  public UUID record(UUID caseId, Mandate.Draft draft, SignedIn who) {
    Case file = cases.find(caseId, who);
    check(file, draft);
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("organisation", file.organisation());
    row.put("person", draft.person());
    row.put("kind", draft.kind());
    row.put("decided", draft.decidedOn());
    row.put("from", draft.from());
    row.put("until", draft.until());
    UUID id =
        records.add(
            MANDATE,
            caseId,
            Map.of("kind", draft.kind()),
            who,
            (at, all) ->
                records.row(
                    MANDATE,
                    new CaseRecord.Written(caseId, at, who),
                    draft.kind(),
                    row,
                    draft.words(),
                    all));
    if (!draft.verified().isBlank()) {
      verify(caseId, id, draft.verified(), who);
    }
    UUID person = draft.person();
    if (person != null && relations.isSuspected(person, file.organisation())) {
      suspend(find(caseId, id, who), "", who);
    }
    return id;
  }

  private void check(Case file, Mandate.Draft draft) {
    UUID person = draft.person();
    if (person == null && draft.words().name().isBlank()) {
      throw new Refused("guardian.refused.nobody").at("name");
    }
    if (person != null
        && relations.around(file).stream().noneMatch(a -> a.person().equals(person))) {
      throw new NotFound();
    }
    if (!draft.kind().equals(Mandate.PARENT)) {
      if (draft.words().authority().isBlank()) {
        throw new Refused("guardian.refused.authority").at("authority");
      }
      if (draft.decidedOn() == null) {
        throw new Refused("guardian.refused.authority").at("decided_on");
      }
    }
    LocalDate until = draft.until();
    if (until != null && until.isBefore(draft.from())) {
      throw new Refused("guardian.refused.until").at("until");
    }
  }

  private Mandate find(UUID caseId, UUID id, SignedIn who) {
    cases.check(caseId, who);
    return rows.hold(id).filter(m -> m.caseId().equals(caseId)).orElseThrow(NotFound::new);
  }

  private Mandate open(UUID caseId, UUID id, SignedIn who) {
    Mandate found = find(caseId, id, who);
    if (!found.open()) {
      throw new Refused("guardian.refused.over");
    }
    return found;
  }

  /**
   * Records a verification.
   *
   * @param words how it was verified: a register, a call back to the authority, documents seen
   */
  @Transactional
  public void verify(UUID caseId, UUID id, String words, SignedIn who) {
    Mandate mandate = open(caseId, id, who);
    needs(words);
    rows.verified(mandate, words, who.user());
    write(mandate, "guardian.verified", who);
  }

  /**
   * Suspends a holder who is suspected or related to a suspect: from now on they can neither
   * consent nor see anything, in every case of the organisation in which they act.
   */
  @Transactional
  public void suspect(UUID caseId, UUID id, String words, SignedIn who) {
    Mandate mandate = find(caseId, id, who);
    needs(words);
    if (mandate.suspendedAt() != null) {
      return;
    }
    suspend(mandate, words, who);
    UUID person = mandate.person();
    if (person != null) {
      relations.suspect(caseId, person, who);
    }
  }

  private void suspend(Mandate mandate, String words, SignedIn who) {
    rows.suspended(mandate, words, who.user());
    write(mandate, "guardian.suspended", who);
  }

  /**
   * Lifts a suspension: a supervisor finds, with reasons, that the suspicion was unfounded. The
   * mandate and consents on it are valid again, and the holder is no longer marked as suspected in
   * this case.
   *
   * @throws Refused if the holder has the role of a suspect in a case
   */
  @Transactional
  public void lift(UUID caseId, UUID id, String words, SignedIn who) {
    if (!who.is(Role.SUPERVISOR)) {
      throw new NotFound();
    }
    Mandate mandate = find(caseId, id, who);
    needs(words);
    if (mandate.suspendedAt() == null) {
      return;
    }
    UUID person = mandate.person();
    if (person != null) {
      relations.clear(caseId, person, who);
    }
    rows.lifted(mandate, words, who.user());
    write(mandate, "guardian.lifted", who);
  }

  /**
   * Ends a mandate.
   *
   * @param on last day
   * @param how code of {@code mandate_ends}
   */
  @Transactional
  public void end(UUID caseId, UUID id, LocalDate on, String how, String words, SignedIn who) {
    Mandate mandate = open(caseId, id, who);
    rows.ended(mandate, on, how, words, who.user());
    write(mandate, "guardian.ended", who);
  }

  private static void needs(String words) {
    if (words.isBlank()) {
      throw new Refused("form.error.required").at("words");
    }
  }

  private void write(Mandate mandate, String kind, SignedIn who) {
    records.write(
        mandate.caseId(),
        kind,
        mandate.kind(),
        mandate.id(),
        Map.of("mandate", mandate.id().toString()),
        who);
  }
}
