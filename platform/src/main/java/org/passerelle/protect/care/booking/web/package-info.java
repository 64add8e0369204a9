/** Pages of bookings and interpreters. */
@NullMarked
package org.passerelle.protect.care.booking.web;

import org.jspecify.annotations.NullMarked;
