package org.passerelle.prevent.tip;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * A writer who came back with the code. It lives in the session alone.
 *
 * @param secret opens the answers
 * @param until when the code is asked for again
 */
public record TipVisit(UUID tip, byte[] secret, Instant until) implements Serializable {}
