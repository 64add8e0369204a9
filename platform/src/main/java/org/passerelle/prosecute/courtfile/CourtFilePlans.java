package org.passerelle.prosecute.courtfile;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.evidence.Version;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.language.Texts;
import org.passerelle.prosecute.exhibit.Capture;
import org.passerelle.prosecute.exhibit.Captures;
import org.passerelle.prosecute.exhibit.DefenceDisclosures;
import org.passerelle.prosecute.exhibit.Derivation;
import org.passerelle.prosecute.exhibit.Derivations;
import org.passerelle.prosecute.exhibit.Exhibit;
import org.passerelle.prosecute.exhibit.ExhibitsForFile;
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.passerelle.prosecute.protection.ProtectedPersons;
import org.passerelle.prosecute.protection.Shield;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides what a case file would contain, and refuses what must not be in one, before anything is
 * read: exhibits about which nobody decided, that would reveal somebody, or whose words would.
 */
@Component
class CourtFilePlans {
  private final ExhibitsForFile exhibits;
  private final Derivations derivations;
  private final Captures captures;
  private final DefenceDisclosures disclosures;
  private final ProtectedPersons persons;
  private final InvestigationRecord records;
  private final Languages languages;

  CourtFilePlans(
      ExhibitsForFile exhibits,
      Derivations derivations,
      Captures captures,
      DefenceDisclosures disclosures,
      ProtectedPersons persons,
      InvestigationRecord records,
      Languages languages) {
    this.exhibits = exhibits;
    this.derivations = derivations;
    this.captures = captures;
    this.disclosures = disclosures;
    this.persons = persons;
    this.records = records;
    this.languages = languages;
  }

  /**
   * The plan for a draft.
   *
   * @throws NotFound if a chosen exhibit was not taken in
   * @throws Refused if no case file may be made of it
   */
  @Transactional(readOnly = true)
  public CourtFilePlan of(UUID investigation, CourtFile.Draft draft, SignedIn who) {
    Map<UUID, ExhibitsForFile.Ready> ready = new LinkedHashMap<>();
    exhibits.of(investigation, who).forEach(one -> ready.put(one.exhibit().id(), one));
    Map<UUID, Derivation> derived = derivations.of(investigation, who);
    Map<UUID, Capture> saved = captures.of(investigation, who);
    Map<UUID, DefenceDisclosures.Decision> decided = disclosures.standing(investigation, who);
    if (!ready.keySet().containsAll(draft.exhibits())) {
      throw new NotFound();
    }
    Set<UUID> chosen = withSources(draft.exhibits(), derived);
    if (chosen.isEmpty()) {
      throw new Refused("courtfile.refused.none").at("exhibits");
    }
    Texts texts = languages.texts(language(draft.language()));
    List<CourtFilePlan.Line> lines =
        ready.values().stream()
            .filter(one -> chosen.contains(one.exhibit().id()))
            .map(
                one ->
                    CourtFilePlan.line(
                        one,
                        Optional.ofNullable(derived.get(one.exhibit().id())),
                        Optional.ofNullable(saved.get(one.exhibit().id())),
                        Optional.ofNullable(decided.get(one.exhibit().id())),
                        texts))
            .toList();
    List<Exhibit> described = lines.stream().map(line -> line.ready().exhibit()).toList();
    CourtFilePlan plan =
        new CourtFilePlan(
            lines,
            numbers(ready),
            Map.of(
                Version.PROSECUTION, persons.shield(investigation, false, who),
                Version.DEFENCE, persons.shield(investigation, true, who)),
            exhibits.certificates(lines.stream().map(line -> line.ready().chain()).toList()),
            Checklist.of(described, derived, saved, decided, draft.judged()));
    for (Version version : draft.versions()) {
      refuse(plan, version, draft, who);
    }
    return plan;
  }

  /** The index knows three languages, Serbian in Cyrillic. */
  private Language language(String key) {
    return languages.all().stream()
        .filter(one -> one.key().equals(key))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  private static Set<UUID> withSources(Set<UUID> chosen, Map<UUID, Derivation> derived) {
    Set<UUID> all = new LinkedHashSet<>();
    Deque<UUID> next = new ArrayDeque<>(chosen);
    while (!next.isEmpty()) {
      UUID one = next.pop();
      Derivation derivation = derived.get(one);
      if (all.add(one) && derivation != null) {
        next.addAll(derivation.sources());
      }
    }
    return all;
  }

  private static Map<UUID, String> numbers(Map<UUID, ExhibitsForFile.Ready> ready) {
    Map<UUID, String> numbers = new LinkedHashMap<>();
    ready.forEach((id, one) -> numbers.put(id, one.exhibit().number()));
    return numbers;
  }

  private void refuse(CourtFilePlan plan, Version version, CourtFile.Draft draft, SignedIn who) {
    Shield shield = plan.shield(version);
    shield
        .revealed(draft.title() + "\n" + draft.reference())
        .ifPresent(
            person -> {
              throw new Refused("courtfile.refused.title", person).at("title");
            });
    for (CourtFilePlan.Line line : plan.lines()) {
      String number = line.number();
      boolean included = line.includedIn(version);
      if (!included && line.keptBack().isEmpty()) {
        throw new Refused("courtfile.refused.undecided", number).at("versions");
      }
      Optional<String> identified =
          included ? shield.identified(line.ready().exhibit().id()) : Optional.empty();
      if (identified.isPresent()) {
        throw new Refused("courtfile.refused.identifies", number, identified.get());
      }
      String said = included ? line.said() : line.keptBack();
      Optional<String> revealed = shield.revealed(said);
      if (revealed.isPresent()) {
        throw new Refused("courtfile.refused.named", number, revealed.get());
      }
      noShelter(number, said, who);
    }
  }

  /** A shelter may have been entered after an exhibit was described. */
  private void noShelter(String number, String said, SignedIn who) {
    try {
      records.check(Map.of(number, said), who);
    } catch (Refused named) {
      throw new Refused("courtfile.refused.shelter", number);
    }
  }
}
