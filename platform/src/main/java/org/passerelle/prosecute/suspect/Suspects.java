package org.passerelle.prosecute.suspect;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.passerelle.prosecute.investigation.InvestigationSight;
import org.passerelle.prosecute.victim.Victims;
import org.passerelle.protect.sharing.consent.ForInvestigation;
import org.passerelle.refusal.ChangedMeanwhile;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Vault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Suspects of an investigation, entered by its team. Safe for concurrent use. */
@Service
public class Suspects {
  private final SuspectRows rows;
  private final Traits traits;
  private final Victims victims;
  private final InvestigationSight sight;
  private final InvestigationRecord records;
  private final Vault vault;
  private final Identifiers identifiers;

  Suspects(
      SuspectRows rows,
      Traits traits,
      Victims victims,
      InvestigationSight sight,
      InvestigationRecord records,
      Vault vault,
      Identifiers identifiers) {
    this.rows = rows;
    this.traits = traits;
    this.victims = victims;
    this.sight = sight;
    this.records = records;
    this.vault = vault;
    this.identifiers = identifiers;
  }

  /** Suspects by number; the caller has opened the investigation, which is logged. */
  @Transactional(readOnly = true)
  public List<Suspect> of(UUID investigation, SignedIn who) {
    sight.check(investigation, who);
    return rows.shown(investigation, who);
  }

  /**
   * Reads one; the access is logged.
   *
   * @throws NotFound if it does not exist for this reader
   */
  @Transactional
  public Suspect open(UUID investigation, UUID suspect, SignedIn who) {
    Suspect one = find(investigation, suspect, who);
    records.log(investigation, "suspect.read", Map.of("suspect", suspect.toString()), who);
    return one;
  }

  /** The same without a log entry, for an action that logs itself. */
  @Transactional(readOnly = true)
  public Suspect find(UUID investigation, UUID suspect, SignedIn who) {
    sight.check(investigation, who);
    return rows.shown(investigation, suspect, who).orElseThrow(NotFound::new);
  }

  /**
   * Enters a suspect.
   *
   * @throws Refused if the investigation is closed, a shelter is named, or the victim is not in it
   */
  @Transactional
  public UUID enter(UUID investigation, Suspect.Draft draft, SignedIn who) {
    return enter(investigation, draft, SuspectRows.Origin.HERE, investigation, who);
  }

  UUID enter(
      UUID investigation,
      Suspect.Draft draft,
      SuspectRows.Origin from,
      UUID parentKey,
      SignedIn who) {
    sight.checkOpen(investigation, who);
    check(investigation, draft.victim(), who);
    checkState(draft.state(), "");
    UUID id = identifiers.next();
    vault.createKey(id, parentKey);
    int number = rows.count(investigation) + 1;
    rows.insert(investigation, id, number, draft, from, who);
    records.write(investigation, "suspect.entered", Suspect.called(number), id, origin(from), who);
    return id;
  }

  private static Map<String, String> origin(SuspectRows.Origin from) {
    Map<String, String> said = new HashMap<>();
    if (from.fromVictim() != null) {
      said.put("from", from.fromVictim().toString());
    }
    if (from.network() != null) {
      said.put("network", from.network().toString());
    }
    return said;
  }

  private void check(UUID investigation, @Nullable UUID victim, SignedIn who) {
    if (victim != null && !victims.numbers(investigation, who).containsKey(victim)) {
      throw new NotFound();
    }
  }

  /** Only a charge that is brought makes somebody charged. */
  private static void checkState(String state, String before) {
    if (state.equals("charged") && !before.equals("charged")) {
      throw new Refused("suspect.refused.charged").at("state");
    }
  }

