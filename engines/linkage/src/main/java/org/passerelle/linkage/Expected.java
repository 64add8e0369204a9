package org.passerelle.linkage;

/**
 * What the model expects of its own matches, without labels. As good as the model's assumptions.
 *
 * @param precision share of the matches that are right
 * @param recall share of the pairs of one person that are matched
 */
public record Expected(double precision, double recall) {}
