package org.passerelle.linkage;

/**
 * A column that was not compared.
 *
 * @param reason why, and what to write in a configuration where it should be
 */
public record LeftOut(String column, String reason) {}
