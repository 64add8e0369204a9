package org.passerelle.protect.casework.cases;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Role;

/**
 * Contributes things that cannot wait until morning: people are notified of them at any hour, until
 * somebody acts (decision 0080). Each source is one bean.
 */
public interface CallSource {
  /** Code under which its calls are stored and logged. */
  String kind();

  /** When it is called for, if more waits than one run can make calls. */
  Rank rank();

  /** Order of calls; within one rank the most urgent comes first, then the oldest. */
  enum Rank {
    /** Somebody is missing. */
    MISSING,
    /** Somebody has no place for tonight. */
    NO_PLACE,
    /** A request waits for an answer, as received referrals do. */
    REQUEST
  }

  /** Roles that can act; nobody else is called, since they would see nothing of what waits. */
  Set<Role> roles();

  /** People who can act whatever their roles, and are called first: the lead of a case. */
  default Set<UUID> people(UUID subject) {
    return Set.of();
  }

  /** What waits now, of all organisations; without an access check. */
  List<Waiting> waiting();

  /**
   * Something that waits for an organisation.
   *
   * @param subject what it is, unique with the organisation
   */
  record Waiting(UUID subject, UUID organisation, Urgency urgency, Instant since) {}
}
