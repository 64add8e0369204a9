/** Each user's deadlines as a calendar feed without personal data. */
@NullMarked
package org.passerelle.protect.casework.calendar;

import org.jspecify.annotations.NullMarked;