  /**
   * Enters a suspect whom a case names, as far as its basis covers them. Who it is lies under the
   * key of the victim's entry and ends with it.
   *
   * @param index place in the victim's list
   * @param shown how many that list had when the user saw it
   * @param unnamed what to call somebody without a name
   * @throws NotFound if there is none, or the basis does not hold
   * @throws Refused if a colleague has entered one in between
   */
  @Transactional
  public UUID enterNamed(
      UUID investigation, UUID victim, int index, int shown, String unnamed, SignedIn who) {
    ForInvestigation.Suspect named = victims.takeSuspect(investigation, victim, index, shown, who);
    UUID id =
        enter(
            investigation,
            new Suspect.Draft(
                "natural",
                "suspect",
                new Suspect.Identity(
                    named.name().isBlank() ? unnamed : named.name(), "", "", "", ""),
                null,
                new Suspect.Coded(null, null, null, null, null)),
            new SuspectRows.Origin(victim, null, null),
            victim,
            who);
    if (Traits.recognises("phone", named.phone())) {
      traits.add(investigation, id, "phone", new Traits.Words(named.phone(), ""), who);
    }
    return id;
  }

  /** Suspects who were taken from a network, with the actor that each was there. */
  @Transactional(readOnly = true)
  public Map<UUID, UUID> actors(UUID investigation, UUID network, SignedIn who) {
    sight.check(investigation, who);
    return rows.actors(investigation, network);
  }

  /**
   * Changes one.
   *
   * @param version as shown when the form was opened
   * @throws ChangedMeanwhile if a colleague saved in between
   * @throws Refused if it was erased
   */
  @Transactional
  public void change(
      UUID investigation, UUID suspect, Suspect.Draft draft, int version, SignedIn who) {
    sight.checkOpen(investigation, who);
    check(investigation, draft.victim(), who);
    Suspect before = find(investigation, suspect, who);
    if (before.identity() == null) {
      throw new Refused(before.withheld() ? "suspect.refused.withheld" : "suspect.refused.erased");
    }
    checkState(draft.state(), before.state());
    if (!rows.change(suspect, draft, version, who)) {
      throw new ChangedMeanwhile(version, before.version());
    }
    records.write(investigation, "suspect.changed", before.called(), suspect, Map.of(), who);
  }

  /** A charge was brought; the caller has checked who may. */
  public void charged(Suspect suspect) {
    rows.follow(suspect.id(), "suspect", "charged");
  }

  /** Their last charge was withdrawn; the caller has checked who may. */
  public void uncharged(Suspect suspect) {
    rows.follow(suspect.id(), "charged", "suspect");
  }

  /**
   * Those of some suspects who were compelled, by the investigators' flag or by that of the case as
   * it stands.
   */
  @Transactional(readOnly = true)
  public Set<UUID> compelled(UUID investigation, Collection<Suspect> some, SignedIn who) {
    Set<UUID> compelled = new HashSet<>(fromCases(investigation, some, who));
    some.stream().filter(one -> one.flag().stands()).map(Suspect::id).forEach(compelled::add);
    return compelled;
  }

  /** Whether one was. */
  @Transactional(readOnly = true)
  public boolean compelled(UUID investigation, Suspect suspect, SignedIn who) {
    return compelled(investigation, List.of(suspect), who).contains(suspect.id());
  }

  /** Those of some suspects who are victims and of whom their case says so, at this moment. */
  @Transactional(readOnly = true)
  public Set<UUID> fromCases(UUID investigation, Collection<Suspect> some, SignedIn who) {
    Map<UUID, UUID> victimOf = new HashMap<>();
    some.forEach(
        one -> {
          if (one.victim() != null) {
            victimOf.put(one.id(), one.victim());
          }
        });
    Set<UUID> not = victims.notToBePunished(investigation, Set.copyOf(victimOf.values()), who);
    victimOf.values().retainAll(not);
    return Set.copyOf(victimOf.keySet());
  }

  /** Whether the case of the victim who the suspect is says so, at this moment. */
  @Transactional(readOnly = true)
  public boolean fromCase(UUID investigation, Suspect suspect, SignedIn who) {
    return !fromCases(investigation, List.of(suspect), who).isEmpty();
  }
}
