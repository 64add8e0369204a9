package org.passerelle.prevent.watch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something by which people are recruited online.
 *
 * @param code by which colleagues name it
 * @param kind one of {@link #KINDS}, or {@code picture}
 * @param words the account, the address or text of the advert, the phrase, the number or the
 *     platform; of a picture what it shows
 * @param picture the hash of a picture ({@link PictureHash}), or null
 * @param state one of {@link #STATES}
 * @param since when it was set
 * @param by who set it
 * @param seen the day on which it was last seen
 * @param version counts its states
 */
public record WatchEntry(
    UUID id,
    String code,
    String kind,
    String words,
    @Nullable Long picture,
    String state,
    Instant since,
    UUID by,
    LocalDate seen,
    int version) {
  /** Kinds that are entered as words, in the order of the form. */
  public static final List<String> KINDS =
      List.of("account", "advert", "phrase", "phone", "platform");

  /** The kind of pictures. */
  public static final String PICTURE = "picture";

  /** States in their usual order. */
  public static final List<String> STATES =
      List.of("watched", "reported", "taken_down", "investigated");

  /** Whether it is said to be gone. */
  public boolean isTakenDown() {
    return state.equals("taken_down");
  }

  /**
   * A sighting.
   *
   * @param day when it was seen
   * @param place where, in words: a group, a site, a place
   * @param by colleague who entered it
   * @param named other entries that its words name
   */
  public record Sighting(UUID id, LocalDate day, String place, UUID by, List<WatchEntry> named) {
    public Sighting {
      named = List.copyOf(named);
    }
  }

  /** A state that was set. */
  public record Step(String state, Instant at, UUID by) {}
}
