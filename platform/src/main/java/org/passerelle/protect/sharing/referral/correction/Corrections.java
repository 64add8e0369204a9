package org.passerelle.protect.sharing.referral.correction;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Addressees;
import org.passerelle.outbox.Ending;
import org.passerelle.outbox.MessageEnded;
import org.passerelle.outbox.Outbox;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.DisclosedDataChanges;
import org.passerelle.protect.sharing.consent.Disclosures;
import org.passerelle.protect.sharing.consent.Objection;
import org.passerelle.protect.sharing.consent.Released;
import org.passerelle.protect.sharing.referral.Referral;
import org.passerelle.protect.sharing.referral.ReferralBasis;
import org.passerelle.protect.sharing.referral.ReferralDrafts;
import org.passerelle.protect.sharing.referral.ReferralRows;
import org.passerelle.protect.sharing.referral.dossier.DossierMaker;
import org.passerelle.refusal.Refused;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends corrections of data given to others (GDPR, articles 16 and 19): fields that were given and
 * have changed since, to every recipient that still has them, on the original basis.
 */
@Service
public class Corrections implements DisclosedDataChanges {
  /** Message type of a correction. */
  public static final String CORRECTED = "referral.corrected";

  /** Message type by which the recipient confirms that it has corrected its own file. */
  public static final String TAKEN = "referral.correction-taken";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final ReferralRows rows;
  private final ReferralBasis bases;
  private final DossierMaker dossiers;
  private final Cases cases;
  private final Disclosures disclosures;
  private final Addressees organisations;
  private final Outbox outbox;
  private final CaseJournal journal;

  Corrections(
      ReferralRows rows,
      ReferralBasis bases,
      DossierMaker dossiers,
      Cases cases,
      Disclosures disclosures,
      Addressees organisations,
      Outbox outbox,
      CaseJournal journal) {
    this.rows = rows;
    this.bases = bases;
    this.dossiers = dossiers;
    this.cases = cases;
    this.disclosures = disclosures;
    this.organisations = organisations;
    this.outbox = outbox;
    this.journal = journal;
  }

  /**
   * A recipient whose copy differs from the current file.
   *
   * @param fields differing fields, in the order of {@link Released}
   */
  public record Outdated(Referral referral, List<Field> fields) {
    public Outdated {
      fields = List.copyOf(fields);
    }
  }

  /**
   * A field that has changed since it was given.
   *
   * @param before the value that was given; empty if it was given before values were stored
   * @param now empty if nothing is known any more
   * @param objection why it may not be sent, if so
   */
  public record Field(
      Released field,
      Optional<List<String>> before,
      List<String> now,
      Optional<Objection> objection) {}

  /** Whether the recipient has the dossier, and its origin has not recalled it there. */
  private boolean has(Referral referral) {
    return referral.isWithRecipient() && rows.takenBackByOrigin(referral).isEmpty();
  }

  @Override
  @Transactional
  public Optional<String> changing(UUID caseId, SignedIn who, Runnable change) {
    if (rows.of(caseId, who).stream().noneMatch(this::has)) {
      change.run();
      return Optional.empty();
    }
    Set<List<Object>> before = read(caseId, who);
    change.run();
    return before.containsAll(read(caseId, who))
        ? Optional.empty()
        : Optional.of("/protect/cases/" + caseId + "/corrections");
  }

  private Set<List<Object>> read(UUID caseId, SignedIn who) {
    Set<List<Object>> all = new HashSet<>();
    for (Outdated one : outdated(caseId, who)) {
      one.fields().forEach(f -> all.add(List.of(one.referral().id(), f.field(), f.now())));
    }
    return all;
  }

  /**
   * Recipients with outdated data, compared field by field; the query is logged. A recipient for
   * whom the given values are unknown is included only if the file has changed since.
   */
  @Transactional
  public List<Outdated> outdated(UUID caseId, SignedIn who) {
    Case file = cases.find(caseId, who);
    Map<Released, List<String>> now = dossiers.values(file, who);
    List<Outdated> all = new ArrayList<>();
    for (Referral referral : rows.of(caseId, who)) {
      if (has(referral)) {
        List<Field> fields = differing(file, referral, DossierMaker.with(now, referral));
        if (!fields.isEmpty()) {
          all.add(new Outdated(referral, fields));
        }
      }
    }
    return all;
  }

