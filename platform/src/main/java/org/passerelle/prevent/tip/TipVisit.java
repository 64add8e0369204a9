package org.passerelle.prevent.tip;

import java.io.Serializable;
import java.time.Instant;

/**
 * A writer who came back with the code. It lives in the session alone.
 *
 * @param mark fingerprint of the code, by which the tip is found
 * @param secret opens the answers
 * @param until when the code is asked for again
 */
public record TipVisit(String mark, byte[] secret, Instant until) implements Serializable {}
