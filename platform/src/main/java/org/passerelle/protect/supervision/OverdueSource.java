package org.passerelle.protect.supervision;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Page;

/** Something that can be overdue, as one package of the room knows it. Each is one bean. */
public interface OverdueSource {
  /** {@code tasks}, {@code referrals}, {@code reviews}, {@code deadlines}: heading of its group. */
  String group();

  /** What is overdue in the cases that a supervisor sees, the oldest first. */
  List<Overdue> overdue(SignedIn who, Page page);

  /**
   * One thing that is overdue.
   *
   * @param what in words
   * @param code of the case
   * @param responsible whose it is, if known
   */
  record Overdue(Instant due, String what, String code, @Nullable UUID responsible, String href) {}
}
