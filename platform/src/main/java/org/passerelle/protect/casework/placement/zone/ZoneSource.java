package org.passerelle.protect.casework.placement.zone;

import java.util.List;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.Case;

/**
 * Source of proposals for zones. Packages with relevant data declare one as a bean; nothing becomes
 * a zone unless somebody confirms it.
 */
public interface ZoneSource {
  /** Proposals for a case that the reader sees. */
  List<Proposed> of(Case file, SignedIn who);

  /**
   * A proposed zone.
   *
   * @param kind code of {@code zone_kinds}
   * @param origin as in {@link ExclusionZone}
   * @param name description of the place as recorded; empty if only the person concerned is known
   * @param stops stops of a route; otherwise empty
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
