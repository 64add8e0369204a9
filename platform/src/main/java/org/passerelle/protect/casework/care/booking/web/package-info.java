/** Pages of bookings and interpreters. */
@NullMarked
package org.passerelle.protect.casework.care.booking.web;

import org.jspecify.annotations.NullMarked;
