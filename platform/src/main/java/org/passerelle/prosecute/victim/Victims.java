package org.passerelle.prosecute.victim;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Days;
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.passerelle.prosecute.investigation.InvestigationSight;
import org.passerelle.protect.sharing.consent.ForInvestigation;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Vault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Victims of an investigation. Care data come in case by case, only on a basis for this purpose
 * that names the office, and are destroyed when the basis ends; the number stays, so that charges
 * and judgments stay readable (decision 0141). Safe for concurrent use.
 */
@Service
public class Victims {
  private final VictimRows rows;
  private final ForInvestigation cases;
  private final InvestigationSight sight;
  private final InvestigationRecord records;
  private final Vault vault;
  private final Identifiers identifiers;
  private final Clock clock;

  Victims(
      VictimRows rows,
      ForInvestigation cases,
      InvestigationSight sight,
      InvestigationRecord records,
      Vault vault,
      Identifiers identifiers,
      Clock clock) {
    this.rows = rows;
    this.cases = cases;
    this.sight = sight;
    this.records = records;
    this.vault = vault;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /** Victims by number; the caller has opened the investigation, which is logged. */
  @Transactional(readOnly = true)
  public List<Victim> of(UUID investigation, SignedIn who) {
    sight.check(investigation, who);
    return rows.of(investigation).stream().map(row -> victim(row, who)).toList();
  }

  private Victim victim(VictimRows.Row row, SignedIn who) {
    UUID basis = row.basis();
    if (row.ended()) {
      return new Victim(row.id(), row.number(), Victim.Standing.ENDED, null, false, List.of());
    }
    if (basis == null) {
      return shown(row, Victim.Standing.OWN, false);
    }
    return cases
        .nonPunishment(basis, who.organisation())
        .map(flag -> shown(row, Victim.Standing.HELD, flag))
        .orElseGet(
            () ->
                new Victim(
                    row.id(), row.number(), Victim.Standing.BLOCKED, null, false, List.of()));
  }

  private Victim shown(VictimRows.Row row, Victim.Standing standing, boolean flag) {
    VictimRows.Content content = rows.content(row).orElseThrow();
    return new Victim(row.id(), row.number(), standing, content.facts(), flag, content.suspects());
  }

  /** Numbers by identifier, ended ones included. */
  @Transactional(readOnly = true)
  public Map<UUID, Integer> numbers(UUID investigation, SignedIn who) {
    sight.check(investigation, who);
    Map<UUID, Integer> numbers = new LinkedHashMap<>();
    rows.of(investigation).forEach(row -> numbers.put(row.id(), row.number()));
    return numbers;
  }

  /** Number of a victim, ended ones included, for what the application lists by itself. */
  @Transactional(readOnly = true)
  public int number(UUID victim) {
    return rows.number(victim);
  }

  /**
   * The case behind a victim, while its basis holds, for what the application tells that case; no
   * reader of this room sees it. Until the transaction has ended, the basis does not end.
   *
   * @param organisation that of the investigation
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<UUID> linkedCase(UUID victim, UUID organisation) {
    return rows.one(victim)
        .filter(row -> row.basis() != null && !row.ended())
        .filter(row -> cases.holdsMeanwhile(Objects.requireNonNull(row.basis()), organisation))
        .map(VictimRows.Row::caseId);
  }

  /** Whether what came by an entry may be used now: its basis holds, or it needs none. */
  @Transactional(readOnly = true)
  public boolean shown(UUID victim, UUID organisation) {
    return rows.one(victim)
        .filter(row -> !row.ended())
        .filter(row -> row.basis() == null || cases.holds(row.basis(), organisation))
        .isPresent();
  }

  /** Entries on a basis that does not hold at this moment: nothing that came by them is shown. */
  @Transactional(readOnly = true)
  public Set<UUID> blocked(UUID investigation, SignedIn who) {
    sight.check(investigation, who);
    return rows.of(investigation).stream()
        .filter(row -> row.basis() != null && !row.ended())
        .filter(row -> !cases.holds(Objects.requireNonNull(row.basis()), who.organisation()))
        .map(VictimRows.Row::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Those of some victims whose case says, at this moment, that they must not be punished. */
  @Transactional(readOnly = true)
  public Set<UUID> notToBePunished(UUID investigation, Set<UUID> some, SignedIn who) {
    sight.check(investigation, who);
    if (some.isEmpty()) {
      return Set.of();
    }
    return rows.of(investigation).stream()
        .filter(row -> some.contains(row.id()))
        .filter(row -> row.basis() != null && !row.ended())
        .filter(
            row ->
                cases
                    .nonPunishment(Objects.requireNonNull(row.basis()), who.organisation())
                    .orElse(false))
        .map(VictimRows.Row::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Cases that may enter and have not. */
  @Transactional(readOnly = true)
  public List<ForInvestigation.Offer> offered(UUID investigation, SignedIn who) {
    sight.check(investigation, who);
    Set<UUID> there =
        rows.of(investigation).stream()
            .map(VictimRows.Row::caseId)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return cases.offered(who).stream().filter(offer -> !there.contains(offer.caseId())).toList();
  }

  /**
   * Enters a case on its basis.
   *
   * @return the entry
   * @throws NotFound if it is not offered
   * @throws Refused if the investigation is closed
   */
  @Transactional
  public UUID enter(UUID investigation, UUID basis, SignedIn who) {
    sight.check(investigation, who);
    // before the investigation, as a withdrawal does: otherwise each would wait for the other
    cases.holdsMeanwhile(basis, who.organisation());
    sight.checkOpen(investigation, who);
    ForInvestigation.Offer offer =
        offered(investigation, who).stream()
            .filter(o -> o.basis().equals(basis))
            .findFirst()
            .orElseThrow(NotFound::new);
    UUID entry = identifiers.next();
    ForInvestigation.Taken taken = cases.take(basis, entry, who);
    vault.createKey(entry, offer.caseId());
    int number = rows.count(investigation) + 1;
    rows.insert(
        new VictimRows.Row(entry, investigation, number, offer.caseId(), basis, null, false),
        new VictimRows.Content(
            new Victim.Facts(
                taken.form(),
                taken.country(),
                taken.minor(),
                taken.gender(),
                taken.nationalities(),
                taken.firstContact()),
            taken.suspects()),
        records.now(),
        who.user());
    written(investigation, "victim.entered", number, entry, who);
    return entry;
  }

  /**
   * Enters somebody whom the investigators know themselves, without a case: codes only.
   *
   * @throws Refused if the day is in the future, or the investigation is closed
   */
  @Transactional
  public UUID enterOwn(UUID investigation, Victim.Facts facts, SignedIn who) {
    sight.checkOpen(investigation, who);
    if (!Days.begun(facts.since(), clock.instant())) {
      throw new Refused("form.error.future").at("since");
    }
    UUID entry = identifiers.next();
    int number = rows.count(investigation) + 1;
    rows.insert(
        new VictimRows.Row(entry, investigation, number, null, null, null, false),
        new VictimRows.Content(facts, List.of()),
        records.now(),
        who.user());
    written(investigation, "victim.entered-own", number, entry, who);
    return entry;
  }

  /**
   * Ends an entry, because it was made by mistake or is not needed: what it holds is destroyed, the
   * number stays.
   *
   * @throws NotFound if the investigation has no such entry
   */
  @Transactional
  public void end(UUID investigation, UUID victim, SignedIn who) {
    sight.checkOpen(investigation, who);
    VictimRows.Row row = row(investigation, victim);
    if (rows.end(victim, records.now()).isPresent()) {
      written(investigation, "victim.ended", row.number(), victim, who);
      if (row.basis() != null) {
        vault.destroyAtCommit(List.of(victim));
      }
    }
  }

  /**
   * Takes a suspect of the case out of those that nobody has entered.
   *
   * @param index place in {@link Victim#suspects()}
   * @param before how many there were when the user saw them; the list only gets shorter
   * @throws NotFound if there is none, or the basis does not hold
   * @throws Refused if a colleague has taken one in between
   */
  @Transactional
  public ForInvestigation.Suspect takeSuspect(
      UUID investigation, UUID victim, int index, int before, SignedIn who) {
    sight.checkOpen(investigation, who);
    VictimRows.Row row = row(investigation, victim);
    Victim shown = victim(row, who);
    if (index < 0 || index >= shown.suspects().size()) {
      throw new NotFound();
    }
    if (shown.suspects().size() != before) {
      throw new Refused("suspect.refused.named");
    }
    List<ForInvestigation.Suspect> left = new ArrayList<>(shown.suspects());
    ForInvestigation.Suspect taken = left.remove(index);
    rows.change(row, new VictimRows.Content(Objects.requireNonNull(shown.facts()), left));
    return taken;
  }

  private VictimRows.Row row(UUID investigation, UUID victim) {
    return rows.of(investigation).stream()
        .filter(row -> row.id().equals(victim))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  private void written(UUID investigation, String kind, int number, UUID entry, SignedIn who) {
    records.write(investigation, kind, Victim.called(number), entry, Map.of(), who);
  }
}
