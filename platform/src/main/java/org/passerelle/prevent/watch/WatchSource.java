package org.passerelle.prevent.watch;

import java.util.List;
import java.util.function.Predicate;
import org.passerelle.access.SignedIn;

/**
 * Where else an entry of the watch list is found again: another room looks through what its reader
 * sees there, and through nothing else.
 */
public interface WatchSource {
  /**
   * Where the words of an entry stand.
   *
   * @param standsIn whether they stand in a text
   */
  List<Place> found(Predicate<String> standsIn, SignedIn who);

  /** A place, with the address of its page. */
  record Place(String name, String address) {}
}
