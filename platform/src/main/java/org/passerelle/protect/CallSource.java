package org.passerelle.protect;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Contributes things that cannot wait until morning: people are notified of them at any hour, until
 * somebody acts (decision 0080). Each source is one bean.
 */
public interface CallSource {
  /** Code under which its calls are stored and logged. */
  String kind();

  /** What waits now, of all organisations; without an access check. */
  List<Waiting> waiting();

  /**
   * Something that waits for an organisation.
   *
   * @param subject what it is, unique with the organisation
   */
  record Waiting(UUID subject, UUID organisation, Urgency urgency, Instant since) {}
}
