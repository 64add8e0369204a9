/**
 * Due items of cases: collected from all parts of a case, and read by pages, lists and calendars.
 */
@NamedInterface("due")
@NullMarked
package org.passerelle.protect.casework.due;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
