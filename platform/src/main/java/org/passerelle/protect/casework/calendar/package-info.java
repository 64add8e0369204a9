/** Each user's deadlines as a calendar feed without personal data. */
@NamedInterface("calendar")
@NullMarked
package org.passerelle.protect.casework.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
