package org.passerelle.register;

/**
 * An entry of the register was written or retired; published in the transaction in which it was.
 */
public record EntryChanged(String kind, String id) {}
