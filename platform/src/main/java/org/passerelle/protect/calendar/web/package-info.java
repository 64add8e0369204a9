/** The page with the address of one's calendar, and what is found there. */
@NullMarked
package org.passerelle.protect.calendar.web;

import org.jspecify.annotations.NullMarked;
