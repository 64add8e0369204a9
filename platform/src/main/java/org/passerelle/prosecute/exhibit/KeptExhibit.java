package org.passerelle.prosecute.exhibit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An exhibit that was taken in, with whoever holds it.
 *
 * @param holder name of a certificate
 * @param offeredTo user to whom it is offered, or null
 */
record KeptExhibit(
    UUID exhibit,
    UUID investigation,
    String number,
    String holder,
    @Nullable UUID offeredTo,
    @Nullable Instant offeredAt) {}
