package org.passerelle.storage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Persons and records that are erased together, by identifier.
 *
 * @param organisation the organisation that holds the files
 * @param persons the person, and relatives who have no other file here
 * @param cases cases of the person
 * @param screenings screenings of the person, or a single screening that led to no case
 * @param sent referrals that were sent
 * @param received referrals that were received, with their dossiers
 * @param mistake whether there should never have been a file: what led to it is then kept
 */
public record Erased(
    UUID organisation,
    Set<UUID> persons,
    List<UUID> cases,
    List<UUID> screenings,
    List<UUID> sent,
    List<UUID> received,
    boolean mistake) {
  public Erased {
    persons = Set.copyOf(persons);
    cases = List.copyOf(cases);
    screenings = List.copyOf(screenings);
    sent = List.copyOf(sent);
    received = List.copyOf(received);
  }

  /** What is erased because its time is over, or somebody asked for it. */
  public Erased(
      UUID organisation,
      Set<UUID> persons,
      List<UUID> cases,
      List<UUID> screenings,
      List<UUID> sent,
      List<UUID> received) {
    this(organisation, persons, cases, screenings, sent, received, false);
  }

  /** The same, erased because it was opened by mistake. */
  public Erased byMistake() {
    return new Erased(organisation, persons, cases, screenings, sent, received, true);
  }

  /** Whether a single screening is erased, of which nobody is known as a person. */
  public boolean isScreeningAlone() {
    return persons.isEmpty() && !screenings.isEmpty();
  }

  /** Erases a screening that belongs to no case. */
  public static Erased screening(UUID organisation, UUID screening) {
    return new Erased(organisation, Set.of(), List.of(), List.of(screening), List.of(), List.of());
  }

  /** Erases a received dossier from which no case was opened. */
  public static Erased dossier(UUID organisation, UUID referral) {
    return new Erased(organisation, Set.of(), List.of(), List.of(), List.of(), List.of(referral));
  }

  /** Identifiers of the keys to destroy; content sealed under them can never be opened again. */
  public List<UUID> keys() {
    return joined(persons, screenings, received);
  }

  /** All identifiers that a row may refer to; never empty. */
  public List<UUID> all() {
    return joined(persons, cases, screenings, sent, received);
  }

  /** Referrals sent and received. */
  public List<UUID> referrals() {
    return joined(sent, received);
  }

  @SafeVarargs
  private static List<UUID> joined(Collection<UUID>... parts) {
    List<UUID> all = new ArrayList<>();
    for (Collection<UUID> part : parts) {
      all.addAll(part);
    }
    return List.copyOf(all);
  }
}
