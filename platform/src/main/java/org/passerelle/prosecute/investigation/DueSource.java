package org.passerelle.prosecute.investigation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One kind of thing that runs out in investigations; each is one bean. */
public interface DueSource {
  /**
   * What is open and due before a moment, late things included.
   *
   * @param numbers numbers of the investigations that the reader sees
   */
  List<DueThing> due(Map<UUID, String> numbers, Instant before);
}
