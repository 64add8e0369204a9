package org.passerelle.steer.cycle;

import java.time.Instant;

/** A remark on a section of a document, or on the whole if the section is empty. */
public record Comment(String section, String text, String byName, Instant at) {}
