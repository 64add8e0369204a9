/**
 * Bookings for a case: a service of the catalogue, an interpreter, or both; kept, missed or
 * cancelled. An interpreter can be in only one place at a time, and must not be somebody whom the
 * person has to fear.
 */
@NamedInterface("care-booking")
@NullMarked
package org.passerelle.protect.casework.care.booking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
