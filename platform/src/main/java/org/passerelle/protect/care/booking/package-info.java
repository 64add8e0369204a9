/**
 * What is booked for a case: a service of the catalogue, an interpreter, or both; kept, missed or
 * cancelled. An interpreter is at one place at a time and nobody whom the person must fear.
 */
@NamedInterface("care-booking")
@NullMarked
package org.passerelle.protect.care.booking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
