package org.passerelle.protect.placement.zone;

import java.util.List;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.cases.Case;

/**
 * What a room knows from which a zone could be made. Rooms that know something declare one as a
 * bean; nothing becomes a zone unless somebody says so.
 */
public interface ZoneSource {
  /** For a case that the reader sees. */
  List<Proposed> of(Case file, SignedIn who);

  /**
   * A zone that could be made.
   *
   * @param kind code of {@code zone_kinds}
   * @param origin as of {@link ExclusionZone}
   * @param name what is there, as it was said; empty where only who it is about is known
   * @param stops of a route; empty where it is none
   */
  record Proposed(
      String kind, String origin, UUID source, String name, List<ExclusionZone.Stop> stops) {
    public Proposed {
      stops = List.copyOf(stops);
    }

    public Proposed(String kind, String origin, UUID source, String name) {
      this(kind, origin, source, name, List.of());
    }
  }
}
