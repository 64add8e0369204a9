package org.passerelle.prevent.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds entries of the user's organisation again: in texts and pictures, and those that are nearly
 * the same. They are compared in memory, since the database holds nothing that could be. Linear in
 * the number of entries; thread-safe.
 */
@Service
public class WatchFinds {
  private final WatchRows rows;

  WatchFinds(WatchRows rows) {
    this.rows = rows;
  }

  /** Entries whose words stand in a text. */
  @Transactional(readOnly = true)
  public List<WatchEntry> in(SignedIn who, String text) {
    ComparedWords compared = ComparedWords.of(text);
    return rows.of(who.organisation()).stream().filter(entry -> standsIn(entry, compared)).toList();
  }

  /** Whether an entry's words stand in a text; what a picture shows, in words, is none. */
  static boolean standsIn(WatchEntry entry, String text) {
    return standsIn(entry, ComparedWords.of(text));
  }

  private static boolean standsIn(WatchEntry entry, ComparedWords text) {
    return entry.picture() == null && ComparedWords.of(entry.words()).standsIn(text, entry.kind());
  }

  /** Entries of the list that came from a tip. */
  List<WatchEntry> from(SignedIn who, UUID tip) {
    List<UUID> linked = rows.from(tip);
    return linked.isEmpty()
        ? List.of()
        : rows.of(who.organisation()).stream()
            .filter(entry -> linked.contains(entry.id()))
            .toList();
  }

  /** Pictures on the list; to be compared with others. */
  List<WatchEntry> pictures(SignedIn who) {
    return rows.of(who.organisation()).stream().filter(entry -> entry.picture() != null).toList();
  }

  /** Entries nearly the same as one, of whatever kind. */
  List<WatchEntry> near(SignedIn who, WatchEntry one) {
    ComparedWords compared = ComparedWords.of(one.words());
    List<WatchEntry> near = new ArrayList<>();
    for (WatchEntry other : rows.of(who.organisation())) {
      if (!other.id().equals(one.id()) && isNear(one, compared, other)) {
        near.add(other);
      }
    }
    return near;
  }

  private static boolean isNear(WatchEntry one, ComparedWords compared, WatchEntry other) {
    Long picture = one.picture();
    Long otherPicture = other.picture();
    if (picture != null || otherPicture != null) {
      return picture != null && otherPicture != null && isNear(picture, otherPicture);
    }
    return compared.isNear(one.kind(), ComparedWords.of(other.words()), other.kind());
  }

  static boolean isNear(long picture, long other) {
    return PictureHash.distance(picture, other) <= PictureHash.NEAR;
  }

  /** A sighting with the other entries that its words name. */
  WatchEntry.Sighting named(SignedIn who, WatchEntry one, WatchEntry.Sighting sighting) {
    return new WatchEntry.Sighting(
        sighting.id(),
        sighting.day(),
        sighting.place(),
        sighting.by(),
        in(who, sighting.place()).stream().filter(found -> !found.id().equals(one.id())).toList());
  }
}
