package org.passerelle.protect.casework.placement.place;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;

/**
 * A house that takes children in, as seen by placing teams; its address is in {@link Whereabouts}.
 * Immutable.
 *
 * @param organisation organisation whose team maintains the entry
 * @param house organisation that runs it
 * @param placers further organisations whose teams may place there
 * @param code short code without meaning, for those who must not know more
 * @param beds numbers of all and of occupied beds
 * @param confirmedAt when the house last reported its free beds, or null
 * @param words name and remarks for placing teams; encrypted at rest
 */
public record Place(
    UUID id,
    UUID organisation,
    UUID house,
    Set<UUID> placers,
    String code,
    int version,
    String state,
    Takes takes,
    Beds beds,
    @Nullable Instant confirmedAt,
    Words words) {
  /** A house reports its free beds daily; older reports are not reliable. */
  public static final Duration FRESH = Duration.ofHours(24);

  public Place {
    placers = Set.copyOf(placers);
  }

  /**
   * Whom a place takes and what it offers.
   *
   * @param sex {@code any}, {@code female}, {@code male}
   * @param ageFrom minimum age in full years
   * @param ageUntil maximum age in full years, inclusive
   * @param opening {@code always}, {@code day}, {@code asked}: when somebody can arrive
   * @param languages spoken there
   * @param training training of its staff
   * @param access accessibility
   * @param services codes of {@code services} offered there
   */
  public record Takes(
      String sex,
      int ageFrom,
      int ageUntil,
      String opening,
      List<String> languages,
      List<String> training,
      List<String> access,
      List<String> services) {
    public Takes {
      languages = List.copyOf(languages);
      training = List.copyOf(training);
      access = List.copyOf(access);
      services = List.copyOf(services);
    }
  }

  /**
   * Numbers of beds by use; the occupants are not known here.
   *
   * @param all all beds
   * @param held for 90 minutes at most
   * @param kept allocated to children of the placing teams, until they leave
   * @param otherwise used by others or out of use, as last reported by the house
   */
  public record Beds(int all, int held, int kept, int otherwise) {
    /** Number of free beds, at least zero. */
    public int free() {
      return Math.max(0, all - held - kept - otherwise);
    }
  }

  /**
   * The encrypted texts.
   *
   * @param name name that reveals nothing
   * @param note remarks for placing teams
   */
  public record Words(String name, String note) {}

  /** Whether the user belongs to the team that maintains it. */
  public boolean isKeptBy(SignedIn who) {
    return places(who) && organisation.equals(who.organisation());
  }

  /** Whether the user belongs to a team that places there. */
  public boolean isPlacedBy(SignedIn who) {
    return isKeptBy(who) || (places(who) && placers.contains(who.organisation()));
  }

  /** Whether the user belongs to the house itself. */
  public boolean isRunBy(SignedIn who) {
    return places(who) && house.equals(who.organisation());
  }

  /** Whether it is visible to the user: to those who place there and to the place itself. */
  public boolean isSeenBy(SignedIn who) {
    return isPlacedBy(who) || isRunBy(who);
  }

  private static boolean places(SignedIn who) {
    return who.is(Role.PLACEMENT_OFFICER);
  }

  public boolean open() {
    return state.equals("open");
  }

  public int free() {
    return open() ? beds.free() : 0;
  }

  /** Whether its report of free beds is a day old or missing. */
  public boolean stale(Instant now) {
    return stale(confirmedAt, now);
  }

  static boolean stale(@Nullable Instant confirmedAt, Instant now) {
    return confirmedAt == null || confirmedAt.plus(FRESH).isBefore(now);
  }
}
