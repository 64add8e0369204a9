/**
 * Two organisations of two countries in one office: a shift book, points that one shift hands to
 * the next, screenings signed by both sides, and what the desk did. Each side keeps its own copy of
 * what both see, and its own files, of which the other sees nothing.
 */
@NamedInterface("desk")
@NullMarked
package org.passerelle.protect.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
