package org.passerelle.audit;

/**
 * A signed root of the log.
 *
 * @param size number of entries it covers
 * @param root 64 hexadecimal digits
 * @param note the signed text with its signature
 */
public record Checkpoint(long size, String root, String note) {}
