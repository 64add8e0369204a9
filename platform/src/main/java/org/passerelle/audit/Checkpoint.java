package org.passerelle.audit;

/**
 * A signed root of the log.
 *
 * @param size how many entries it covers
 * @param root 64 hexadecimal digits
 * @param note what was signed, with the signature
 */
public record Checkpoint(long size, String root, String note) {}
