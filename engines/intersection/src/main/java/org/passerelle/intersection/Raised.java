package org.passerelle.intersection;

/**
 * Second message, from the asker, once a day: the same points in the same order, raised by the
 * asker's secret of the day.
 *
 * @param digest of the offer that is answered
 * @param key the generator raised by the secret
 */
public record Raised(byte[] digest, byte[] key, byte[] points) {}
