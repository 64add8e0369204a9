/** Care: needs of a person, the plan made with them, the catalogue of services, and bookings. */
@NullMarked
package org.passerelle.protect.casework.care;

import org.jspecify.annotations.NullMarked;
