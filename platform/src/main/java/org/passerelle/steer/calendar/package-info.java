/**
 * The strategy's events with partial dates, clashes between them, and calendar feeds for
 * subscription.
 */
@NullMarked
package org.passerelle.steer.calendar;

import org.jspecify.annotations.NullMarked;
