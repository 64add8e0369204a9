package org.passerelle.intersection;

/**
 * Second message, from the asker, once a day: the same points in the same order, multiplied by the
 * asker's secret of the day.
 *
 * @param digest digest of the offer
 * @param key the generator multiplied by the secret
 */
public record MaskedPoints(byte[] digest, byte[] key, byte[] points) {}
