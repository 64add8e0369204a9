package org.passerelle.steer.cycle;

import java.time.Instant;

/** A comment on a section of a document, or on the whole document if the section is empty. */
public record Comment(String section, String text, String byName, Instant at) {}
