package org.passerelle.prosecute.signing;

import java.time.Instant;
import java.util.UUID;

/**
 * The key by which a colleague signs, without its secret.
 *
 * @param certificateId its name in signatures: the SHA-256 of the certificate, in base64url
 * @param from when it was made
 * @param until when its certificate ends
 * @param usable whether it still signs
 */
public record OfficerKey(
    UUID id,
    UUID user,
    UUID organisation,
    String certificateId,
    Instant from,
    Instant until,
    boolean usable) {}
