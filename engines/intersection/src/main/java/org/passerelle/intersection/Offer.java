package org.passerelle.intersection;

/**
 * First message, from the asked side, once a day: its tokens as masked points, indistinguishable
 * from random.
 *
 * @param signature signature of the commitment
 * @param points 33 bytes each
 */
public record Offer(Commitment commitment, byte[] signature, byte[] points) {}
