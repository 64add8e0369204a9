package org.passerelle.steer.cycle;

import java.time.Instant;

/**
 * What a body of the committee decided on a round of a document.
 *
 * @param member id of the body in the register
 * @param approved or returned
 * @param reason needed when returned
 * @param byName who decided for the body, as colleagues saw the name then
 */
public record Decision(String member, boolean approved, String reason, String byName, Instant at) {}
