package org.passerelle.register;

/** A register entry was stored or retired; published in the same transaction. */
public record EntryChanged(String kind, String id) {}
