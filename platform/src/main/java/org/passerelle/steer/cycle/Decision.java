package org.passerelle.steer.cycle;

import java.time.Instant;

/**
 * A committee body's decision on a round of a document.
 *
 * @param member id of the body in the register
 * @param approved approved or returned
 * @param reason required for a return
 * @param byName name at the time of the person who decided for the body
 */
public record Decision(String member, boolean approved, String reason, String byName, Instant at) {}
