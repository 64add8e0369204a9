package org.passerelle.linkage;

/**
 * Two records that are held to be one person.
 *
 * @param left number of the first record
 * @param right number of the second; behind those of the left list where two lists are linked
 * @param probability that they are one person
 * @param weight its log-odds, in bits as Fellegi and Sunter count them
 */
public record Match(int left, int right, double probability, double weight) {}
