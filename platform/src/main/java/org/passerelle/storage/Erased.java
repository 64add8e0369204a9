package org.passerelle.storage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Who and what is erased together, by identifiers.
 *
 * @param organisation whose files they are
 * @param persons the person, and relatives who have no other file here
 * @param cases of the person
 * @param screenings of the person, or a single one that led to no case
 * @param sent referrals that left
 * @param received referrals that arrived, with their dossiers
 */
public record Erased(
    UUID organisation,
    Set<UUID> persons,
    List<UUID> cases,
    List<UUID> screenings,
    List<UUID> sent,
    List<UUID> received) {
  public Erased {
    persons = Set.copyOf(persons);
    cases = List.copyOf(cases);
    screenings = List.copyOf(screenings);
    sent = List.copyOf(sent);
    received = List.copyOf(received);
  }

  /** A screening that belongs to no case. */
  public static Erased screening(UUID organisation, UUID screening) {
    return new Erased(organisation, Set.of(), List.of(), List.of(screening), List.of(), List.of());
  }

  /** A dossier that no case was opened from. */
  public static Erased dossier(UUID organisation, UUID referral) {
    return new Erased(organisation, Set.of(), List.of(), List.of(), List.of(), List.of(referral));
  }

  /** What was sealed under these keys can never be opened again. */
  public List<UUID> keys() {
    return joined(persons, screenings, received);
  }

  /** Whatever a row may be about; never empty. */
  public List<UUID> all() {
    return joined(persons, cases, screenings, sent, received);
  }

  /** Referrals in either direction. */
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
