package org.passerelle.protect.casework.cases.due;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.language.Texts;

/**
 * Reports one kind of due items of cases; each kind is one bean, and all due items come from these.
 * The sources are asked whenever the journal of a case gets an entry, and the results are stored;
 * the Today page, the list with its filters, the boards, the map and the calendar read them from
 * there (decision 0078).
 */
public interface DueSource {
  /** Code of this kind, such as {@code task}. */
  String kind();

  /** Heading on the boards, as in {@code supervision.group.GROUP}. */
  String group();

  /** All due items of this kind in these cases, as currently stored; without an access check. */
  List<Due> of(Collection<UUID> cases);

  /** Description of the item, without information about the person. */
  String words(Due due, Texts texts);

  /**
   * Description for use outside the system, in a calendar feed, which does not name an organisation
   * either.
   */
  default String outside(Due due, Texts texts) {
    return words(due, texts);
  }

  /** Decrypted descriptions for the assignee; unchanged ones may be omitted. */
  default Map<UUID, String> opened(List<Due> own) {
    return Map.of();
  }

  /** URL where the item is dealt with. */
  String path(Due due);

  /** Key of the label of its button. */
  default String action() {
    return "home.open";
  }

  /** Whether it is listed on the Today page; false if its package shows it there in more detail. */
  default boolean onFirstPage() {
    return true;
  }

  /** Whether somebody is in need now, so that it is shown before other overdue items. */
  default boolean pressing() {
    return false;
  }
}
