package org.passerelle.protect.referral;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The recipient's view of a referral.
 *
 * @param state {@code open}, {@code accepted}, {@code declined}, {@code revoked}, {@code done}
 * @param caseId the recipient's own case, once one was opened
 * @param withdrawnAt when the person withdrew the consent it rests on, or null
 * @param acknowledgedAt when the recipient confirmed that it no longer uses the data
 */
public record ReceivedReferral(
    UUID id,
    UUID organisation,
    UUID sender,
    String service,
    Instant deadline,
    String state,
    boolean minor,
    Instant receivedAt,
    @Nullable Instant answeredAt,
    @Nullable UUID answeredBy,
    @Nullable String answer,
    @Nullable UUID caseId,
    @Nullable Instant withdrawnAt,
    @Nullable Instant acknowledgedAt) {}