  private List<Field> differing(Case file, Referral referral, Map<Released, List<String>> now) {
    Optional<Map<String, List<String>>> given = rows.given(referral);
    if (given.isEmpty() && !rows.changedSince(referral)) {
      return List.of();
    }
    List<Field> changed = new ArrayList<>();
    for (Released field : Released.values()) {
      // screenings and files are never corrected: a screening is of its day, and another file goes
      // with another referral
      if (referral.fields().contains(field.code()) && !field.isScreened() && !field.isEnclosed()) {
        List<String> reads = now.getOrDefault(field, List.of());
        Optional<List<String>> before = given.map(g -> g.getOrDefault(field.code(), List.of()));
        if (!before.equals(Optional.of(reads))) {
          changed.add(new Field(field, before, reads, Optional.empty()));
        }
      }
    }
    Map<String, List<String>> words = new HashMap<>();
    changed.forEach(one -> words.put(one.field().code(), one.now()));
    Set<String> named = dossiers.sheltersNamed(file, words);
    return changed.stream()
        .map(
            one ->
                new Field(
                    one.field(), one.before(), one.now(), against(file, referral, one, named)))
        .toList();
  }

  /** Why a field may not be sent; {@code named} are codes of fields that name a shelter. */
  private Optional<Objection> against(Case file, Referral referral, Field one, Set<String> named) {
    List<String> fields = List.of(one.field().code());
    if (!organisations.takes(referral.recipient(), CORRECTED)) {
      return Optional.of(new Objection("correction.refused.older", List.of()));
    }
    return bases
        .judge(file, referral, Released.categoriesOf(fields), referral.basis())
        .or(() -> bases.againstOnward(file, referral, fields))
        .or(
            () ->
                named.contains(one.field().code())
                    ? Optional.of(ReferralDrafts.SHELTER)
                    : Optional.empty());
  }

  /**
   * Sends the current values of fields to recipients.
   *
   * @param chosen field codes by referral of the case; those that do not differ are left out
   * @return number of recipients told
   * @throws Refused if a chosen field may not be sent
   */
  @Transactional
  public int send(UUID caseId, Map<UUID, List<String>> chosen, SignedIn who) {
    Case file = cases.find(caseId, who);
    int told = 0;
    for (Outdated outdated : outdated(caseId, who)) {
      List<String> wanted = chosen.getOrDefault(outdated.referral().id(), List.of());
      Map<String, List<String>> fields = new TreeMap<>();
      for (Field field : outdated.fields()) {
        if (wanted.contains(field.field().code())) {
          field.objection().ifPresent(ReferralBasis::refuse);
          fields.put(field.field().code(), field.now());
        }
      }
      if (!fields.isEmpty()) {
        tell(file, outdated.referral(), fields, who);
        told++;
      }
    }
    return told;
  }

  /**
   * Passes fields that the sender corrected, and that are now correct here, on to those whose
   * copies differ; what may not be sent stays on the page of the case.
   *
   * @param fields codes of {@link Released}
   * @return number of recipients told
   */
  @Transactional
  public int passOn(UUID caseId, Collection<String> fields, SignedIn who) {
    Map<UUID, List<String>> chosen = new HashMap<>();
    for (Outdated outdated : outdated(caseId, who)) {
      chosen.put(
          outdated.referral().id(),
          outdated.fields().stream()
              .filter(f -> f.before().isPresent() && f.objection().isEmpty())
              .map(f -> f.field().code())
              .filter(fields::contains)
              .toList());
    }
    return send(caseId, chosen, who);
  }

  private void tell(Case file, Referral referral, Map<String, List<String>> fields, SignedIn who) {
    UUID basis = Objects.requireNonNull(referral.basis());
    UUID message =
        outbox.put(
            new Outbox.Outgoing(
                CORRECTED,
                1,
                referral.id(),
                who.organisation(),
                referral.recipient(),
                basis,
                file.id(),
                JSON.writeValueAsString(Map.of("fields", fields))));
    disclosures.record(
        new Disclosures.Draft(
            file.id(),
            referral.recipient(),
            bases.isConsent(basis) ? "consent" : "legal_ground",
            basis,
            bases.version(basis),
            referral.purpose(),
            List.copyOf(fields.keySet()),
            bases.onward(basis),
            message,
            referral.id()),
        who);
    // where the given values are unknown, knowing only these fields is not stored
    Optional<Map<String, List<String>>> known =
        rows.given(referral)
            .map(
                given -> {
                  Map<String, List<String>> all = new LinkedHashMap<>(given);
                  all.putAll(fields);
                  return all;
                });
    rows.corrected(referral, known, message);
    journal.add(file.id(), CORRECTED, "", referral.id(), who);
  }

  /** The message that the recipient's own file is correct after a correction. */
  public static String taken(UUID correction) {
    return JSON.writeValueAsString(Map.of("correction", correction.toString()));
  }

  /** An undelivered correction was not given; what the recipient has is then unknown. */
  @EventListener
  void on(MessageEnded ended) {
    if (ended.how() != Ending.DELIVERED && ended.how() != Ending.LEFT) {
      rows.givenUnknown(disclosures.referrals(ended.message()));
    }
  }
}
