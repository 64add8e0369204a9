/** Everybody's own deadlines as a calendar that tells of nobody. */
@NamedInterface("calendar")
@NullMarked
package org.passerelle.protect.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
