/** Page of the user's calendar URL, and the feed. */
@NullMarked
package org.passerelle.protect.casework.calendar.web;

import org.jspecify.annotations.NullMarked;
