package org.passerelle.protect.recognition;

/**
 * How far an attribute of two files agrees, and what that says.
 *
 * @param attribute {@code names}, {@code birth}, {@code gender}, {@code nationality}, {@code
 *     phone}, {@code paper}, {@code place}
 * @param level code of the level reached
 * @param bits what it adds to the weight for one person, or takes
 */
public record Agreement(String attribute, String level, double bits) {}
