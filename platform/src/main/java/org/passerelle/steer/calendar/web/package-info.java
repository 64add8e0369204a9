/** The pages and feeds of the calendar. */
@NullMarked
package org.passerelle.steer.calendar.web;

import org.jspecify.annotations.NullMarked;
