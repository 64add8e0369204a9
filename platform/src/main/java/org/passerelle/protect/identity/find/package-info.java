/**
 * Searching: the organisation's cases by code, pseudonym or name; and which organisations saw the
 * same person, from encodings without identifiers.
 */
@NamedInterface("find")
@NullMarked
package org.passerelle.protect.identity.find;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
