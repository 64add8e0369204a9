package org.passerelle.linkage.names;

/**
 * One way to read a written word aloud.
 *
 * @param sounds the sounds, one character each, as {@code orthography/phonemes.yaml} names them
 * @param cost how unlikely the reading is, in sounds: 0 for the likeliest, at most about 0.26
 */
public record Sounding(String sounds, double cost) {}
