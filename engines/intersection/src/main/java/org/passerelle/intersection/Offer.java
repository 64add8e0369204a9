package org.passerelle.intersection;

/**
 * First message, from the asked side, once a day: its tokens as masked points, in which no token
 * can be told from chance.
 *
 * @param signature of the commitment
 * @param points 33 octets each
 */
public record Offer(Commitment commitment, byte[] signature, byte[] points) {}
