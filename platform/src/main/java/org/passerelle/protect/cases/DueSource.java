package org.passerelle.protect.cases;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.language.Texts;

/**
 * What can be due in a case, as one part of the room knows it; each kind is one bean, and nobody
 * else says what is due. The house asks whenever something was written into the journal of a case
 * and keeps the answers, from which the first page, the list, its filters, the boards, the map and
 * the calendar read (decision 0078).
 */
public interface DueSource {
  /** Code of what it knows, such as {@code task}. */
  String kind();

  /** Heading on the boards: {@code supervision.group.GROUP}. */
  String group();

  /** Everything of this kind that is due in some cases, as the rows say now; nobody reads. */
  List<Due> of(Collection<UUID> cases);

  /** What it is, in words that tell nothing of the person. */
  String words(Due due, Texts texts);

  /** The same where it is read outside the house, in a calendar: no organisation either. */
  default String outside(Due due, Texts texts) {
    return words(due, texts);
  }

  /** The same opened for whoever has to do it; those that stay as they are may be left out. */
  default Map<UUID, String> opened(List<Due> own) {
    return Map.of();
  }

  /** Where it is done. */
  String path(Due due);

  /** Key of the word on its button. */
  default String action() {
    return "home.open";
  }

  /**
   * Whether it stands on the first page by itself; false where its room says it there at length.
   */
  default boolean onFirstPage() {
    return true;
  }

  /** Whether somebody is in need now, so that it comes before whatever else is late. */
  default boolean pressing() {
    return false;
  }
}
