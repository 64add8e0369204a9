package org.passerelle.linkage.files;

/**
 * Agreement of an attribute in two files, and its weight.
 *
 * @param attribute {@code names}, {@code birth}, {@code gender}, {@code nationality}, {@code
 *     phone}, {@code paper}, {@code place}
 * @param level code of the level reached
 * @param bits contribution to the weight, positive or negative
 */
public record Agreement(String attribute, String level, double bits) {}
