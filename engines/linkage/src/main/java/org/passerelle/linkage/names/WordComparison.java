package org.passerelle.linkage.names;

/**
 * How near one written word is to another.
 *
 * @param distance relative distance: sounds that differ, by the length of the words; 0 is alike
 * @param evidence log-odds (nats) that the two are one name: from about -8 to about 3.2
 * @param length mean number of sounds
 * @param why what decided
 */
public record WordComparison(double distance, double evidence, double length, WordDecision why) {}
