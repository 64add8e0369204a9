/**
 * Border desks: two organisations of two countries in one office, with a shift book, points passed
 * from one shift to the next, screenings signed by both sides, and figures of activity. Each side
 * keeps its own copy of what both see, and its own files, of which the other sees nothing.
 */
@NamedInterface("desk")
@NullMarked
package org.passerelle.protect.identity.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
