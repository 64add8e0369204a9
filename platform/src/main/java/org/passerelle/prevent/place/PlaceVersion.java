package org.passerelle.prevent.place;

import java.time.Instant;
import java.util.UUID;

/**
 * What stood in the entry of a place.
 *
 * @param act what made it, for example {@code entered}
 */
public record PlaceVersion(
    int number, String act, RiskPlace.Content content, Instant at, UUID by) {}
