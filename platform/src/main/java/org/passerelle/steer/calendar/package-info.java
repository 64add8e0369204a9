/**
 * The strategy's events with their dates as far as they are known, clashes between them, and the
 * calendar feeds that other programs subscribe to.
 */
@NamedInterface("calendar")
@NullMarked
package org.passerelle.steer.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
