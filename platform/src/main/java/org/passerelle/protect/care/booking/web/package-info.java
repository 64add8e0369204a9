/** Its pages. */
@NullMarked
package org.passerelle.protect.care.booking.web;

import org.jspecify.annotations.NullMarked;
