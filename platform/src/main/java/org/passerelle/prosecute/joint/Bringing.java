package org.passerelle.prosecute.joint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.access.User;
import org.passerelle.accounts.Users;
import org.passerelle.prosecute.exhibit.Exhibit;
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.passerelle.prosecute.investigation.InvestigationTeam;
import org.passerelle.prosecute.investigation.Investigations;
import org.passerelle.prosecute.investigation.Worded;
import org.passerelle.prosecute.protection.ProtectedPersons;
import org.passerelle.prosecute.protection.Shield;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Component;

/** What an organisation brings to a joint team: an investigation, and colleagues who are on it. */
@Component
class Bringing {
  private final Investigations investigations;
  private final InvestigationTeam team;
  private final Users users;
  private final ProtectedPersons persons;
  private final InvestigationRecord records;

  Bringing(
      Investigations investigations,
      InvestigationTeam team,
      Users users,
      ProtectedPersons persons,
      InvestigationRecord records) {
    this.investigations = investigations;
    this.team = team;
    this.users = users;
    this.persons = persons;
    this.records = records;
  }

  /** Investigations that the reader can bring, with their numbers. */
  Map<UUID, String> investigations(SignedIn who) {
    return investigations.numbers(false, who);
  }

  /** Investigators on the team of an investigation. Its prosecutors need not be named. */
  List<UUID> colleagues(UUID investigation, SignedIn who) {
    Set<UUID> investigators =
        users.with(who.organisation(), Role.INVESTIGATOR).stream()
            .filter(user -> !user.roles().contains(Role.PROSECUTOR))
            .map(User::id)
            .collect(Collectors.toUnmodifiableSet());
    return team.of(investigation, who).stream()
        .map(InvestigationTeam.Line::user)
        .filter(investigators::contains)
        .toList();
  }

  /** Those of every investigation that the reader can bring, with its number. */
  Map<UUID, String> colleagues(SignedIn who) {
    Map<UUID, String> colleagues = new LinkedHashMap<>();
    investigations(who)
        .forEach(
            (investigation, number) ->
                colleagues(investigation, who)
                    .forEach(
                        one -> colleagues.merge(one, number, (some, more) -> some + ", " + more)));
    return colleagues;
  }

  /**
   * Checks what is brought.
   *
   * @throws Refused if the investigation is not open for the reader, or somebody is not on its team
   */
  void check(UUID investigation, Set<UUID> named, SignedIn who) {
    if (!investigations(who).containsKey(investigation)) {
      throw new Refused("joint.refused.investigation").at("investigation");
    }
    if (!colleagues(investigation, who).containsAll(named)) {
      throw new Refused("joint.refused.colleague").at("colleagues");
    }
  }

  /** Pseudonym of somebody whom an exhibit reveals, by its description or as the team marked it. */
  Optional<String> revealed(Exhibit one, SignedIn who) {
    Shield shield = persons.shield(one.investigation(), true, who);
    return shield
        .identified(one.id())
        .or(
            () ->
                one.words().texts().values().stream()
                    .sorted()
                    .flatMap(text -> shield.revealed(text).stream())
                    .findFirst());
  }

  /**
   * Checks an exhibit that the others will read.
   *
   * @throws Refused if it or its description reveals somebody who is protected, or a shelter
   */
  void shareable(JointTeam joint, Exhibit one, SignedIn who) {
    revealed(one, who)
        .ifPresent(
            person -> {
              throw new Refused("joint.refused.protected", person).at("exhibit");
            });
    try {
      records.check(one.words().texts(), joint.organisations());
    } catch (Refused named) {
      throw new Refused("placement.refused.shelter").at("exhibit");
    }
  }

  /** Checks that words that go to another node name no shelter of either side. */
  void unsheltered(JointTeam joint, Worded words) {
    records.check(words.texts(), joint.organisations());
  }

  /** Tells which texts reveal somebody whom the investigation protects. */
  Predicate<String> revealing(UUID investigation, SignedIn who) {
    Shield shield = persons.shield(investigation, true, who);
    return text -> shield.revealed(text).isPresent();
  }

  /**
   * Checks what other organisations will read.
   *
   * @throws Refused at the first field that reveals somebody whom the investigation protects
   */
  void protects(UUID investigation, Worded words, SignedIn who) {
    Shield shield = persons.shield(investigation, true, who);
    words.texts().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            text ->
                shield
                    .revealed(text.getValue())
                    .ifPresent(
                        person -> {
                          throw new Refused("joint.refused.protected", person).at(text.getKey());
                        }));
  }
}
