package org.passerelle.steer.letter.web;

/**
 * A fact of the register that was found.
 *
 * @param reference what is written into the text to cite it
 * @param detail what kind of entry it is, and the value of a figure
 */
public record FoundFact(String reference, String name, String detail) {}
