package org.passerelle.protect.placement.place;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;

/**
 * A house that takes children in, as those who place know it; where it is stands in {@link
 * Whereabouts}. Immutable.
 *
 * @param organisation whose team keeps it in the register
 * @param house organisation that runs it
 * @param placers further organisations whose teams may place there
 * @param code short and meaningless, for whoever must not know more
 * @param beds all there are, and how many are taken now
 * @param confirmedAt when the house last said how many are free, or null
 * @param words what those who place call it and should know; sealed at rest
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
  /** A house says every day how many beds are free; after that nobody can rely on it. */
  public static final Duration FRESH = Duration.ofHours(24);

  public Place {
    placers = Set.copyOf(placers);
  }

  /**
   * Whom it takes and what it offers.
   *
   * @param sex {@code any}, {@code female}, {@code male}
   * @param ageFrom full years
   * @param ageUntil full years, included
   * @param opening {@code always}, {@code day}, {@code asked}: when somebody can arrive
   * @param languages spoken there
   * @param training of its people
   * @param access how it can be entered and lived in
   * @param services offered there, codes of {@code services}
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
   * Beds by how they are taken; who sleeps in them is not known here.
   *
   * @param all there are
   * @param held for 90 minutes at most
   * @param kept for children of the placing teams, until they leave
   * @param otherwise for anybody else or out of use, as the house last said
   */
  public record Beds(int all, int held, int kept, int otherwise) {
    /** How many could be given now; fewer than none are none. */
    public int free() {
      return Math.max(0, all - held - kept - otherwise);
    }
  }

  /**
   * The sealed words.
   *
   * @param name that gives nothing away
   * @param note for those who place
   */
  public record Words(String name, String note) {}

  /** Whether somebody belongs to the team that keeps it. */
  public boolean isKeptBy(SignedIn who) {
    return places(who) && organisation.equals(who.organisation());
  }

  /** Whether somebody belongs to a team that places there. */
  public boolean isPlacedBy(SignedIn who) {
    return isKeptBy(who) || (places(who) && placers.contains(who.organisation()));
  }

  /** Whether somebody is of the house itself. */
  public boolean isRunBy(SignedIn who) {
    return places(who) && house.equals(who.organisation());
  }

  /** Whether it is there for somebody at all: those who place, the place itself, nobody else. */
  public boolean isSeenBy(SignedIn who) {
    return isPlacedBy(who) || isRunBy(who);
  }

  private static boolean places(SignedIn who) {
    return who.is(Role.PLACEMENT_OFFICER);
  }

  /** Whether it takes anybody at all. */
  public boolean open() {
    return state.equals("open");
  }

  /** Beds that can be given now. */
  public int free() {
    return open() ? beds.free() : 0;
  }

  /** Whether what it said of its free beds is a day old, or it never said it. */
  public boolean stale(Instant now) {
    return stale(confirmedAt, now);
  }

  static boolean stale(@Nullable Instant confirmedAt, Instant now) {
    return confirmedAt == null || confirmedAt.plus(FRESH).isBefore(now);
  }
}
